import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020';
import { compiledSchemas } from './compiled-schemas';
import { parseLocated, type LocatedJson } from './located-json';
import { WAIVERS_WHY } from './waivers';
import { sha256 } from '../digest';
import { CouldNotJudge, isObject, unread, type Enforcement, type Json, type JsonObject, type RuleInfo } from '../model';

/** Validated settings. */
export interface Settings {
  /** The policy's `data.settings`. */
  readonly data: JsonObject;
  /** Enforcement of each rule, by rule id. */
  readonly enforcement: ReadonlyMap<string, Enforcement>;
  /** The waivers file, whose shape is valid but whose entries are not yet checked; absent if there is none. */
  readonly waivers?: LocatedJson;
}

/** The setting that has its own command-line option. */
const WAIVERS = 'waivers';

const WHY = 'With a missing or misspelt threshold, a rule would silently find nothing.';

/**
 * Reads every settings file and validates it against the gate's schema. A file `limits.json` contains one key `limits`,
 * which is `data.settings.limits` in the policy; stock `opa` loads the directory in the same way.
 *
 * @param directory directory of the default settings and of the schemas
 * @param names names of the settings that the policy needs, from its manifest
 * @param catalog the rules that the enforcement may name
 * @param overrides directory of a team's settings: each file replaces the default of the same name
 * @param waivers file that replaces `waivers.json`
 * @throws CouldNotJudge with file, line and column, the JSON pointer and the allowed values
 */
export function loadSettings(
  directory: string,
  names: readonly string[],
  catalog: readonly RuleInfo[],
  overrides?: string,
  waivers?: string,
): Settings {
  const data: JsonObject = {};
  const files = new Map<string, LocatedJson>();
  const all = [...new Set([...names, ...namesIn(directory), ...(waivers === undefined ? [] : [WAIVERS])])];
  const replaced = overrides === undefined ? new Set<string>() : overridden(overrides, all);
  for (const name of all) {
    const path = join(replaced.has(name) ? (overrides ?? directory) : directory, `${name}.json`);
    const why = name === WAIVERS ? WAIVERS_WHY : WHY;
    const file =
      name === WAIVERS && waivers !== undefined
        ? parseSettings(waivers, readNamed(waivers, why), why)
        : parseSettings(path, readText(path, why), why);
    validate(file, join(directory, `${name}.schema.json`), why);
    const value = isObject(file.content) ? file.content[name] : undefined;
    if (value === undefined) throw invalid(`${file.path} has no key "${name}".`, `Write {"${name}": …}.`, why);
    data[name] = value;
    // A file may describe its setting further: flows.json names tiers beside the flows.
    for (const [member, more] of Object.entries(isObject(file.content) ? file.content : {}))
      if (member !== '$schema' && !all.includes(member)) data[member] = more;
    files.set(name, file);
  }
  const waived = files.get(WAIVERS);
  return {
    data,
    enforcement: enforcementOf(files.get('enforcement'), data['enforcement'], catalog),
    ...(waived === undefined ? {} : { waivers: waived }),
  };
}

/**
 * @param schema path of the schema
 * @param why the consequence of an invalid file
 * @throws CouldNotJudge with the places where the file violates the schema, and the allowed values
 */
function validate(file: LocatedJson, schema: string, why: string): void {
  const text = readText(schema, why);
  const compiled = compiledSchemas[sha256(text)];
  // The compiled validator returns only a boolean; on failure, Ajv finds the errors.
  if (compiled?.(file.content) === true) return;
  const validator = validatorOf(schema, text, why);
  if (validator(file.content)) return;
  // A failed `if` says nothing beyond the errors of its branch.
  const told = (validator.errors ?? []).filter(({ keyword }) => keyword !== 'if');
  const errors = told.map((error) => `  ${explain(error, file)}`);
  throw invalid(
    [`${file.path} is not valid:`, ...errors].join('\n'),
    `Correct the file. The schema ${schema} lists the allowed values.`,
    why,
  );
}

/** Validators by schema content, so that a process that judges many plans compiles each schema once. */
const validators = new Map<string, ValidateFunction>();

function validatorOf(schema: string, text: string, why: string): ValidateFunction {
  let validator = validators.get(text);
  if (validator === undefined) {
    const { content } = parseSettings(schema, text, why);
    if (!isObject(content))
      throw invalid(
        `${schema} is not a JSON Schema.`,
        'Restore the schema from version control, or reinstall tollgate.',
        why,
      );
    // Loading Ajv takes a quarter of the time of a small judgement.
    const { Ajv2020: Ajv } = require('ajv/dist/2020') as { Ajv2020: typeof Ajv2020 };
    validator = new Ajv({ allErrors: true, verbose: true, validateSchema: false }).compile(content);
    validators.set(text, validator);
  }
  return validator;
}

/**
 * Reads a JSON file that the user named.
 *
 * @throws CouldNotJudge when the file cannot be read or is not JSON
 */
