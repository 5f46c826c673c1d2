/**
 * Finds attributes that the policies read and that no resource type has: with a misspelt attribute, a rule never finds
 * anything and always passes. `policies/provider/schema.tsv` lists all attributes. Needs `opa` on the PATH.
 *
 * Usage: `tsx scripts/rego-attributes.ts` prints `file:line: reason` for each and exits with 1.
 */
import { resolve } from 'node:path';
import { isObject, type Json, type JsonObject } from '../tollgate/model';
import { readSchema, type SchemaRow } from './provider-tables';
import { packageName, parse, sources, type Parsed, type Trap } from './rego-traps';
import { packageTypes } from './rego-types';

/** Packages whose functions take a record and an attribute path. */
const READERS: ReadonlySet<string> = new Set(['plan', 'attribute']);

/** Properties of a record that contain its attributes by name. */
const HOLDERS: ReadonlySet<string> = new Set(['values', 'expressions', 'unknown', 'former']);

/** Properties below an attribute in `expressions`. */
const IN_EXPRESSIONS: ReadonlySet<Step> = new Set(['references', 'constant_value']);

/** A path step: a name, an index, or undefined for a step known only at run time. */
type Step = string | number | undefined;

/** An attribute that a file reads, with the line. */
interface Reading {
  readonly line: number;
  readonly path: readonly Step[];
}

/** Finds attributes that no resource type of the file has. */
export function unknownAttributes(parsed: readonly Parsed[], schema: readonly SchemaRow[]): Trap[] {
  const byType = new Map<string, string[]>();
  for (const { type, path } of schema) byType.set(type, [...(byType.get(type) ?? []), path]);
  const everywhere = [...new Set(schema.map(({ path }) => path))];
  const packages = packageTypes(parsed);
  return parsed.flatMap(({ file, tree }) => {
    const said = packages.get(packageName(tree));
    const types = [...(said?.resources ?? []), ...(said?.reads ?? [])].flatMap((type) => byType.get(type) ?? []);
    return readingsIn(tree).flatMap(({ line, path }) => {
      const paths = types.length > 0 ? types : everywhere;
      if (paths.some((known) => fits(known.split('.'), path))) return [];
      const shown = path.map((step) => step ?? '_').join('.');
      const where = types.length > 0 ? 'no resource type in the METADATA of the package' : 'no resource type';
      const others = [...byType].filter(([, known]) => known.some((each) => fits(each.split('.'), path)));
      const add =
        others.length === 0
          ? ''
          : `. Types with this attribute: ${others.map(([type]) => type).join(', ')}. If the rule reads one of them, add it below \`custom.reads\`: \`#     - ${others[0]?.[0] ?? ''}\``;
      return [
        {
          file,
          line,
          reason: `${where} has the attribute \`${shown}\` in policies/provider/schema.tsv, so the rule never finds anything${add}`,
        },
      ];
    });
  });
}

/** Whether a schema path equals the read path or lies above it. */
function fits(known: readonly string[], path: readonly Step[]): boolean {
  const [step, ...rest] = path;
  if (path.length === 0) return true;
  if (typeof step === 'number') return fits(known, rest);
  const [name, ...below] = known;
  // A variable may be an index or a name.
  if (step === undefined) return fits(known, rest) || (name !== undefined && fits(below, rest));
  return name === step && fits(below, rest);
}

function readingsIn(tree: JsonObject): Reading[] {
  return [...nodes(tree['rules'])].flatMap((node) => {
    const value = node['value'];
    if (node['type'] === 'ref') return valueRead(node);
    if (node['type'] === 'object') return pathsIn(value);
    const parts = node['type'] === 'call' ? value : node['terms'];
    if (!Array.isArray(parts)) return [];
    const [operator, record, path] = parts;
    const name = namesOf(operator);
    const isReader = name.length === 2 && READERS.has(name[0] ?? '');
    const isGet = name.join('.') === 'object.get' && HOLDERS.has(namesOf(record).at(-1) ?? '') && !isOfPlan(record);
    if (!isReader && !isGet) return [];
    return reading(node, stepsOf(path));
  });
}

/** The read of a path that starts with a name; other paths cannot be checked. */
function reading(node: JsonObject, steps: readonly Step[]): Reading[] {
  const end = steps.findIndex((step, index) => index > 0 && IN_EXPRESSIONS.has(step));
  const path = end < 0 ? steps : steps.slice(0, end);
  return typeof path[0] === 'string' ? [{ line: lineOf(node), path }] : [];
}

/** `{"record": record, "path": ["port"]}` */
function pathsIn(pairs: Json | undefined): Reading[] {
  const members = (Array.isArray(pairs) ? pairs : []).flatMap((pair) =>
    Array.isArray(pair) && isObject(pair[0]) && isObject(pair[1]) ? [[pair[0]['value'], pair[1]] as const] : [],
  );
  if (!members.some(([name]) => name === 'record')) return [];
  return members.flatMap(([name, value]) =>
    name === 'path' && value['type'] === 'array' ? reading(value, stepsOf(value)) : [],
  );
}

/** `record.values.port` */
function valueRead(node: JsonObject): Reading[] {
  const parts = Array.isArray(node['value']) ? node['value'] : [];
  const at = parts.findIndex((part, index) => index > 0 && isString(part) && HOLDERS.has(part['value'] as string));
  if (at < 1 || isOfPlan(node)) return [];
  return reading(node, parts.slice(at + 1).map(stepOf));
}

/** Whether a value belongs to a module, scope or document rather than to a resource. */
function isOfPlan(node: Json | undefined): boolean {
  return ['scope', 'scopes', 'doc', 'above', 'documents', 'found'].includes(namesOf(node)[0] ?? '');
}

function stepsOf(node: Json | undefined): Step[] {
  if (!isObject(node)) return [];
  if (node['type'] === 'string') return [stepOf(node)];
  return node['type'] === 'array' && Array.isArray(node['value']) ? node['value'].map(stepOf) : [];
}

function stepOf(node: Json): Step {
  if (!isObject(node)) return undefined;
  if (node['type'] === 'number') return 0;
  return isString(node) ? (node['value'] as string) : undefined;
}

function isString(node: Json): node is JsonObject {
  return isObject(node) && node['type'] === 'string' && typeof node['value'] === 'string';
}

/** The names in a reference: both of `plan.state`. */
function namesOf(node: Json | undefined): string[] {
  if (!isObject(node)) return [];
  const parts = node['type'] === 'ref' && Array.isArray(node['value']) ? node['value'] : [node];
  return parts.map((part) => (isObject(part) && typeof part['value'] === 'string' ? part['value'] : '_'));
}

function lineOf(node: JsonObject): number {
  for (const each of nodes(node)) {
    const location = each['location'];
    if (isObject(location) && typeof location['row'] === 'number') return location['row'];
  }
  return 1;
}

function* nodes(tree: Json | undefined): Generator<JsonObject> {
  if (Array.isArray(tree)) for (const each of tree) yield* nodes(each);
  else if (isObject(tree)) {
    yield tree;
    for (const [name, each] of Object.entries(tree)) if (name !== 'location') yield* nodes(each);
  }
}

function main(): void {
  const files = sources(resolve(__dirname, '..', 'policies'));
  const traps = unknownAttributes(parse(files), readSchema());
  for (const { file, line, reason } of traps) console.error(`${file}:${String(line)}: ${reason}`);
  console.log(`${files.length} Rego files, ${traps.length} unknown attributes`);
  process.exitCode = traps.length === 0 && files.length > 0 ? 0 : 1;
}

if (require.main === module) main();
