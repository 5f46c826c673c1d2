/**
 * The two tables in `policies/provider/`: `schema.tsv` contains the AWS provider's own schema, `beliefs.tsv` facts that
 * the schema does not show.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Path of the provider's own schema. */
export const SCHEMA = join(__dirname, '..', 'policies', 'provider', 'schema.tsv');
const BELIEFS = join(__dirname, '..', 'policies', 'provider', 'beliefs.tsv');

/** Types with two names in the provider. `beliefs.tsv` uses the name on the right. */
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
 * - `default`: the attribute has `value` (JSON) if it is not configured; an attribute of a block, if the block is
 * configured.
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
  if (head !== columns.join('\t'))
    throw new Error(`${file}: the first line must name the columns ${columns.join(', ')}`);
  return lines.map((line, index) => {
    const cells = line.split('\t');
    if (cells.length !== columns.length)
      throw new Error(`${file}:${index + 2} has ${cells.length} cells; write ${columns.length}.`);
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])) as Record<Column, string>;
  });
}

/** Reads `schema.tsv`. */
export function readSchema(file = SCHEMA): SchemaRow[] {
  return table(file, SCHEMA_COLUMNS).map((row) => ({
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
      if (!known.has(`${row.type}.${path}`)) throw new Error(`${at}: ${row.type} has no ${path} in schema.tsv`);
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
