import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020';
import { compiledSchemas } from './compiled-schemas';
import { parseLocated, type LocatedJson } from './located-json';
import { inheritedBy, originOf, overlaid, withoutSchema } from './overlay';
import { WAIVERS_WHY } from './waivers';
import { sha256 } from '../digest';
import { CouldNotJudge, isObject, unread, type Enforcement, type Json, type JsonObject, type RuleInfo } from '../model';

/** Validated settings. */
export interface Settings {
  /** The policy's `data.settings`. */
  readonly data: JsonObject;
  /** Enforcement of each rule, by rule id. */
  readonly enforcement: ReadonlyMap<string, Enforcement>;
  /** Each setting with the files that it was merged from, by name. */
  readonly files: ReadonlyMap<string, Merged>;
  /** The waivers file, whose shape is valid but whose entries are not yet checked; absent if there is none. */
  readonly waivers?: LocatedJson;
}

/** The setting that has its own command-line option. */
const WAIVERS = 'waivers';

const WHY = 'With a missing or misspelt threshold, a rule would silently find nothing.';

/** Directories of a team's settings, in order: a later one lies over the earlier ones. */
export type SettingsDirectories = string | readonly string[] | undefined;

/** @returns the directories as a list */
export function directoriesOf(settings: SettingsDirectories): readonly string[] {
  return settings === undefined ? [] : typeof settings === 'string' ? [settings] : settings;
}

/**
 * Reads the default settings and the files of the team, and merges them in order (`overlay.ts`). Each merge must match the
 * gate's schema, so every error belongs to one file. A file `limits.json` contains one key `limits`, which is
 * `data.settings.limits` in the policy; stock `opa` loads a directory of whole files in the same way.
 *
 * @param directory directory of the default settings and of the schemas
 * @param names names of the settings that the policy needs, from its manifest
 * @param catalog the rules that the enforcement may name
 * @param overrides directories of a team's settings: each file states what differs from the files before it
 * @param waivers file that takes the place of every `waivers.json` of the overrides
 * @throws CouldNotJudge with file, line and column, the JSON pointer and the allowed values of every wrong value
 */
export function loadSettings(
  directory: string,
  names: readonly string[],
  catalog: readonly RuleInfo[],
  overrides?: SettingsDirectories,
  waivers?: string,
): Settings {
  const data: JsonObject = {};
  const files = new Map<string, Merged>();
  const refused: Refused[] = [];
  const all = [...new Set([...names, ...namesIn(directory), ...(waivers === undefined ? [] : [WAIVERS])])];
  const teams = directoriesOf(overrides).map((team) => ({ team, has: overridden(team, all) }));
  for (const name of all) {
    const why = name === WAIVERS ? WAIVERS_WHY : WHY;
    const ofTeams = teams.filter(({ has }) => has.has(name)).map(({ team }) => join(team, `${name}.json`));
    const paths = name === WAIVERS && waivers !== undefined ? [waivers] : ofTeams;
    try {
      const merged = mergeFiles(directory, name, paths, why);
      data[name] = merged.value;
      // A file may describe its setting further: flows.json names tiers beside the flows.
      const content = merged.located.content;
      for (const [member, more] of Object.entries(isObject(content) ? content : {}))
        if (member !== '$schema' && !all.includes(member)) data[member] = more;
      files.set(name, merged);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused.push(error);
    }
  }
  if (refused[0] !== undefined) throw refusedTogether(refused, refused[0], directory);
  const waived = files.get(WAIVERS);
  return {
    data,
    enforcement: enforcementOf(files.get('enforcement')?.located, data['enforcement'], catalog),
    files,
    ...(waived === undefined ? {} : { waivers: waived.located }),
  };
}

/** One setting: the value in force, and the files that it was merged from. */
export interface Merged {
  readonly value: Json;
  /** The default, then the files of the team, in order. */
  readonly files: readonly LocatedJson[];
  /** JSON Schema of the files; null when the default alone is in force. */
  readonly schema: Json;
  /** The merged content. Places are in the file that the value comes from. */
  readonly located: LocatedJson;
}

function mergeFiles(directory: string, name: string, paths: readonly string[], why: string): Merged {
  const schema = join(directory, `${name}.schema.json`);
  const path = join(directory, `${name}.json`);
  // A setting without a default needs a whole file of the team.
  const without = paths.length > 0 && !existsSync(path);
  const first = parseSettings(path, without ? '{}' : readText(path, why), why);
  if (!without) validate(first, first.content, schema, why);
  const files = [first];
  let { content } = first;
  const shape = paths.length === 0 ? null : parseSettings(schema, readText(schema, why), why).content;
  for (const team of paths) {
    const read = parseSettings(team, readNamed(team, why), why);
    const file = { ...read, content: withoutSchema(read.content) };
    // Any other key is refused by the schema, with the keys that it knows.
    if (isObject(file.content) && Object.keys(file.content).length === 0) throw noKey(team, name, why);
    content = overlaid(inheritedBy(file.content, content), file.content, shape);
    validate(file, content, schema, why);
    files.push(file);
  }
  const value = isObject(content) ? content[name] : undefined;
  if (value === undefined) throw noKey(first.path, name, why);
  const located: LocatedJson = {
    path: files.at(-1)?.path ?? first.path,
    content,
    at: (pointer) => (originOf(files, pointer) ?? files.at(-1) ?? first).at(pointer),
  };
  return { value, files, schema: shape, located };
}

