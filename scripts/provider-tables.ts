/**
 * The two tables in `policies/provider/`: `schema.tsv` is what the AWS provider says of itself, `beliefs.tsv` what its schema hides.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The table of what the provider says of itself. */
export const SCHEMA = join(__dirname, '..', 'policies', 'provider', 'schema.tsv');
const BELIEFS = join(__dirname, '..', 'policies', 'provider', 'beliefs.tsv');

/** Types that the provider offers under two names. Beliefs are written down for the right-hand name alone. */
const ALIASES: Readonly<Record<string, string>> = {
  aws_alb: 'aws_lb',
  aws_alb_listener: 'aws_lb_listener',
  aws_alb_listener_rule: 'aws_lb_listener_rule',
  aws_alb_target_group: 'aws_lb_target_group',
  aws_alb_target_group_attachment: 'aws_lb_target_group_attachment',
};

/** The columns of `schema.tsv`. */
export const SCHEMA_COLUMNS = ['type', 'path', 'kind', 'shape', 'flags', 'source'] as const;
const BELIEF_COLUMNS = ['type', 'belief', 'path', 'value', 'source'] as const;

/** One row of `schema.tsv`. */
export interface SchemaRow {
  /** `aws_lb`, or `data.aws_subnet` for a data source. */
  readonly type: string;
  /** Names joined by points, without indexes: `ingress.from_port`. */
  readonly path: string;
  /** A `member` is one of the objects that an attribute holds. */
  readonly kind: 'attribute' | 'block' | 'member';
  /** `string`, `set(string)`, `set(object)` of an attribute; `list`, `list max 1` of a block. */
  readonly shape: string;
  /** `required`, `optional`, `computed`. Of a block the schema does not say the last one. */
  readonly flags: readonly string[];
  /** The version, and the flags of the later version where these are others; or `typings` and a version. */
  readonly source: string;
}

/**
 * Kinds of beliefs:
 * - `computed`: the block is Optional and Computed.
 * - `exactly one`: the configuration sets exactly one of the attributes, which are joined by `|`; that one counts.
 * - `one counts`: the same for at most one of them.
 * - `at most one`: the provider refuses a configuration that sets more than one of them. No rule needs that yet.
 * - `placeholder`: the provider puts `value` (JSON) in place of an id that it does not know yet.
 * - `default`: the attribute has `value` (JSON) where nothing is configured; of a block's member, within the block.
 * - `zero is unset`: 0 means that the attribute is not set. (So does an empty string everywhere.)
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

/** One row of `beliefs.tsv`. */
export interface Belief {
  readonly type: string;
  readonly belief: (typeof KINDS)[number];
  readonly path: string;
  readonly value: string;
  readonly source: string;
}

function table<Column extends string>(file: string, columns: readonly Column[]): Record<Column, string>[] {
  const [head, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  if (head !== columns.join('\t')) throw new Error(`${file}: the columns must be ${columns.join(', ')}`);
  return lines.map((line, index) => {
    const cells = line.split('\t');
    if (cells.length !== columns.length)
      throw new Error(`${file}:${index + 2} has ${cells.length} cells; write ${columns.length}.`);
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])) as Record<Column, string>;
  });
}

/** The rows of `schema.tsv`. */
export function readSchema(file = SCHEMA): SchemaRow[] {
  return table(file, SCHEMA_COLUMNS).map((row) => ({
    ...row,
    kind: row.kind as SchemaRow['kind'],
    flags: row.flags.split(' ').filter((flag) => flag !== ''),
  }));
}

/** The rows of `beliefs.tsv`, also under the other names of a type. Throws where a row has no source, or is about nothing in the schema. */
export function readBeliefs(schema: readonly SchemaRow[], file = BELIEFS): Belief[] {
  const known = new Set(schema.map((row) => `${row.type}.${row.path}`));
  const seen = new Set<string>();
  const rows = table(file, BELIEF_COLUMNS).map((row, index): Belief => {
    const at = `${file}:${index + 2}`;
    const belief = KINDS.find((kind) => kind === row.belief);
    if (belief === undefined) throw new Error(`${at}: there is no belief called ${row.belief}`);
    if (row.source === '') throw new Error(`${at} has no source`);
    for (const path of row.path.split('|'))
      if (!known.has(`${row.type}.${path}`)) throw new Error(`${at}: ${row.type} has no ${path} in schema.tsv`);
    const mark = `${row.type} ${row.belief} ${row.path}`;
    if (seen.has(mark)) throw new Error(`${at} stands there twice: ${mark}`);
    seen.add(mark);
    return { ...row, belief };
  });
  const aliased = Object.entries(ALIASES).flatMap(([alias, type]) =>
    rows.filter((row) => row.type === type).map((row) => ({ ...row, type: alias })),
  );
  return [...rows, ...aliased];
}
