/**
 * What the policies believe of the AWS provider's schema, as data: `policies/provider/schema.tsv` is what the provider
 * says of itself, `policies/provider/beliefs.tsv` what its schema hides, each row with its source. Both together give
 * `policies/lib/provider.rego`.
 *
 * Usage: `tsx scripts/provider-data.ts` writes the Rego from the two tables; with `--check` it only compares, and exits
 * with 1 on a difference. With `--refresh` it makes `schema.tsv` anew before: from `terraform providers schema -json` of
 * the provider, and, for what only a later version has, from the installed `@cdktf/provider-aws`. That needs `terraform`
 * on the PATH.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { words } from './policies';
import {
  providerVersion,
  schemaOf,
  type BlockSchema,
  type ProviderSchemas,
  type TypeConstraint,
} from './provider-schema';

const ROOT = join(__dirname, '..');
const POLICIES = join(ROOT, 'policies');
const SCHEMA = join(POLICIES, 'provider', 'schema.tsv');
const BELIEFS = join(POLICIES, 'provider', 'beliefs.tsv');
const TARGET = join(POLICIES, 'lib', 'provider.rego');

/** The version that the tables describe. What a later one adds is marked. */
export const PROVIDER = '5.100.0';

/** Types that the provider offers under two names. The beliefs are written down for the right-hand one alone. */
const ALIASES: Readonly<Record<string, string>> = {
  aws_alb: 'aws_lb',
  aws_alb_listener: 'aws_lb_listener',
  aws_alb_listener_rule: 'aws_lb_listener_rule',
  aws_alb_target_group: 'aws_lb_target_group',
  aws_alb_target_group_attachment: 'aws_lb_target_group_attachment',
};

/** Says how long a resource may take, and is no argument that AWS sees. */
const TIMEOUTS = 'timeouts';

const SCHEMA_COLUMNS = ['type', 'path', 'kind', 'shape', 'flags', 'source'] as const;
const BELIEF_COLUMNS = ['type', 'belief', 'path', 'value', 'source'] as const;

/** An attribute, a block, or a member of the objects that an attribute holds (`ingress.from_port`). */
export type Kind = 'attribute' | 'block' | 'member';

/** One row of `schema.tsv`. */
export interface SchemaRow {
  /** `aws_lb`, or `data.aws_subnet` for a data source. */
  readonly type: string;
  /** Names joined by points, without indexes. */
  readonly path: string;
  readonly kind: Kind;
  /** `string`, `set(string)`, `list(object)` of an attribute; `list`, `list max 1` of a block. */
  readonly shape: string;
  /** `required`, `optional`, `computed`. Of a block the schema says nothing about the last one. */
  readonly flags: readonly string[];
  /** Where it was seen, and the flags of the later version where those are others. */
  readonly source: string;
}

/** Kinds of beliefs. */
export const BELIEFS_KNOWN = ['computed', 'default', 'exclusive', 'zero'] as const;

/**
 * One row of `beliefs.tsv`:
 * - `computed`: the block at `path` is Optional and Computed.
 * - `default`: `value` (JSON) is what the attribute has where nothing is configured.
 * - `exclusive`: of the attributes at `path`, joined by `|`, `exactly one` or `at most one` is configured.
 * - `zero`: whether `0` or `false` that is read back is a `value`, or means that the attribute is `unset`.
 */
export interface Belief {
  readonly type: string;
  readonly belief: (typeof BELIEFS_KNOWN)[number];
  readonly path: string;
  readonly value: string;
  readonly source: string;
}

// ------------------------------------------------------------------------------------------------ tables

function table<Column extends string>(
  text: string,
  columns: readonly Column[],
  file: string,
): Record<Column, string>[] {
  const [head, ...lines] = text.trimEnd().split('\n');
  if (head !== columns.join('\t')) throw new Error(`${file}: the columns must be ${columns.join(', ')}`);
  return lines.map((line, index) => {
    const cells = line.split('\t');
    if (cells.length !== columns.length) {
      throw new Error(
        `${file}:${String(index + 2)} has ${String(cells.length)} cells instead of ${String(columns.length)}`,
      );
    }
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])) as Record<Column, string>;
  });
}

