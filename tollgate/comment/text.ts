import type { AddedFinding, Comparison, ExcusedFinding } from '../compare/compare';
import {
  changeSentence,
  differenceUsd,
  enforcementText,
  flowText,
  headline,
  isFixed,
  itemText,
  nothingApplied,
  stateText,
  totalSentence,
  usd,
  waiverChanges,
} from '../compare/text';
import { proposedBlock } from '../report/markdown';
import { cell, code, plain, prose } from '../report/markdown-text';
import { placeText, sourceWords } from '../report/place';
import { capital, count, sentence } from '../report/summary';
import type { Finding, Judgement, Problem, WaiverReport } from '../model';

/** Options of the comparison in Markdown. */
export interface CompareMarkdownStyle {
  /**
   * Maximum length in UTF-16 code units.
   *
   * @default 64,000: GitHub accepts 65,536 in a comment, and the caller may add a few lines
   */
  readonly limit?: number;
}

const LIMIT = 64_000;
/** Reserved for the sentence about omitted parts. */
const RESERVE = 600;
/** Length of `<details>` with its summary. */
const FOLD = 120;
/** Number of entries of a section that are shown unfolded. */
const OPEN = 5;
const BREAK = '<br>\n';

/** A heading with its entries. An entry is either shown whole, or omitted and counted. */
interface Section {
  readonly heading: string;
  /** Noun for the count of omitted entries: `finding`. */
  readonly kind: string;
  /** Header of the table whose rows are the entries. */
  readonly table?: readonly string[];
  readonly entries: readonly string[];
  /** @default OPEN */
  readonly open?: number;
}

/** No tick, because no rule applied. */
const EMPTY_MARK = '⚪';
const MARKS = { passed: '✅', denied: '❌', 'could-not-judge': '⚠️' } as const;

/**
 * The comparison as GitHub Markdown for a comment on a pull request: the verdict of the head, the additions, then the
 * rest. Entries that exceed the limit are omitted whole, and the text says how many.
 */
export function compareMarkdown(comparison: Comparison, { limit = LIMIT }: CompareMarkdownStyle = {}): string {
  const total = totalSentence(comparison);
  const head = [
    ...proposedBlock(comparison.proposed),
    `## ${nothingApplied(comparison) ? EMPTY_MARK : MARKS[comparison.verdict.outcome]} ${headline(comparison)}`,
    changeSentence(comparison),
    ...(total === undefined ? [] : [total]),
    ...comparison.notes.map((note) => `> ${note}`),
  ].join('\n\n');
  const { last, first } = sectionsOf(comparison);
  let room = limit - head.length - RESERVE;
  // Short sections, and those that a long list must not displace, get their space first.
  const fitted = new Map(
    [...last, ...first].map((section) => {
      room -= section.heading.length + 2 * (section.table?.join('   ').length ?? 0) + FOLD;
      const entries = section.entries.filter((entry) => {
        const fits = entry.length + 2 <= room;
        if (fits) room -= entry.length + 2;
        return fits;
      });
      return [section, entries];
    }),
  );
  const sections = [...first, ...last];
  const left = sections.flatMap((section) => {
    const missing = section.entries.length - (fitted.get(section) ?? []).length;
    return missing === 0 ? [] : [count(missing, section.kind)];
  });
  const text = [
    head,
    ...sections.flatMap((section) => sectionText(section, fitted.get(section) ?? [])),
    ...(left.length === 0
      ? []
      : [
          `**Omitted, because of the length limit of comments: ${left.join(', ')}.** \`tollgate compare\` shows everything.`,
        ]),
  ];
  return `${text.join('\n\n')}\n`;
}

