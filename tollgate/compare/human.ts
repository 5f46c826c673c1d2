import type { Comparison } from './compare';
import {
  changeSentence,
  enforcementText,
  flowText,
  headline,
  isFixed,
  itemText,
  nothingApplied,
  stateText,
  stepUsd,
  totalSentence,
  waiverChanges,
} from './text';
import { proposedHeadline, proposedSentence, settingsChangeTexts } from '../report/summary';
import { coloursFor, type TextStyle } from '../report/text';
import type { Finding, Judgement, Waiver } from '../model';

/** The human-readable comparison: the verdict of the head, then the additions, then the rest. */
export function compareHuman(comparison: Comparison, style: Pick<TextStyle, 'colour'>): string {
  const colours = coloursFor(style);
  const { added, changed, fixed, excused, undecided, problems, waivers, rules, flows, costs, items } = comparison;
  const paint = { passed: colours.green, denied: colours.red, 'could-not-judge': colours.yellow } as const;
  const paintHead = nothingApplied(comparison) ? colours.yellow : paint[comparison.verdict.outcome];
  const total = totalSentence(comparison);
  const complete = isFixed(comparison);
  const { proposed } = comparison;
  const lines = [
    ...(proposed === undefined
      ? []
      : [
          colours.bold(colours.yellow(proposedHeadline(proposed))),
          proposedSentence(proposed),
          ...settingsChangeTexts(proposed).map((text) => `  ${text}`),
          '',
        ]),
    colours.bold(paintHead(headline(comparison))),
    changeSentence(comparison),
    ...(total === undefined ? [] : [total]),
    ...comparison.notes.map((note) => colours.yellow(note)),
  ];
  const section = (heading: string, entries: readonly string[]): void => {
    if (entries.length > 0) lines.push('', colours.bold(heading), ...entries.map((entry) => `  ${entry}`));
  };
  const violation = (finding: Finding, more = ''): string =>
    `${judgementText(finding)}: ${finding.found}, allowed ${finding.allowed}${more}`;
  section(
    'Could not judge',
    problems.added.map(({ stack, what, fix }) => `${stack === '' ? '' : `${stack}: `}${what} ${fix}`),
  );
  section(
    'Adds',
    added.map((finding) =>
      violation(
        finding,
        { nothing: '', waived: ' (was waived)', known: ' (was in the baseline)', undecided: ' (was undecided)' }[
          finding.before
        ],
      ),
    ),
  );
  section(
    'Still violated, with another value or enforcement',
    changed.map(({ before, after }) =>
      violation(after, ` (before: ${before.found}; the rule ${enforcementText(before.enforcement)})`),
    ),
  );
  section(
    'Excuses',
    excused.map((finding) => {
      const { waiver, counted } = finding;
      const how =
        waiver === undefined
          ? 'in the baseline'
          : `waived until ${waiver.expires} by ${waiver.owner}: ${waiver.reason}`;
      return violation(finding, ` (${counted ? 'counted before' : 'new'}; ${how})`);
    }),
  );
  section(
    'Undecided now',
    undecided.added.map((entry) => `${judgementText(entry)}: ${entry.why}`),
  );
  section(complete ? 'Fixes' : 'No longer reported', fixed.map(judgementText));
  section(complete ? 'Settles' : 'No longer reported as undecided', undecided.gone.map(judgementText));
  section(
    'Can be judged now',
    problems.gone.map(({ stack, what }) => `${stack === '' ? '' : `${stack}: `}${what}`),
  );
  section('Waivers', [
    ...waivers.added.map(
      (waiver) => `added    ${waiverText(waiver)} until ${waiver.expires}, ${waiver.owner}: ${waiver.reason}`,
    ),
    ...waivers.changed.map(
      ({ before, after }) => `changed  ${waiverText(after)}: ${waiverChanges(before, after).join('; ')}`,
    ),
    ...waivers.gone.map((waiver) => `removed  ${waiverText(waiver)}`),
  ]);
  section(
    'Rules',
    rules.map(
      ({ id, title, before, after }) => `${id} ${title}: ${enforcementText(before)} → ${enforcementText(after)}`,
    ),
  );
  section(
    'Flows',
    flows.map((flow) => `${at(flow.stack)}${flowText(flow)}: ${stateText(flow.before)} → ${stateText(flow.after)}`),
  );
  section(
    'Cost per month',
    costs
      .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
      .map(
        ({ stack, before, after }) =>
          `${stack}: ${stepUsd(before, after, 'desired')}; at maximum size ${stepUsd(before, after, 'maximum')}`,
      ),
  );
  section(
    'Changed prices',
    items.map(
      ({ stack, address, item, before, after, usage }) =>
        `${at(stack)}${address}, ${item}: ${itemText(before, usage)} → ${itemText(after, usage)}`,
    ),
  );
  return `${lines.join('\n')}\n`;
}

function at(stack: string): string {
  return stack === '' ? '' : `${stack} `;
}

function judgementText({ severity, id, stack, address, path, enforcement }: Judgement): string {
  const warning = enforcement === 'block' ? '' : ', warning';
  return `${id} (${severity}${warning}) ${at(stack)}${address}${path === '' ? '' : ` ${path}`}`;
}

function waiverText({ rule, address, stack }: Waiver): string {
  return `${rule} for ${address}${stack === undefined ? '' : ` in ${stack}`}`;
}
