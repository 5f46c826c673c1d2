/** The cost of a report as a table that a person reads, or as JSON. */
import { Text, type TextStyle } from './text';
import { basisText, count, sumText, unpricedCount, usageTexts } from './summary';
import type { CostItem, PriceBasis, Report, Unpriced } from '../model';

/** Meanings of a line of the table. */
export const GROUPINGS = ['resource', 'service', 'module'] as const;

/** One of {@link GROUPINGS}. */
export type Grouping = (typeof GROUPINGS)[number];

/** One line: integer micro-dollars a month. */
export interface CostLine {
  readonly name: string;
  /** Sum of the fixed prices at minimum size. */
  readonly minimum: number;
  readonly desired: number;
  readonly maximum: number;
  /** Number of resources of which a part is in no sum. */
  readonly unpriced: number;
}

/** The JSON of `tollgate cost --json`; docs/cost.schema.json describes it. */
export interface CostSummary {
  readonly schemaVersion: 1;
  readonly by: Grouping;
  readonly prices?: PriceBasis;
  readonly unpriced: readonly Unpriced[];
  readonly lines: readonly CostLine[];
  /** The sum of the lines. */
  readonly total: CostLine;
  /** Charges that depend on use, in no sum. */
  readonly use: readonly { readonly address: string; readonly charge: string; readonly price: string }[];
  /** Number of resources that cost nothing by themselves. */
  readonly free: number;
}

/** Sums the costs of a report. */
export function costSummary(report: Report, by: Grouping): CostSummary {
  const { costs, unpriced = [], prices } = report;
  const name = NAMES[by];
  const several = report.stacks.length > 1;
  const at = ({ stack, address }: { readonly stack: string; readonly address: string }): string =>
    `${several ? `${stack}: ` : ''}${name(address)}`;
  const fixed = costs.filter(({ usage }) => usage === '');
  const names = [...new Set([...fixed, ...unpriced].map(at))];
  const lines = names.map((line) =>
    lineOf(
      line,
      fixed.filter((cost) => at(cost) === line),
      unpriced.filter((entry) => at(entry) === line),
    ),
  );
  return {
    schemaVersion: 1,
    by,
    ...(prices === undefined ? {} : { prices }),
    unpriced,
    lines: lines.sort((one, other) => other.maximum - one.maximum || (one.name < other.name ? -1 : 1)),
    total: lineOf('total', fixed, unpriced),
    use: costs
      .filter(({ usage }) => usage !== '')
      .map(({ address, item, usage }) => ({ address, charge: item, price: usage })),
    free: report.stacks.reduce((sum, { free = 0 }) => sum + free, 0),
  };
}

function lineOf(name: string, costs: readonly CostItem[], unpriced: readonly Unpriced[]): CostLine {
  const sum = (size: 'minimum' | 'desired' | 'maximum'): number => costs.reduce((all, cost) => all + cost[size], 0);
  return {
    name,
    ...{ minimum: sum('minimum'), desired: sum('desired'), maximum: sum('maximum') },
    unpriced: unpricedCount(unpriced),
  };
}

/** Names of the lines, by the address of a resource. A service is the first word of a type: `lb`, `rds`. */
const NAMES: Readonly<Record<Grouping, (address: string) => string>> = {
  resource: (address) => address,
  service: (address) => {
    const type = parts(address).at(-2) ?? address;
    const [provider = '', service = provider] = type.split('_');
    return service;
  },
  module: (address) => {
    const steps = parts(address).slice(0, -2);
    return steps.length === 0 ? 'root module' : steps.join('.');
  },
};

/** The steps of an address. A dot within an instance key separates nothing. */
function parts(address: string): string[] {
  return address.match(/(?:\[(?:"(?:[^"\\]|\\.)*"|[^\]])*\]|[^.[])+/g) ?? [];
}

const SIZES = ['minimum', 'desired', 'maximum'] as const;

/** The table: what has no price, the lines, the charges by use, and the number of free resources. */
export function costTable(report: Report, by: Grouping, style: TextStyle): string {
  const { lines, total, unpriced, free, prices } = costSummary(report, by);
  const text = new Text(style);
  const { bold, dim, yellow } = text.colours;
  if (unpriced.length > 0) {
    text.line(yellow(`Without a price: ${count(unpricedCount(unpriced), 'resource')}, in no sum`));
    for (const { address, reason } of unpriced) text.labelled(2, '', `${address}: ${reason}`);
    text.blank();
  }
  const cells = (line: CostLine): string[] =>
    SIZES.map((size) => {
      const nothing = line.minimum === 0 && line.maximum === 0 && line.unpriced > 0;
      return sumText(nothing ? undefined : line[size], line.unpriced);
    });
  const rows = [...lines, total].map((line) => [line.name, ...cells(line)]);
  const heads = [`US dollars a month, by ${by}`, ...SIZES.map((size) => `at ${size}`)];
  const widths = heads.map((_, at) => Math.max(...[heads, ...rows].map((row) => (row[at] ?? '').length)));
  const print = (row: readonly string[]): string =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : `  ${cell.padStart(widths[at] ?? 0)}`)).join('');
  text.line(dim(print(heads)));
  for (const row of rows.slice(0, -1)) text.line(print(row));
  text.line(bold(print(rows.at(-1) ?? [])));
  const use = usageTexts(report.costs);
  if (use.length > 0) {
    text.blank();
    text.line('By use, in no sum:');
    for (const { text: price } of use) text.labelled(2, '', price);
  }
  text.blank();
  text.line(`Free by themselves: ${count(free, 'resource')}`);
  if (prices !== undefined) text.labelled(0, '', basisText(prices), dim);
  return text.toString();
}