export function readLocated(path: string, why: string): LocatedJson {
  return parseSettings(path, readNamed(path, why), why);
}

function namesIn(directory: string): string[] {
  return entriesOf(directory)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace(/(\.schema)?\.json$/, ''));
}

function entriesOf(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    const state = existsSync(directory) ? 'is not a readable directory' : 'does not exist';
    throw invalid(`${directory} ${state}.`, 'Restore the directory of the settings, or name another one.');
  }
}

/**
 * Names of the settings that a directory replaces. A file that replaces no setting is an error: the default would
 * silently apply.
 */
function overridden(directory: string, names: readonly string[]): Set<string> {
  const allowed = names.map((name) => `${name}.json`);
  // A copy of the defaults contains schemas, which are ignored here, as are Markdown, Rego and hidden files.
  const entries = entriesOf(directory).filter((entry) => !/^\.|\.(?:md|rego)$|\.schema\.json$/.test(entry));
  for (const entry of entries) {
    if (allowed.includes(entry)) continue;
    throw invalid(
      `${join(directory, entry)} is not a settings file, because no setting has that name.`,
      `Settings are ${allowed.join(', ')}.`,
    );
  }
  if (entries.length === 0) {
    throw invalid(`${directory} contains no settings.`, `Write at least one of ${allowed.join(', ')} there.`);
  }
  return new Set(entries.map((entry) => entry.replace(/\.json$/, '')));
}

/** Reads a required file of a settings directory. */
function readText(path: string, why: string): string {
  if (!existsSync(path)) {
    const fix = 'Restore the file: every settings file needs its schema beside it.';
    throw invalid(`${path} is missing.`, fix, why);
  }
  return readNamed(path, why);
}

/** Reads a file that the user named. */
function readNamed(path: string, why: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw unread(path, error, why);
  }
}

function parseSettings(path: string, text: string, why: string): LocatedJson {
  try {
    return parseLocated(path, text);
  } catch (error) {
    throw invalid(
      `${path} is not JSON: ${error instanceof Error ? error.message : String(error)}.`,
      'Correct it.',
      why,
    );
  }
}

/** `limits.json:12:5 /limits/group/maximum must be <= 1000`. Adds the allowed values where Ajv's message lacks them. */
function explain(error: ErrorObject, file: LocatedJson): string {
  const parameters: JsonObject = isObject(error.params) ? error.params : {};
  const extra = parameters['additionalProperty'];
  const pointer = `${error.instancePath}${typeof extra === 'string' ? `/${escapePointer(extra)}` : ''}`;
  const allowed = parameters['allowedValues'] ?? parameters['allowedValue'];
  const values = allowed === undefined ? '' : `: ${JSON.stringify(allowed)}`;
  const members = extra === undefined ? [] : membersOf(error);
  const known = members.length === 0 ? '' : `: known are ${members.join(', ')}`;
  return [
    `${file.at(pointer)} ${pointer === '' ? '/' : pointer}`,
    extra === undefined ? `${error.message ?? error.keyword}${values}` : `is not allowed${known}`,
  ].join(' ');
}

/** Keys that the schema of an object allows. */
function membersOf({ parentSchema }: ErrorObject): string[] {
  const schema: unknown = parentSchema;
  const properties = isObject(schema) ? schema['properties'] : undefined;
  return isObject(properties) ? Object.keys(properties) : [];
}

function escapePointer(member: string): string {
  return member.replaceAll('~', '~0').replaceAll('/', '~1');
}

function enforcementOf(
  file: LocatedJson | undefined,
  value: Json | undefined,
  catalog: readonly RuleInfo[],
): Map<string, Enforcement> {
  const fallback = isObject(value) ? asEnforcement(value['default']) : undefined;
  if (fallback === undefined || !isObject(value) || file === undefined) {
    throw invalid(
      `${file?.path ?? 'enforcement.json'} has no default enforcement.`,
      'Write {"enforcement": {"default": "block", "rules": {}}}.',
    );
  }
  const exceptions = isObject(value['rules']) ? value['rules'] : {};
  const known = new Set(catalog.map((rule) => rule.id));
  for (const id of Object.keys(exceptions)) {
    if (!known.has(id)) {
      throw invalid(
        `${file.at(`/enforcement/rules/${escapePointer(id)}`)} /enforcement/rules/${id} names a rule that does not exist.`,
        `Known are ${[...known].join(', ')}.`,
      );
    }
  }
  return new Map(catalog.map((rule) => [rule.id, asEnforcement(exceptions[rule.id]) ?? fallback]));
}

function asEnforcement(value: Json | undefined): Enforcement | undefined {
  return value === 'block' || value === 'warn' || value === 'off' ? value : undefined;
}

function invalid(what: string, fix: string, why = WHY): CouldNotJudge {
  return new CouldNotJudge(what, why, fix);
}
