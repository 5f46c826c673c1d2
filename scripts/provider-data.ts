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
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { providerSchemaOf } from '../test/aws/provider';
import { AWS_PROVIDER_VERSION } from '../test/aws/version';
import { words } from './policies';
import {
  providerVersion,
  schemaOf,
  type BlockSchema,
  type ProviderSchemas,
  type TypeConstraint,
} from './provider-schema';

const POLICIES = join(__dirname, '..', 'policies');
/** Path of the provider's own schema. */
export const SCHEMA = join(POLICIES, 'provider', 'schema.tsv');
const BELIEFS = join(POLICIES, 'provider', 'beliefs.tsv');
const TARGET = join(POLICIES, 'lib', 'provider.rego');

/** Types with two names in the provider. `beliefs.tsv` uses the name on the right. */
const ALIASES: Readonly<Record<string, string>> = {
  aws_alb: 'aws_lb',
  aws_alb_listener: 'aws_lb_listener',
  aws_alb_listener_rule: 'aws_lb_listener_rule',
  aws_alb_target_group: 'aws_lb_target_group',
  aws_alb_target_group_attachment: 'aws_lb_target_group_attachment',
};

const SCHEMA_COLUMNS = ['type', 'path', 'kind', 'shape', 'flags', 'source'] as const;
const BELIEF_COLUMNS = ['type', 'belief', 'path', 'value', 'source'] as const;

/** A row of `schema.tsv`. */
export interface SchemaRow {
  /** `aws_lb`, or `data.aws_subnet` for a data source. */
  readonly type: string;
  /** Dotted names without indexes: `ingress.from_port`. */
  readonly path: string;
  /** `member` means an attribute of the objects in an attribute. */
  readonly kind: 'attribute' | 'block' | 'member';
  /** Type of an attribute: `string`, `set(string)`, `set(object)`. Nesting of a block: `list`, `list max 1`. */
  readonly shape: string;
  /** `required`, `optional`, `computed`. The schema does not tell whether a block is computed. */
  readonly flags: readonly string[];
  /** Provider version, followed by the flags of the later version if they differ; or `typings` and a version. */
  readonly source: string;
}

/**
 * Kinds of beliefs:
 * - `computed`: the block is Optional and Computed.
 * - `exactly one`: the configuration sets exactly one of the attributes, which are joined by `|`; only that one counts.
 * - `one counts`: the configuration sets at most one of the attributes; only that one counts.
 * - `at most one`: the provider refuses a configuration that sets several of the attributes. No rule needs this yet.
 * - `placeholder`: the provider uses `value` (JSON) in place of an unknown id.
 * - `default`: the attribute has `value` (JSON) when it is not configured; for an attribute of a block, when the block
 * is configured.
 * - `zero is unset`: 0 means that the attribute is not set. (An empty string always does.)
 */
const KINDS = [
  'computed',
  'exactly one',
  'one counts',
  'at most one',
  'placeholder',
  'default',
  'zero is unset',
] as const;

/** A row of `beliefs.tsv`. */
export interface Belief {
  readonly type: string;
  readonly belief: (typeof KINDS)[number];
  readonly path: string;
  readonly value: string;
  readonly source: string;
}

// ------------------------------------------------------------------------------------------------ tables

function table<Column extends string>(file: string, columns: readonly Column[]): Record<Column, string>[] {
  const [head, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  if (head !== columns.join('\t'))
    throw new Error(`${file}: the first line must name the columns ${columns.join(', ')}`);
  return lines.map((line, index) => {
    const cells = line.split('\t');
    if (cells.length !== columns.length)
      throw new Error(`${file}:${index + 2} has ${cells.length} cells instead of ${columns.length}.`);
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])) as Record<Column, string>;
  });
}

/** Reads `schema.tsv`. */
export function readSchema(): SchemaRow[] {
  return table(SCHEMA, SCHEMA_COLUMNS).map((row) => ({
    ...row,
    kind: row.kind as SchemaRow['kind'],
    flags: row.flags.split(' ').filter((flag) => flag !== ''),
  }));
}

/**
 * Reads `beliefs.tsv` and adds rows for the other names of a type.
 *
 * @throws Error for a row without source, and for an attribute that the schema does not contain
 */
