/**
 * Facts about the schema of the AWS provider, in `policies/provider/`. `schema.tsv` contains the provider's own schema;
 * `beliefs.tsv` contains facts that the schema does not show, each with its source. The script generates
 * `policies/lib/provider.rego` from both tables.
 *
 * Usage: `tsx scripts/provider-data.ts` writes the Rego file; with `--check` the script only compares, and exits with 1
 * on a difference. `--refresh` first regenerates `schema.tsv` from `terraform providers schema -json` of the real
 * provider and, for attributes of later versions, from the installed `@cdktf/provider-aws`. `--refresh` needs
 * `terraform` on the PATH; every mode needs `opa`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { providerSchemaOf } from '../test/aws/provider';
import { AWS_PROVIDER_VERSION } from '../test/aws/version';
import {
  providerVersion,
  schemaOf,
  type BlockSchema,
  type ProviderSchemas,
  type TypeConstraint,
} from './provider-schema';
import { readBeliefs, readSchema, SCHEMA, SCHEMA_COLUMNS, type Belief, type SchemaRow } from './provider-tables';
import { sources } from './rego-traps';
import { packageTypes, parsePolicies, typesRead } from './rego-types';

const POLICIES = join(__dirname, '..', 'policies');
const TARGET = join(POLICIES, 'lib', 'provider.rego');

/** Flags that this version or the later one sets. */
function looseFlags({ flags, source }: SchemaRow): ReadonlySet<string> {
  const later = /; \S+: (.*)$/.exec(source)?.[1]?.split(' ') ?? [];
  return new Set([...flags, ...later]);
}

// ------------------------------------------------------------------------------------------------ the provider

/** The AWS types whose attributes the policies read; data sources as `data.<type>`. */
export function awsTypesRead(): string[] {
  return typesRead(packageTypes(parsePolicies(POLICIES))).filter((type) => type.includes('aws_'));
}