function noKey(path: string, name: string, why: string): CouldNotJudge {
  return refuse(`${path} has no key "${name}".`, `Write {"${name}": …}.`, why);
}

/** A settings file that is not in force because of its content. */
class Refused extends CouldNotJudge {}

function refuse(what: string, fix: string, why: string): Refused {
  return new Refused(what, why, fix);
}

/** All refused files in one error. */
function refusedTogether(refused: readonly Refused[], first: Refused, directory: string): CouldNotJudge {
  if (refused.length === 1) return first;
  return invalid(
    refused.map(({ what }) => what).join('\n'),
    `Correct the files. The schemas in ${directory} list the allowed values.`,
  );
}

/**
 * @param file the file that made the content; errors name places in the file
 * @param content the content in force
 * @param schema path of the schema
 * @param why the consequence of an invalid file
 * @throws CouldNotJudge with the places where the content violates the schema, and the allowed values
 */
function validate(file: LocatedJson, content: Json, schema: string, why: string): void {
  const text = readText(schema, why);
  const compiled = compiledSchemas[sha256(text)];
  // The compiled validator returns only a boolean; on failure, Ajv finds the errors.
  if (compiled?.(content) === true) return;
  const validator = validatorOf(schema, text, why);
  if (validator(content)) return;
  // A failed `if` says nothing beyond the errors of its branch.
  const told = (validator.errors ?? []).filter(({ keyword }) => keyword !== 'if');
  const errors = told.map((error) => `  ${explain(error, file)}`);
  throw refuse(
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
  // A copy of the defaults contains schemas, which are ignored here, as are Markdown, Rego and hidden files. A baseline and the
  // directories of environments may be beside the settings. They count only where the command line names them.
  const entries = entriesOf(directory).filter(
    (entry) => !/^\.|\.(?:md|rego)$|\.schema\.json$|^baseline\.json$|^environments$/.test(entry),
  );
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
    throw refuse(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}.`, 'Correct it.', why);
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
  const strangers = Object.keys(exceptions).filter((id) => !known.has(id));
  if (strangers.length > 0) {
    throw invalid(
      strangers
        .map((id) => {
          const pointer = `/enforcement/rules/${escapePointer(id)}`;
          return `${file.at(pointer)} ${pointer} names a rule that does not exist.`;
        })
        .join('\n'),
      `Known are ${[...known].join(', ')}.`,
    );
  }
  return new Map(catalog.map((rule) => [rule.id, asEnforcement(exceptions[rule.id]) ?? fallback]));
}

function asEnforcement(value: Json | undefined): Enforcement | undefined {
  return value === 'block' || value === 'warn' || value === 'off' ? value : undefined;
}

function invalid(what: string, fix: string, why = WHY): CouldNotJudge {
  return new CouldNotJudge(what, why, fix);
}

/**
 * Reads the settings of a team's rules: each file `NAME.json` has one key `NAME`, and `NAME.schema.json` beside it.
 *
 * @param directory need not exist
 * @param taken names of the settings of the gate
 * @returns the settings by name, sorted
 * @throws CouldNotJudge when a file is not valid, has no schema, or has the name of a setting of the gate
 */
export function loadOwnSettings(directory: string, taken: readonly string[]): JsonObject {
  if (!existsSync(directory)) return {};
  const names = [...new Set(namesIn(directory))].sort();
  return Object.fromEntries(
    names.map((name) => {
      const path = join(directory, `${name}.json`);
      if (taken.includes(name))
        throw invalid(`${path} has the name of a setting of tollgate.`, 'Give the file another name.');
      const file = parseSettings(path, readText(path, WHY), WHY);
      validateOwn(file, join(directory, `${name}.schema.json`));
      const value = isObject(file.content) ? file.content[name] : undefined;
      if (value === undefined) throw invalid(`${path} has no key "${name}".`, `Write {"${name}": …}.`);
      return [name, value];
    }),
  );
}

function validateOwn(file: LocatedJson, schema: string): void {
  if (!existsSync(schema)) {
    throw invalid(`${file.path} has no schema.`, `Write ${schema}: a JSON Schema of the file.`);
  }
  try {
    validate(file, file.content, schema, WHY);
  } catch (error) {
    if (error instanceof CouldNotJudge) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw invalid(`${schema} is not a JSON Schema that can be used: ${reason}.`, 'Correct the schema.');
  }
}
