import { flowPicture } from './flows';
import { placeOf, placeText, sourceWords } from './place';
import { code, html, plain, prose } from './markdown-text';
import {
  acrossStacks,
  basisText,
  byRule,
  capital,
  count,
  countsOf,
  countsOfAll,
  EMPTY_PASS,
  isEmptyPass,
  notices,
  ofRun,
  openTexts,
  proposedHeadline,
  proposedOf,
  proposedSentence,
  sentence,
  settingsChangeTexts,
  sumText,
  unpricedCount,
  unpricedTexts,
  usageTexts,
  worstOf,
  type Shared,
} from './summary';
import type {
  AcceptedUndecided,
  CostItem,
  Finding,
  Judged,
  Judgement,
  PriceBasis,
  Problem,
  Proposed,
  RuleReport,
  Unpriced,
  WaivedFinding,
} from '../model';

/** Options of a Markdown report. */
export interface MarkdownStyle {
  /**
   * Maximum length in UTF-16 code units.
   *
   * @default 65,000: GitHub accepts 65,536 in a comment
   */
  readonly limit?: number;
}

const LIMIT = 65_000;
/** Reserved for the sentence about omitted parts. */
const RESERVE = 400;
/** Number of places of one rule that are shown unfolded. */
const OPEN = 3;
/** Longer blocks are folded. */
const LONG = 600;
const FLOW_WIDTH = 100;

/** A part of the report that is either shown whole, or omitted and counted. */
interface Block {
  /** Noun for the count of omitted blocks: `finding`. */
  readonly kind: string;
  /** Number of findings (or other items) in the block. */
  readonly size: number;
  readonly text: string;
  /** Headings to print before the block, unless the previous block has printed them. */
  readonly heads: readonly string[];
  /** Whether the block is shown inside `<details>`. */
  readonly folded: boolean;
  /** Folded blocks of one group share one `<details>`. */
  readonly group: string;
}

/**
 * The report as GitHub Markdown for a comment on a pull request: the verdict, the findings worst first, then the rest.
 * Blocks that exceed the limit are omitted whole, and the text says how many.
 */
export function markdownReport(judged: readonly Judged[], { limit = LIMIT }: MarkdownStyle = {}): string {
  const head = headText(judged);
  const blocks = judged.flatMap((each) => blocksOf(each, judged.length > 1));
  const shown: Block[] = [];
  const left = new Map<string, number>();
  let room = limit - head.length - RESERVE;
  for (const block of blocks) {
    const previous = shown.at(-1);
    const needed = newHeads(block, previous).join('\n\n').length;
    const joins = previous?.folded === true && previous.group === block.group;
    // A `<details>` costs about 80 characters, once per group.
    const length = block.text.length + needed + 2 * block.heads.length + (block.folded && !joins ? 80 : 0) + 2;
    if (length > room) {
      left.set(block.kind, (left.get(block.kind) ?? 0) + block.size);
      continue;
    }
    room -= length;
    shown.push(block);
  }
  return `${[head, ...bodyText(shown), ...leftText(left)].join('\n\n')}\n`;
}

const MARKS = { passed: '✅', denied: '❌', 'could-not-judge': '⚠️' } as const;
/** No tick, because no rule applied. */
const EMPTY_MARK = '⚪';
const WORDS = { passed: 'Passed', denied: 'Denied', 'could-not-judge': 'Could not judge' } as const;

/** Comes before the verdict: what a change does to the files that judge it. */
export function proposedBlock(proposed: Proposed | undefined): string[] {
  if (proposed === undefined) return [];
  const lines = settingsChangeTexts(proposed).map((text) => `- ${code(text)}`);
  return [`## ⚠️ ${plain(proposedHeadline(proposed))}`, plain(proposedSentence(proposed)), lines.join('\n')];
}