/** The rows of `schema.tsv`. */
export function readSchema(file = SCHEMA): SchemaRow[] {
  return table(readFileSync(file, 'utf8'), SCHEMA_COLUMNS, file).map((row) => {
    if (row.kind !== 'attribute' && row.kind !== 'block' && row.kind !== 'member') {
      throw new Error(`${file}: ${row.type}.${row.path} is of the unknown kind ${row.kind}`);
    }
    return { ...row, kind: row.kind, flags: row.flags.split(' ').filter((flag) => flag !== '') };
  });
}

/** The rows of `beliefs.tsv`, with those of the other names of a type. Throws where a row is about nothing in the schema. */
export function readBeliefs(schema: readonly SchemaRow[], file = BELIEFS): Belief[] {
  const known = new Set(schema.map((row) => `${row.type}.${row.path}`));
  const rows = table(readFileSync(file, 'utf8'), BELIEF_COLUMNS, file).map((row, index) => {
    const at = `${file}:${String(index + 2)}`;
    const belief = BELIEFS_KNOWN.find((word) => word === row.belief);
    if (belief === undefined) throw new Error(`${at}: there is no belief called ${row.belief}`);
    if (row.source === '') throw new Error(`${at} has no source`);
    for (const path of row.path.split('|')) {
      if (!known.has(`${row.type}.${path}`)) throw new Error(`${at}: ${row.type} has no ${path} in schema.tsv`);
    }
    return { ...row, belief };
  });
  const doubled = rows.find((row, index) =>
    rows
      .slice(0, index)
      .some((other) => ['type', 'belief', 'path'].every((name) => other[name as 'type'] === row[name as 'type'])),
  );
  if (doubled !== undefined) throw new Error(`${file} says twice: ${doubled.type} ${doubled.belief} ${doubled.path}`);
  const aliased = Object.entries(ALIASES).flatMap(([alias, type]) =>
    rows.filter((row) => row.type === type).map((row) => ({ ...row, type: alias })),
  );
  return [...rows, ...aliased];
}

/** The flags of a row in this version and the later one together: what is optional or computed in one of both is. */
export function looseFlags(row: SchemaRow): ReadonlySet<string> {
  const later = / \S+: (.*)$/.exec(row.source)?.[1]?.split(' ') ?? [];
  const all = new Set([...row.flags, ...later]);
  if (all.has('optional')) all.delete('required');
  return all;
}

// ------------------------------------------------------------------------------------------------ the provider

/** The types whose attributes the policies read: managed ones, and data sources as `data.<type>`. */
export function typesRead(): string[] {
  const plan = readFileSync(join(POLICIES, 'lib', 'plan.rego'), 'utf8');
  const listed = /^known_types := \{([^}]*)\}/m.exec(plan)?.[1] ?? '';
  const managed = [...listed.matchAll(/"(\w+)"/g)].map(([, type = '']) => type);
  if (managed.length === 0) throw new Error('policies/lib/plan.rego lists no known_types');
  const data = readdirSync(POLICIES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.rego') && !name.endsWith('_test.rego'))
    .flatMap((name) => [...readFileSync(join(POLICIES, name), 'utf8').matchAll(/\bdata_of_type\("(\w+)"\)/g)])
    .map(([, type = '']) => `data.${type}`);
  return [...new Set([...managed, ...data])].sort();
}

/** A directory on this machine from which Terraform can install the provider; undefined where it has to come from the registry. */
export function pluginMirror(): string | undefined {
  const suffix = '/registry.terraform.io/hashicorp/aws';
  const roots = ['/opt', '/usr', join(process.env['HOME'] ?? '/nonexistent', '.terraform.d')];
  for (const root of roots.filter(existsSync)) {
    const found = execFileSync(
      'sh',
      ['-c', `find "$1" -xdev -type d -path "*${suffix}" -not -path "*/.terraform/*" 2>/dev/null || true`, 'sh', root],
      { encoding: 'utf8' },
    ).split('\n')[0];
    if (found !== undefined && found !== '') return found.slice(0, -suffix.length);
  }
  return undefined;
}