function sectionText({ heading, kind, table, open = OPEN }: Section, entries: readonly string[]): string[] {
  if (entries.length === 0) return [];
  const together = (some: readonly string[]): string =>
    table === undefined ? some.join('\n\n') : [row(table), row(table.map(() => ':--')), ...some].join('\n');
  const [shown, hidden] = [entries.slice(0, open), entries.slice(open)];
  const more = shown.length === 0 ? count(hidden.length, kind) : `${hidden.length} more`;
  return [
    ...(heading === '' ? [] : [`### ${heading}`]),
    ...(shown.length === 0 ? [] : [together(shown)]),
    ...(hidden.length === 0 ? [] : [`<details><summary>${more}</summary>\n\n${together(hidden)}\n\n</details>`]),
  ];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** In display order. */
function sectionsOf(comparison: Comparison): { readonly first: readonly Section[]; readonly last: readonly Section[] } {
  const { problems, added, changed, fixed, excused, undecided } = comparison;
  const { waivers, rules, flows, costs, items } = comparison;
  const complete = isFixed(comparison);
  const first: Section[] = [
    { heading: 'Could not judge', kind: 'problem', entries: problems.added.map(problemText) },
    { heading: 'Adds', kind: 'added finding', entries: added.map(addedText) },
    {
      heading: 'Still violated, with another value or enforcement',
      kind: 'changed finding',
      entries: changed.map(({ before, after }) =>
        findingText(after, `Before: ${code(before.found)}; the rule ${enforcementText(before.enforcement)}.`),
      ),
    },
    {
      heading: 'Excuses',
      kind: 'excused finding',
      entries: excused.map(excusedText),
    },
    {
      heading: 'Undecided now',
      kind: 'undecided value',
      entries: undecided.added.map((entry) => [ruleAnd(entry), plain(sentence(entry.why)), fixText(entry)].join(BREAK)),
    },
    {
      heading: complete ? 'Fixes' : 'No longer reported',
      kind: 'fixed finding',
      entries: fixed.map((finding) => `- ${shortText(finding)}: ${code(finding.found)}`),
    },
    {
      heading: complete ? 'Settles' : 'No longer reported as undecided',
      kind: 'settled value',
      entries: undecided.gone.map((entry) => `- ${shortText(entry)}`),
    },
    {
      heading: 'Can be judged now',
      kind: 'solved problem',
      entries: problems.gone.map(({ stack, what }) => `- ${stack === '' ? '' : `${code(stack)}: `}${plain(what)}`),
    },
  ];
  const last: Section[] = [
    {
      ...{ heading: 'Waivers', kind: 'waiver', table: ['', 'rule', 'address', 'owner', 'until', 'reason'] },
      entries: [
        ...waivers.added.map((waiver) => waiverRow('added', waiver)),
        ...waivers.changed.map(({ before, after }) => waiverRow('changed', after, waiverChanges(before, after))),
        ...waivers.gone.map((waiver) => waiverRow('removed', waiver)),
      ],
    },
    {
      ...{ heading: 'Rules', kind: 'rule', table: ['rule', '', 'severity', 'before', 'now'] },
      entries: rules.map(({ id, title, severity, before, after }) =>
        row([plain(id), plain(title), severity, enforcementText(before), `**${enforcementText(after)}**`]),
      ),
    },
    {
      ...{ heading: 'Flows', kind: 'flow', table: ['stack', 'flow', 'before', 'now'] },
      entries: flows.map((flow) =>
        row([cell(flow.stack), plain(flowText(flow)), stateText(flow.before), `**${stateText(flow.after)}**`]),
      ),
    },
    {
      ...{ heading: 'Cost per month', kind: 'stack with its cost' },
      table: ['stack', 'desired before', 'now', '', 'maximum before', 'now', ''],
      entries: costs
        .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
        .map(({ stack, before, after }) =>
          row([
            cell(stack),
            ...(['desired', 'maximum'] as const).flatMap((size) => [
              usd(before, size),
              `**${usd(after, size)}**`,
              differenceUsd(before, after, size),
            ]),
          ]),
        ),
    },
    {
      ...{ heading: '', kind: 'changed price', open: 0, table: ['stack', 'resource', 'item', 'before', 'now'] },
      entries: items.map(({ stack, address, item, before, after, usage }) =>
        row([cell(stack), cell(address), plain(item), plain(itemText(before, usage)), plain(itemText(after, usage))]),
      ),
    },
  ];
  return { first, last };
}

function where({ address, stack, path, source }: Judgement): string {
  return [
    `**${code(address)}**`,
    ...(stack === '' ? [] : [` in ${code(stack)}`]),
    ...(path === '' ? [] : [`, ${code(path)}`]),
    ...(source === undefined ? [] : [`, ${sourceWords(source)} ${code(placeText(source))}`]),
  ].join('');
}

function ruleAnd(entry: Judgement): string {
  const warns = entry.enforcement === 'block' ? '' : ' (warning)';
  return `**${capital(entry.severity)} · ${plain(entry.id)} · ${plain(entry.title)}**${warns}${BREAK}${where(entry)}`;
}

function fixText({ fix }: Judgement): string {
  return `_Fix:_ ${prose(fix)}`;
}

function findingText(finding: Finding, ...more: readonly string[]): string {
  return [
    ruleAnd(finding),
    `Found: ${code(finding.found)}. Allowed: ${code(finding.allowed)}.`,
    ...more,
    plain(sentence(finding.why)),
    fixText(finding),
  ].join(BREAK);
}

const COUNTS_AGAIN = {
  nothing: [],
  undecided: ['The value was undecided before.'],
  waived: ['A waiver covered this finding before.'],
  known: ['This finding was in the baseline before.'],
} as const;

function addedText(finding: AddedFinding): string {
  return findingText(finding, ...COUNTS_AGAIN[finding.before]);
}

function excusedText(finding: ExcusedFinding): string {
  const { waiver, by, counted } = finding;
  const how =
    waiver === undefined
      ? `The ${by} covers this finding now.`
      : `Waived until ${plain(waiver.expires)} by ${plain(waiver.owner)}: ${plain(waiver.reason)}`;
  return [
    ruleAnd(finding),
    `Found: ${code(finding.found)}. Allowed: ${code(finding.allowed)}.`,
    `${counted ? 'This finding counted before.' : '**This violation is new.**'} ${how}`,
  ].join(BREAK);
}

function shortText({ id, stack, address, path }: Judgement): string {
  return `${plain(id)}: ${[stack, address, path]
    .filter((part) => part !== '')
    .map(code)
    .join(', ')}`;
}

function problemText({ stack, what, why, fix }: Problem): string {
  return [`**${stack === '' ? '' : `${plain(stack)}: `}${plain(what)}**`, plain(why), `_Fix:_ ${prose(fix)}`].join(
    BREAK,
  );
}

function waiverRow(what: string, waiver: WaiverReport, changes: readonly string[] = []): string {
  const { rule, address, stack, owner, expires, reason, state } = waiver;
  const word = changes.length === 0 ? `**${what}**` : `**${what}**, ${changes.map(plain).join('; ')}`;
  const scope = stack === undefined ? cell(address) : `${cell(address)} in ${cell(stack)}`;
  return row([
    word,
    plain(rule),
    scope,
    plain(owner),
    `${plain(expires)}${state === 'active' || changes.length > 0 ? '' : `, ${state}`}`,
    plain(reason),
  ]);
}