function headText(judged: readonly Judged[]): string {
  const { outcome } = worstOf(judged);
  const [only] = judged;
  const reports = judged.map(({ report }) => report);
  const empty = reports.filter(isEmptyPass).length;
  const all = empty === reports.length;
  const about =
    judged.length === 1 && only !== undefined
      ? countsOf(only.report)
      : [
          `${count(judged.length, 'input')}${empty === 0 || all ? '' : `, and no rule applied to ${empty} of them`}`,
          ...countsOfAll(reports),
        ];
  const stacks = reports.flatMap((report) => report.stacks);
  const resources = stacks.reduce((sum, stack) => sum + stack.resources, 0);
  const rules = new Set(reports.flatMap((report) => report.rules.map(({ id }) => id)));
  const seen = [count(stacks.length, 'stack'), count(resources, 'resource'), count(rules.size, 'rule')].join(', ');
  const { proposed: _, ...others } = ofRun(reports);
  const remarks = notices(others).map((notice) => `> ${plain(notice)}`);
  return [
    ...proposedBlock(proposedOf(reports)),
    `## ${all ? EMPTY_MARK : MARKS[outcome]} ${WORDS[outcome]}${all ? EMPTY_PASS : ''}${about.length === 0 ? '' : `: ${about.join(', ')}`}`,
    `${seen}.`,
    ...(remarks.length === 0 ? [] : [remarks.join('\n>\n')]),
  ].join('\n\n');
}

/** The headings of a block that the previous block has not printed. */
function newHeads({ heads }: Block, previous: Block | undefined): readonly string[] {
  const first = heads.findIndex((head, index) => head !== previous?.heads[index]);
  return first < 0 ? [] : heads.slice(first);
}

/** Joins neighbouring folded blocks of one group. */
function bodyText(blocks: readonly Block[]): string[] {
  const lines: string[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (block === undefined) break;
    lines.push(...newHeads(block, blocks[at - 1]));
    if (!block.folded) {
      lines.push(block.text);
      continue;
    }
    const fold = [block];
    for (let next = blocks[at + 1]; next?.folded === true && next.group === block.group; next = blocks[at + 1]) {
      fold.push(next);
      at += 1;
    }
    const number = fold.reduce((sum, { size }) => sum + size, 0);
    const more = blocks.some(({ group, folded }) => group === block.group && !folded);
    const name = more ? `${number} more` : count(number, block.kind);
    lines.push(`<details><summary>${name}</summary>`, ...fold.map(({ text }) => text), '</details>');
  }
  return lines;
}

function leftText(left: ReadonlyMap<string, number>): string[] {
  if (left.size === 0) return [];
  const parts = [...left].map(([kind, number]) => count(number, kind));
  return [
    `**Omitted, because of the length limit of comments: ${parts.join(', ')}.** The other reports of this run are complete.`,
  ];
}

function blocksOf(judged: Judged, several: boolean): Block[] {
  const { report, files } = judged;
  const empty = isEmptyPass(report);
  const said = [...(empty ? [`passed${EMPTY_PASS}`] : []), ...countsOf(report)].join(', ') || 'passed';
  const title = several
    ? [`## ${empty ? EMPTY_MARK : MARKS[report.verdict.outcome]} ${code(files.join(', '))}: ${said}`]
    : [];
  const of = <T extends Judgement>(
    entries: readonly T[],
    section: string,
    kind: string,
    show: (shared: Shared<T>) => string,
    folded = false,
  ): Block[] =>
    byRule(entries).flatMap((rule) =>
      acrossStacks(rule, (entry) => placeText(placeOf(entry, judged) ?? { file: '' })).map((shared, index) => {
        const text = show(shared);
        return {
          ...{
            kind,
            text,
            size: shared.stacks.length,
            group: `${title.join('')}${section}${folded ? '' : shared.entry.id}`,
          },
          folded: folded || index >= OPEN || text.length > LONG,
          heads: [...title, ...(folded ? [] : [...(section === '' ? [] : [section]), ruleHead(shared.entry)])],
        };
      }),
    );
  const whole = (kind: string, text: string, summaryText?: string): Block[] =>
    text === ''
      ? []
      : [
          {
            ...{ kind, size: 1, folded: false, group: kind, heads: title },
            text: summaryText === undefined ? text : fold(summaryText, text),
          },
        ];
  const blocks = [
    ...report.problems.map((problem) => ({
      ...{ kind: 'problem', size: 1, text: problemText(problem), heads: title, folded: false, group: 'problem' },
    })),
    ...of(
      report.findings.filter(({ enforcement }) => enforcement === 'block'),
      '',
      'finding',
      (shared) => findingText(shared, judged),
    ),
    ...of(report.undecided, '### Undecided', 'undecided value', (shared) => undecidedText(shared, judged)),
    ...of(
      report.findings.filter(({ enforcement }) => enforcement !== 'block'),
      '### Warnings',
      'warning',
      (shared) => findingText(shared, judged),
    ),
    ...of(
      report.accepted ?? [],
      'Accepted',
      'accepted undecided value',
      (shared) => acceptedText(shared, judged),
      true,
    ),
    ...of(report.waived, 'Waived', 'waived finding', (shared) => waivedText(shared, judged), true),
    ...of(report.known, 'Known', 'known finding', shortText, true),
    ...whole('picture of flows', flowsText(judged)),
    ...whole('list of rules that allow traffic from the Internet', openText(judged)),
    ...report.stacks.flatMap(({ name }) => {
      const costs = report.costs.filter(({ stack }) => stack === name);
      const unpriced = (report.unpriced ?? []).filter(({ stack }) => stack === name);
      return costs.length + unpriced.length === 0
        ? []
        : whole('table of costs', costTable(costs, unpriced, report.prices), costSummary(name, costs, unpriced));
    }),
    ...whole('list of resources without a price', unpricedText(judged)),
    ...whole('list of rules', rulesList(report.rules), rulesSummary(report.rules)),
  ];
  return blocks.length > 0
    ? blocks
    : title.map((text) => ({ kind: 'input', size: 1, text, heads: [], folded: false, group: text }));
}