export function readBeliefs(schema: readonly SchemaRow[], file = BELIEFS): Belief[] {
  const known = new Set(schema.map((row) => `${row.type}.${row.path}`));
  const seen = new Set<string>();
  const rows = table(file, BELIEF_COLUMNS).map((row, index): Belief => {
    const at = `${file}:${index + 2}`;
    const belief = KINDS.find((kind) => kind === row.belief);
    if (belief === undefined) throw new Error(`${at}: unknown belief ${row.belief}; allowed are ${KINDS.join(', ')}`);
    if (row.source === '') throw new Error(`${at}: the source is empty`);
    for (const path of row.path.split('|'))
      if (!known.has(`${row.type}.${path}`))
        throw new Error(`${at}: schema.tsv has no attribute ${path} of ${row.type}`);
    const mark = `${row.type} ${row.belief} ${row.path}`;
    if (seen.has(mark)) throw new Error(`${at}: duplicate row ${mark}`);
    seen.add(mark);
    return { ...row, belief };
  });
  const aliased = Object.entries(ALIASES).flatMap(([alias, type]) =>
    rows.filter((row) => row.type === type).map((row) => ({ ...row, type: alias })),
  );
  return [...rows, ...aliased];
}

/** Flags that this version or the later one sets. */
function looseFlags({ flags, source }: SchemaRow): ReadonlySet<string> {
  const later = /; \S+: (.*)$/.exec(source)?.[1]?.split(' ') ?? [];
  return new Set([...flags, ...later]);
}

// ------------------------------------------------------------------------------------------------ the provider

/** Resource types whose attributes the policies read; data sources as `data.<type>`. */
export function typesRead(): string[] {
  const plan = readFileSync(join(POLICIES, 'lib', 'plan.rego'), 'utf8');
  const listed = /^known_types := \{([^}]*)\}/m.exec(plan)?.[1] ?? '';
  const managed = [...listed.matchAll(/"(\w+)"/g)].map(([, type = '']) => type);
  if (managed.length === 0) throw new Error('policies/lib/plan.rego lists no known_types');
  const data = readdirSync(POLICIES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.rego') && !name.endsWith('_test.rego'))
    .flatMap((name) => [...readFileSync(join(POLICIES, name), 'utf8').matchAll(/\bdata_of_type\("(\w+)"\)/g)])
    .map(([, type = '']) => `data.${type}`);
  return [...new Set([...managed, ...data])].filter((type) => type.includes('aws_')).sort();
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
  return typesRead().flatMap((type) => {
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
  attribute_blocks: 'Attributes that hold objects and are written as blocks (ingress, route).',
  computed_blocks:
    'Blocks, and attributes that are written as blocks, which are Optional and Computed: unknown in a new resource\n# that does not configure them, and filled when they are read from AWS.',
  plain_blocks: 'All other blocks: unknown for no other reason than a dynamic block whose for_each is unknown.',
  optional_computed: 'Attributes that are Optional and Computed.',
  exactly_one: 'Attributes of which the configuration sets exactly one.',
  rivals: 'Attributes that do not count where the configuration sets one of these, which stand in the same block.',
  zero_unset: 'Numbers of which 0 means "not set".',
  placeholders: 'Strings that stand for an id that is not known yet.',
  defaults: 'Values of attributes that are not configured; of members, within a block that is configured.',
};

/** The source of the package `lib.provider`, reduced to attributes that the policies read. */
export function providerRego(): string {
  const schema = readSchema();
  const missing = typesRead().filter((type) => !schema.some((row) => row.type === type));
  if (missing.length > 0)
    throw new Error(`schema.tsv has no rows for ${missing.join(', ')}: run \`npm run provider -- --refresh\``);
  const read = new Set(words(POLICIES, ['provider.rego']));
  const isRead = ([path]: [string, unknown]): boolean => path.split('.').every((word) => read.has(word));
  const rules = Object.entries(providerFacts(schema, readBeliefs(schema))).map(([name, said]) => {
    const types = Object.entries(said)
      .filter(([type]) => !type.startsWith('data.'))
      .map(([type, paths]) => [type, Object.fromEntries(Object.entries(paths).filter(isRead))] as const)
      .filter(([, paths]) => Object.keys(paths).length > 0);
    return `# ${COMMENTS[name] ?? ''}\n${name} := ${JSON.stringify(Object.fromEntries(types), null, 1)}\n`;
  });
  const text = [
    '# METADATA',
    "# title: What is believed of the AWS provider's schema",
    '# description: >-',
    '#   Generated from policies/provider/schema.tsv and beliefs.tsv by `npm run provider`: do not edit. Those tables name the',
    '#   source of each row. Only what the policies read stands here. Paths are without indexes: "ingress.from_port".',
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
