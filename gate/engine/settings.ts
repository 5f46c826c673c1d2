import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Ajv2020, { type ErrorObject } from 'ajv/dist/2020';
import { CouldNotJudge, isObject, type Enforcement, type Json, type JsonObject, type RuleInfo } from '../model';

/** Validated settings. */
export interface Settings {
  /** What the policy reads as `data.settings`. */
  readonly data: JsonObject;
  /** What the gate does about each rule, by rule id. */
  readonly enforcement: ReadonlyMap<string, Enforcement>;
}

const WHY = 'A rule whose threshold is missing or misspelt would silently find nothing.';

/**
 * Reads every settings file and validates it against the schema beside it. A file `limits.json` holds one member `limits`,
 * which is `data.settings.limits` in the policy: a stock `opa` that loads the directory sees the same.
 *
 * @param directory where the settings are
 * @param names the settings that the policy needs, from its manifest
 * @param catalog the rules that the enforcement may name
 * @throws CouldNotJudge naming the file, the JSON pointer and what is allowed there
 */
export function loadSettings(directory: string, names: readonly string[], catalog: readonly RuleInfo[]): Settings {
  const ajv = new Ajv2020({ allErrors: true });
  const data: JsonObject = {};
  for (const name of new Set([...names, ...namesIn(directory)])) {
    const file = join(directory, `${name}.json`);
    const schema = readJson(join(directory, `${name}.schema.json`));
    const content = readJson(file);
    if (!isObject(schema))
      throw invalid(`${file.replace(/\.json$/, '.schema.json')} is no schema.`, 'Write a JSON Schema.');
    const validate = ajv.compile(schema);
    if (!validate(content)) {
      throw invalid(
        [`${file} is not valid:`, ...(validate.errors ?? []).map((error) => `  ${explain(error)}`)].join('\n'),
        `Correct the file; ${basename(file, '.json')}.schema.json beside it says what is allowed.`,
      );
    }
    const value = isObject(content) ? content[name] : undefined;
    if (value === undefined) throw invalid(`${file} has no member ${name}.`, `Write {"${name}": …}.`);
    data[name] = value;
  }
  return { data, enforcement: enforcementOf(join(directory, 'enforcement.json'), data['enforcement'], catalog) };
}

function namesIn(directory: string): string[] {
  if (!existsSync(directory))
    throw invalid(`${directory} does not exist.`, 'Restore the settings, or name their directory.');
  return readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace(/(\.schema)?\.json$/, ''));
}

function readJson(file: string): Json {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw invalid(
      `${file} is missing.`,
      'Restore it: every settings file has a schema beside it, and both are needed.',
    );
  }
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    throw invalid(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}.`, 'Correct it.');
  }
}

/** `/limits/group/maximum_ceiling must be <= 1000`, with what is allowed where Ajv's own message leaves it out. */
function explain(error: ErrorObject): string {
  const at = error.instancePath === '' ? '/' : error.instancePath;
  const parameters: JsonObject = isObject(error.params) ? error.params : {};
  const allowed = parameters['allowedValues'] ?? parameters['allowedValue'] ?? parameters['additionalProperty'];
  return `${at} ${error.message ?? error.keyword}${allowed === undefined ? '' : `: ${JSON.stringify(allowed)}`}`;
}

function enforcementOf(file: string, value: Json | undefined, catalog: readonly RuleInfo[]): Map<string, Enforcement> {
  const fallback = isObject(value) ? asEnforcement(value['default']) : undefined;
  if (fallback === undefined || !isObject(value)) {
    throw invalid(
      `${file} does not say what to do about findings.`,
      'Write {"enforcement": {"default": "block", "rules": {}}}.',
    );
  }
  const exceptions = isObject(value['rules']) ? value['rules'] : {};
  const known = new Set(catalog.map((rule) => rule.id));
  for (const id of Object.keys(exceptions)) {
    if (!known.has(id)) {
      throw invalid(
        `${file}: /enforcement/rules/${id} names a rule that does not exist.`,
        `Known are ${[...known].join(', ')}.`,
      );
    }
  }
  return new Map(catalog.map((rule) => [rule.id, asEnforcement(exceptions[rule.id]) ?? fallback]));
}

function asEnforcement(value: Json | undefined): Enforcement | undefined {
  return value === 'block' || value === 'warn' || value === 'off' ? value : undefined;
}

function invalid(what: string, fix: string): CouldNotJudge {
  return new CouldNotJudge(what, WHY, fix);
}