/** The violation and its fix, once for all places. */
function ruleHead({ severity, id, title, fix }: Judgement): string {
  return `#### ${capital(severity)} · ${id} · ${plain(title)}\n\n_Fix:_ ${prose(fix)}`;
}

const BREAK = '<br>\n';

function where({ entry, stacks }: Shared<Judgement>, judged: Judged): string {
  const place = placeOf(entry, judged);
  const named = stacks.filter((stack) => stack !== '' && stack !== place?.file);
  return [
    `**${code(entry.address)}**`,
    ...(named.length === 0 ? [] : [` in ${named.map(code).join(' and ')}`]),
    ...(entry.path === '' ? [] : [`, ${code(entry.path)}`]),
    ...(entry.source === undefined ? [] : [`, ${sourceWords(entry.source)} ${code(placeText(entry.source))}`]),
  ].join('');
}

function findingText(shared: Shared<Finding>, judged: Judged): string {
  const { found, allowed, why } = shared.entry;
  return [where(shared, judged), `Found: ${code(found)}. Allowed: ${code(allowed)}.`, plain(sentence(why))].join(BREAK);
}

function undecidedText(shared: Shared<Judgement>, judged: Judged): string {
  return [where(shared, judged), plain(sentence(shared.entry.why))].join(BREAK);
}

function acceptedText(shared: Shared<AcceptedUndecided>, judged: Judged): string {
  const { id, why, waiver } = shared.entry;
  return [
    `${id}: ${where(shared, judged)}`,
    `Undecided: ${plain(sentence(why))}`,
    `Accepted until ${waiver.expires} by ${plain(waiver.owner)}: ${plain(sentence(waiver.reason))}`,
  ].join(BREAK);
}

function waivedText(shared: Shared<WaivedFinding>, judged: Judged): string {
  const { id, found, allowed, waiver } = shared.entry;
  return [
    `${id}: ${where(shared, judged)}`,
    `Found: ${code(found)}. Allowed: ${code(allowed)}.`,
    `Waived until ${waiver.expires} by ${plain(waiver.owner)}: ${plain(sentence(waiver.reason))}`,
  ].join(BREAK);
}

function shortText({ entry: { id, address, path, found }, stacks }: Shared<Finding>): string {
  const at = [...stacks, address, path].filter((part) => part !== '').map(code);
  return `${id}: ${at.join(', ')}: ${code(found)}`;
}