/** Environment for Terraform in `directory`: its CLI configuration stands there, and no setting of this machine takes part. */
export function terraformEnvironment(directory: string): NodeJS.ProcessEnv {
  const mirror = pluginMirror();
  const file = join(directory, 'terraform.rc');
  const source = 'registry.terraform.io/hashicorp/aws';
  writeFileSync(
    file,
    mirror === undefined
      ? ''
      : `provider_installation {\n  filesystem_mirror {\n    path    = ${JSON.stringify(mirror)}\n    include = ["${source}"]\n  }\n  direct {\n    exclude = ["${source}"]\n  }\n}\n`,
  );
  const kept = Object.entries(process.env).filter(([name]) => !/^(AWS_|TF_)/.test(name));
  return { ...Object.fromEntries(kept), TF_CLI_CONFIG_FILE: file, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' };
}

/** The built-in provider has no data sources, and names none. */
type Schemas = Partial<ProviderSchemas['provider_schemas'][string]>;

function providerSchemas(): Schemas[] {
  const directory = mkdtempSync(join(tmpdir(), 'tollgate-provider-'));
  try {
    const options = {
      cwd: directory,
      env: terraformEnvironment(directory),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    } as const;
    writeFileSync(
      join(directory, 'main.tf.json'),
      JSON.stringify({
        terraform: { required_providers: { aws: { source: 'hashicorp/aws', version: PROVIDER } } },
        resource: { terraform_data: { built_in: {} } },
      }),
    );
    execFileSync('terraform', ['init', '-input=false', '-no-color'], options);
    const printed = execFileSync('terraform', ['providers', 'schema', '-json'], options);
    return Object.values((JSON.parse(printed) as ProviderSchemas).provider_schemas);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** `set(string)`, `list(object)`: what a cell can hold. */
function shapeOf(type: TypeConstraint): string {
  if (typeof type === 'string') return type;
  const [word, element] = type;
  return word === 'object' || !(typeof element === 'string' || Array.isArray(element))
    ? 'object'
    : `${word}(${shapeOf(element)})`;
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
    for (const [member, shape] of membersOf(attribute.type)) {
      yield { type, path: `${above}${name}.${member}`, kind: 'member', shape: shapeOf(shape), flags: [] };
    }
  }
  for (const [name, nested] of Object.entries(block.block_types ?? {})) {
    if (name === TIMEOUTS) continue;
    const most = nested.max_items === undefined ? '' : ` max ${String(nested.max_items)}`;
    const flags = [(nested.min_items ?? 0) > 0 ? 'required' : 'optional'];
    yield { type, path: above + name, kind: 'block', shape: nested.nesting_mode + most, flags };
    yield* rowsOf(type, nested.block, `${above}${name}.`);
  }
}

/** The rows of `schema.tsv`, made anew. */
function freshSchema(): SchemaRow[] {
  const schemas = providerSchemas();
  const later = providerVersion();
  return typesRead().flatMap((type) => {
    const name = type.replace(/^data\./, '');
    const found = schemas
      .map(
        ({ resource_schemas: managed = {}, data_source_schemas: data = {} }) => (type === name ? managed : data)[name],
      )
      .find((schema) => schema !== undefined);
    if (found === undefined) throw new Error(`the provider ${PROVIDER} has no ${type}`);
    const now = [...rowsOf(type, found.block)];
    const typed = type.includes('aws_')
      ? new Map([...rowsOf(type, schemaOf(type).block)].map((row) => [row.path, row]))
      : new Map<string, Row>();
    const rows = now.map((row): SchemaRow => {
      const other = typed.get(row.path);
      typed.delete(row.path);
      const differs =
        other !== undefined &&
        row.kind === 'attribute' &&
        other.kind === 'attribute' &&
        other.flags.join(' ') !== row.flags.join(' ');
      // The typings call every `name` and `description` optional and computed.
      const meant = differs && !/(^|\.)(name|description)$/.test(row.path);
      return { ...row, source: meant ? `${PROVIDER}; ${later}: ${other.flags.join(' ')}` : PROVIDER };
    });
    const added = [...typed.values()].map((row): SchemaRow => ({ ...row, source: `typings ${later}` }));
    return [...rows, ...added].sort((a, b) => (a.path < b.path ? -1 : 1));
  });
}

function writeSchema(): void {
  const lines = freshSchema().map((row) =>
    SCHEMA_COLUMNS.map((column) => (column === 'flags' ? row.flags.join(' ') : row[column])).join('\t'),
  );
  writeFileSync(SCHEMA, `${[SCHEMA_COLUMNS.join('\t'), ...lines].join('\n')}\n`);
}

// ------------------------------------------------------------------------------------------------ the Rego

type Marks = Map<string, Map<string, unknown>>;

/** What the Rego package holds, by the names of its rules. */
export interface ProviderFacts {
  readonly computed_blocks: Marks;
  readonly plain_blocks: Marks;
  readonly optional_computed: Marks;
  readonly zero_unset: Marks;
  readonly defaults: Marks;
  readonly exclusive: Map<string, { of: string[]; exactly: boolean }[]>;
}

/** What the two tables say together. */
export function providerFacts(schema: readonly SchemaRow[], beliefs: readonly Belief[]): ProviderFacts {
  const said = (type: string, path: string, belief: Belief['belief']): Belief | undefined =>
    index.get(`${type} ${belief} ${path}`);
  const index = new Map(beliefs.map((row) => [`${row.type} ${row.belief} ${row.path}`, row]));
  const marks = (holds: (row: SchemaRow) => boolean): Marks => {
    const found: Marks = new Map();
    for (const row of schema.filter(holds)) mark(found, row.type, row.path, true);
    return found;
  };
  const isComputed = (row: SchemaRow): boolean =>
    row.kind === 'block'
      ? said(row.type, row.path, 'computed') !== undefined
      : row.kind === 'attribute' && looseFlags(row).has('optional') && looseFlags(row).has('computed');
  const isBlock = (row: SchemaRow): boolean =>
    row.kind === 'block' || (row.kind === 'attribute' && row.shape.includes('object'));
  const defaults: Marks = new Map();
  const exclusive: ProviderFacts['exclusive'] = new Map();
  for (const row of beliefs) {
    if (row.belief === 'default') mark(defaults, row.type, row.path, JSON.parse(row.value));
    if (row.belief !== 'exclusive') continue;
    const group = { of: row.path.split('|'), exactly: row.value === 'exactly one' };
    exclusive.set(row.type, [...(exclusive.get(row.type) ?? []), group]);
  }
  return {
    computed_blocks: marks((row) => isBlock(row) && isComputed(row)),
    plain_blocks: marks((row) => row.kind === 'block' && !isComputed(row)),
    optional_computed: marks((row) => !isBlock(row) && isComputed(row)),
    zero_unset: marks((row) =>
      meansUnset(row, said(row.type, row.path, 'zero')?.value, said(row.type, row.path, 'default')?.value),
    ),
    defaults,
    exclusive,
  };
}

const ZEROS: Readonly<Record<string, string>> = { string: '""', number: '0', bool: 'false' };

/** Whether "", 0 or false that is read back means that the attribute is not set. */
function meansUnset(row: SchemaRow, zero: string | undefined, byDefault: string | undefined): boolean {
  if (ZEROS[row.shape] === undefined) return false;
  if (zero !== undefined) return zero === 'unset';
  // Of a member of objects the schema does not say whether it is required, but none has a use for "".
  if (row.kind === 'member') return row.shape === 'string';
  const flags = looseFlags(row);
  if (!flags.has('optional')) return false;
  if (row.shape === 'string') return byDefault === undefined || byDefault !== '""';
  return !flags.has('computed') && byDefault === undefined;
}

function mark(marks: Marks, type: string, path: string, value: unknown): void {
  const found = marks.get(type) ?? new Map<string, unknown>();
  found.set(path, value);
  marks.set(type, found);
}

/** The package `lib.provider`, of what the policies read. */
export function renderRego(facts: ProviderFacts, read: ReadonlySet<string>): string {
  const isRead = (path: string): boolean => path.split('.').every((word) => read.has(word));
  const managed = (type: string): boolean => !type.startsWith('data.');
  const object = (marks: Marks): string => {
    const types = [...marks.entries()]
      .filter(([type]) => managed(type))
      .map(([type, paths]) => [type, [...paths].filter(([path]) => isRead(path)).sort(byKey)] as const)
      .filter(([, paths]) => paths.length > 0)
      .sort(byKey);
    const line = ([type, paths]: (typeof types)[number]): string =>
      `\t${JSON.stringify(type)}: {\n${paths.map(([path, value]) => `\t\t${JSON.stringify(path)}: ${JSON.stringify(value)},\n`).join('')}\t},\n`;
    return `{\n${types.map(line).join('')}}`;
  };
  const groups = [...facts.exclusive.entries()]
    .filter(([type]) => managed(type))
    .map(([type, found]) => [type, found.filter(({ of }) => of.every(isRead))] as const)
    .filter(([, found]) => found.length > 0)
    .sort(byKey)
    .map(
      ([type, found]) =>
        `\t${JSON.stringify(type)}: [\n${found.map(({ of, exactly }) => `\t\t{"of": [${of.map((path) => JSON.stringify(path)).join(', ')}], "exactly": ${String(exactly)}},\n`).join('')}\t],\n`,
    );
  return [
    '# METADATA',
    "# title: What is believed of the AWS provider's schema",
    '# description: >-',
    '#   Generated from policies/provider/schema.tsv and beliefs.tsv by `npm run provider`: do not edit. Those tables name the',
    '#   source of each row. Only what the policies read stands here. Paths are without indexes: "route.gateway_id".',
    'package lib.provider',
    '',
    'import rego.v1',
    '',
    '# Blocks, and attributes that hold objects, which are Optional and Computed: unknown in a new resource that does not',
    '# configure them, and filled by AWS when they are read.',
    `computed_blocks := ${object(facts.computed_blocks)}`,
    '',
    '# All other blocks: unknown for no other reason than a dynamic block whose for_each is unknown.',
    `plain_blocks := ${object(facts.plain_blocks)}`,
    '',
    '# Attributes that are Optional and Computed.',
    `optional_computed := ${object(facts.optional_computed)}`,
    '',
    '# Attributes where "", 0 or false, as it is read back from AWS, means that nothing is set.',
    `zero_unset := ${object(facts.zero_unset)}`,
    '',
    '# Values of attributes that are not configured. Those of members are values within a block that is configured.',
    `defaults := ${object(facts.defaults)}`,
    '',
    '# Attributes that exclude each other: at most one of them is configured, and exactly one where `exactly` says so.',
    `exclusive := {\n${groups.join('')}}`,
    '',
  ].join('\n');
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/** The text of `policies/lib/provider.rego` that the tables give. */
export function providerRego(): string {
  const schema = readSchema();
  const missing = typesRead().filter((type) => !schema.some((row) => row.type === type));
  if (missing.length > 0)
    throw new Error(`policies/provider/schema.tsv lacks ${missing.join(', ')}: run \`npm run provider -- --refresh\``);
  const read = new Set(words(POLICIES));
  const text = renderRego(providerFacts(schema, readBeliefs(schema)), read);
  return execFileSync('opa', ['fmt'], { input: text, encoding: 'utf8' });
}

function main(args: readonly string[]): void {
  if (args.includes('--refresh')) writeSchema();
  const text = providerRego();
  if (!args.includes('--check')) {
    writeFileSync(TARGET, text);
  } else if (!existsSync(TARGET) || readFileSync(TARGET, 'utf8') !== text) {
    console.error('policies/lib/provider.rego is not what policies/provider/ gives: run `npm run provider`.');
    process.exitCode = 1;
  }
}

if (require.main === module) main(process.argv.slice(2));