/** Every word of the sources that could be the name of an attribute: words in strings, and words after a dot. */
function wordsOfPolicies(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const path of ['gate', 'lib', 'rules'].flatMap((part) => sources(join(POLICIES, part)))) {
    if (path === TARGET) continue;
    const code = readFileSync(path, 'utf8').replace(/^\s*#.*$/gm, '');
    for (const [, quoted, member] of code.matchAll(/["`]([a-zA-Z_]\w*)["`]|\.([a-zA-Z_]\w*)/g)) {
      found.add(quoted ?? member ?? '');
    }
  }
  return found;
}

/** Formats a type for a table cell: `set(string)`, `set(object)`. */
function shapeOf(type: TypeConstraint): string {
  if (typeof type === 'string') return type;
  const [word, element] = type;
  if (word === 'object' || !(typeof element === 'string' || Array.isArray(element))) return 'object';
  return `${word}(${shapeOf(element)})`;
}

function membersOf(type: TypeConstraint): [string, TypeConstraint][] {
  if (typeof type === 'string') return [];
  const [, element] = type;
  if (typeof element === 'string') return [];
  return Array.isArray(element) ? membersOf(element) : Object.entries(element);
}

type Row = Omit<SchemaRow, 'source'>;

function* rowsOf(type: string, block: BlockSchema, above = ''): Generator<Row> {
  for (const [name, attribute] of Object.entries(block.attributes ?? {})) {
    const flags = (['required', 'optional', 'computed'] as const).filter((flag) => attribute[flag] === true);
    yield { type, path: above + name, kind: 'attribute', shape: shapeOf(attribute.type), flags };
    for (const [member, shape] of membersOf(attribute.type))
      yield { type, path: `${above}${name}.${member}`, kind: 'member', shape: shapeOf(shape), flags: [] };
  }
  for (const [name, nested] of Object.entries(block.block_types ?? {})) {
    if (name === 'timeouts') continue;
    const most = nested.max_items === undefined ? '' : ` max ${nested.max_items}`;
    const flags = [(nested.min_items ?? 0) > 0 ? 'required' : 'optional'];
    yield { type, path: above + name, kind: 'block', shape: nested.nesting_mode + most, flags };
    yield* rowsOf(type, nested.block, `${above}${name}.`);
  }
}

async function freshSchema(): Promise<SchemaRow[]> {
  const schemas = Object.values(((await providerSchemaOf()) as ProviderSchemas).provider_schemas);
  const later = providerVersion();
  return awsTypesRead().flatMap((type) => {
    const name = type.replace(/^data\./, '');
    const found = schemas
      .map((each) => (type === name ? each.resource_schemas : each.data_source_schemas)[name])
      .find((schema) => schema !== undefined);
    if (found === undefined) throw new Error(`The AWS provider ${AWS_PROVIDER_VERSION} has no resource type ${type}`);
    const typed = new Map([...rowsOf(type, schemaOf(type).block)].map((row) => [row.path, row]));
    const rows = [...rowsOf(type, found.block)].map((row): SchemaRow => {
      const other = typed.get(row.path);
      typed.delete(row.path);
      const differs =
        other?.kind === 'attribute' && row.kind === 'attribute' && other.flags.join(' ') !== row.flags.join(' ');
      // The typings mark every `name` and `description` as Optional and Computed.
      const meant = differs && !/(^|\.)(name|description)$/.test(row.path);
      return { ...row, source: AWS_PROVIDER_VERSION + (meant ? `; ${later}: ${other.flags.join(' ')}` : '') };
    });
    const added = [...typed.values()].map((row): SchemaRow => ({ ...row, source: `typings ${later}` }));
    return [...rows, ...added].sort((a, b) => (a.path < b.path ? -1 : 1));
  });
}

// ------------------------------------------------------------------------------------------------ the Rego

/** Facts by type and path. */
type Said = Record<string, Record<string, unknown>>;

/** The content of the Rego package, by rule name. */
export function providerFacts(schema: readonly SchemaRow[], beliefs: readonly Belief[]): Record<string, Said> {
  const believed = new Set(beliefs.map(({ type, belief, path }) => `${type} ${belief} ${path}`));
  const collect = (entries: readonly (readonly [type: string, path: string, said: unknown])[]): Said => {
    const said: Said = {};
    for (const [type, path, value] of entries) (said[type] ??= {})[path] = value;
    return said;
  };
  const paths = (holds: (row: SchemaRow) => boolean): Said =>
    collect(schema.filter(holds).map(({ type, path }) => [type, path, true]));
  const valued = (belief: Belief['belief']): Said =>
    collect(beliefs.filter((row) => row.belief === belief).map((row) => [row.type, row.path, JSON.parse(row.value)]));
  const isObjects = (row: SchemaRow): boolean => row.kind === 'attribute' && row.shape.includes('object');
  const isComputed = (row: SchemaRow): boolean =>
    row.kind === 'block'
      ? believed.has(`${row.type} computed ${row.path}`)
      : row.kind === 'attribute' && looseFlags(row).has('optional') && looseFlags(row).has('computed');
  const alternatives = beliefs.filter(({ belief }) => belief === 'exactly one' || belief === 'one counts');
  return {
    attribute_blocks: paths((row) => isObjects(row) && looseFlags(row).has('optional')),
    computed_blocks: paths((row) => (row.kind === 'block' || isObjects(row)) && isComputed(row)),
    plain_blocks: paths((row) => row.kind === 'block' && !isComputed(row)),
    optional_computed: paths((row) => !isObjects(row) && row.kind !== 'block' && isComputed(row)),
    computed_members: paths(
      (row) => row.kind === 'attribute' && row.path.includes('.') && looseFlags(row).has('computed'),
    ),
    exactly_one: collect(
      alternatives.flatMap(({ type, belief, path }) =>
        belief === 'exactly one' ? path.split('|').map((one) => [type, one, path.split('|')] as const) : [],
      ),
    ),
    rivals: collect(
      alternatives.flatMap(({ type, path }) => {
        const all = path.split('|');
        const last = (one: string): string => one.slice(one.lastIndexOf('.') + 1);
        return all.map((one) => [type, one, all.filter((other) => other !== one).map(last)] as const);
      }),
    ),
    zero_unset: collect(
      beliefs.filter(({ belief }) => belief === 'zero is unset').map(({ type, path }) => [type, path, true]),
    ),
    placeholders: valued('placeholder'),
    defaults: valued('default'),
  };
}

const COMMENTS: Readonly<Record<string, string>> = {
  attribute_blocks: 'Attributes that contain objects and are written as blocks (ingress, route).',
  computed_blocks:
    'Blocks, and attributes that are written as blocks, that are Optional and Computed: unknown in a new resource\n# that does not configure them, and filled in when the provider reads them from AWS.',
  plain_blocks: 'All other blocks: unknown only if a dynamic block has an unknown for_each.',
  optional_computed: 'Attributes that are Optional and Computed.',
  computed_members: 'Attributes of blocks that the provider computes, whether the policies read them or not.',
  exactly_one: 'Groups of attributes of which the configuration sets exactly one.',
  rivals: 'Attributes that do not count if the configuration sets one of the listed attributes in the same block.',
  zero_unset: 'Numeric attributes for which 0 means "not set".',
  placeholders: 'Strings that the provider uses in place of an unknown id.',
  defaults: 'Default values of attributes; for attributes of a block, if the block is configured.',
};

/** The source of the package `lib.provider`, reduced to attributes that the policies read. */
export function providerRego(): string {
  const schema = readSchema();
  const missing = awsTypesRead().filter((type) => !schema.some((row) => row.type === type));
  if (missing.length > 0)
    throw new Error(`schema.tsv has no rows for ${missing.join(', ')}: run \`npm run provider -- --refresh\``);
  const read = wordsOfPolicies();
  const isRead = (name: string, path: string): boolean =>
    name === 'computed_members' || path.split('.').every((word) => read.has(word));
  const rules = Object.entries(providerFacts(schema, readBeliefs(schema))).map(([name, said]) => {
    const types = Object.entries(said)
      .filter(([type]) => !type.startsWith('data.'))
      .map(
        ([type, paths]) =>
          [type, Object.fromEntries(Object.entries(paths).filter(([path]) => isRead(name, path)))] as const,
      )
      .filter(([, paths]) => Object.keys(paths).length > 0);
    return `# ${COMMENTS[name] ?? ''}\n${name} := ${JSON.stringify(Object.fromEntries(types), null, 1)}\n`;
  });
  const text = [
    '# METADATA',
    "# title: Facts about the AWS provider's schema",
    '# description: >-',
    '#   Generated from policies/provider/schema.tsv and beliefs.tsv by `npm run provider`: do not edit. The tables name the',
    '#   source of each row. Contains only attributes that the policies read, but for computed_members. Paths have no',
    '#   indexes: "ingress.from_port".',
    'package lib.provider',
    '',
    'import rego.v1',
    '',
    rules.join('\n'),
  ].join('\n');
  return execFileSync('opa', ['fmt'], { input: text, encoding: 'utf8' });
}

/** The content of `schema.tsv` according to the real provider and the installed typings. */
export async function freshSchemaText(): Promise<string> {
  const cell = (row: SchemaRow, column: (typeof SCHEMA_COLUMNS)[number]): string =>
    column === 'flags' ? row.flags.join(' ') : row[column];
  const lines = (await freshSchema()).map((row) => SCHEMA_COLUMNS.map((column) => cell(row, column)).join('\t'));
  return `${[SCHEMA_COLUMNS.join('\t'), ...lines].join('\n')}\n`;
}

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--refresh')) writeFileSync(SCHEMA, await freshSchemaText());
  const text = providerRego();
  if (!args.includes('--check')) writeFileSync(TARGET, text);
  else if (!existsSync(TARGET) || readFileSync(TARGET, 'utf8') !== text) {
    console.error('policies/lib/provider.rego does not match policies/provider/: run `npm run provider`.');
    process.exitCode = 1;
  }
}

if (require.main === module) void main(process.argv.slice(2));