function problemText({ stack, what, why, fix, example }: Problem): string {
  const told = [`**${stack === '' ? '' : `${plain(stack)}: `}${plain(what)}**`, plain(why), `_Fix:_ ${prose(fix)}`];
  return `${told.join(BREAK)}${example === undefined ? '' : `\n\n\`\`\`json\n${example}\n\`\`\``}`;
}

/** Security group rules that allow traffic from the Internet. */
function openText({ report }: Judged): string {
  const open = report.openToInternet ?? [];
  if (open.length === 0) return '';
  const rows = openTexts(open).map(({ address, text }) => `- ${code(address)}: ${plain(text)}`);
  return `**Open to the Internet**, not judged without flows\n\n${rows.join('\n')}`;
}

function unpricedText({ report }: Judged): string {
  const texts = unpricedTexts(report.unpriced ?? []).map((reason) => `- ${plain(reason)}`);
  return texts.length === 0 ? '' : `**Without a price**, not in any total\n\n${texts.join('\n')}`;
}

/** Stacks with identical flows share a picture, for example the environments of one program. */
function flowsText({ report }: Judged): string {
  const pictures = new Map<string, string[]>();
  for (const { name } of report.stacks) {
    const lines = flowPicture(
      report.flows.filter(({ stack }) => stack === name),
      FLOW_WIDTH,
    );
    if (lines.length === 0) continue;
    const picture = lines.join('\n');
    pictures.set(picture, [...(pictures.get(picture) ?? []), name]);
  }
  const found = report.undeclared?.includes('flows') === true ? ', found and not declared,' : '';
  return [...pictures]
    .map(
      ([picture, names]) => `**Flows${found}** of ${names.map(code).join(' and ')}\n\n\`\`\`text\n${picture}\n\`\`\``,
    )
    .join('\n\n');
}

const AMOUNTS = ['minimum', 'desired', 'maximum'] as const;

function total(costs: readonly CostItem[], unpriced: readonly Unpriced[]): string[] {
  return AMOUNTS.map((amount) =>
    sumText(
      costs.length === 0 ? undefined : costs.reduce((sum, cost) => sum + cost[amount], 0),
      unpricedCount(unpriced),
    ),
  );
}

function costSummary(name: string, costs: readonly CostItem[], unpriced: readonly Unpriced[]): string {
  const fixed = costs.filter(({ usage }) => usage === '');
  const [, desired = '', maximum = ''] = total(fixed, unpriced);
  const price = fixed.length === 0 ? desired : `${desired} a month, ${maximum} at maximum size`;
  return `Cost of <code>${html(name)}</code>: ${price}${fixed.length < costs.length && fixed.length > 0 ? ', without use' : ''}`;
}

function costTable(costs: readonly CostItem[], unpriced: readonly Unpriced[], prices: PriceBasis | undefined): string {
  const fixed = costs.filter(({ usage }) => usage === '');
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const parts = [...new Set([...fixed, ...unpriced].map(({ part }) => part))].sort();
  const own = <T extends { readonly part: string }>(entries: readonly T[], part: string): T[] =>
    entries.filter((entry) => entry.part === part);
  const table = [
    row(['US dollars per month', ...AMOUNTS]),
    '| :-- | --: | --: | --: |',
    ...parts.map((part) => row([plain(part), ...total(own(fixed, part), own(unpriced, part))])),
    row(['**total of fixed prices**', ...total(fixed, unpriced).map((amount) => `**${amount}**`)]),
  ].join('\n');
  const unknown = usageTexts(costs).map(({ part, text }) => `- ${plain(part)}: ${plain(text)}`);
  return [
    ...(fixed.length + unpriced.length === 0 ? [] : [table]),
    ...(unknown.length === 0 ? [] : [`Depends on usage:\n\n${unknown.join('\n')}`]),
    ...(prices === undefined ? [] : [plain(basisText(prices))]),
  ].join('\n\n');
}

const OUTCOMES: Readonly<Record<RuleReport['outcome'], string>> = {
  denied: 'denied',
  undecided: 'undecided',
  accepted: 'accepted',
  passed: 'passed',
  'not-applicable': 'not applicable',
  off: 'off',
};

function rulesSummary(rules: readonly RuleReport[]): string {
  const counts = Object.entries(OUTCOMES).map(([outcome, word]) => {
    const number = rules.filter((rule) => rule.outcome === outcome).length;
    return number === 0 ? [] : [`${number} ${word}`];
  });
  return `${count(rules.length, 'rule')}: ${counts.flat().join(', ')}`;
}

function rulesList(rules: readonly RuleReport[]): string {
  if (rules.length === 0) return '';
  const rows = rules.map(({ id, title, severity, enforcement, outcome }) => {
    const warned = enforcement === 'warn' && (outcome === 'denied' || outcome === 'undecided') ? ' (warning)' : '';
    return `| ${id} | ${plain(title)} | ${severity} | ${OUTCOMES[outcome]}${warned} |`;
  });
  return ['| id | rule | severity | outcome |', '| :-- | :-- | :-- | :-- |', ...rows].join('\n');
}

function fold(summaryText: string, text: string): string {
  return `<details><summary>${summaryText}</summary>\n\n${text}\n\n</details>`;
}
