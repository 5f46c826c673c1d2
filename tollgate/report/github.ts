import { clean } from './clean';
import { placeOf, placeText } from './place';
import {
  acrossStacks,
  coverageNotices,
  ofRun,
  scopeNotices,
  sentence,
  summary,
  verdictWords,
  waiverNotices,
  type Shared,
  fixText,
} from './summary';
import type { Finding, Judged, Judgement } from '../model';

type Level = 'error' | 'warning' | 'notice';

/**
 * Workflow commands that GitHub shows as annotations on the lines of a pull request, after one line for the log. Sorted
 * worst first, because GitHub shows only ten errors, ten warnings and ten notices per step.
 */
export function githubReport(judged: readonly Judged[]): string {
  const lines = judged.map(({ files, report }) => {
    const about = judged.length === 1 ? '' : `${files.join(', ')}: `;
    return clean(`${about}${verdictWords(report)}  ${summary(report)}`);
  });
  const commands = judged.flatMap((each) => [
    ...each.report.problems.map((problem) => {
      const { stack, what, why } = problem;
      const place = placeOf({ stack }, each);
      return command('error', { file: place?.file, title: 'Could not judge' }, `${what} ${why} ${fixText(problem)}`);
    }),
    ...shared(each.report.findings, each).map((one) => annotation(levelOf(one.entry), one, each, violation(one.entry))),
    ...shared(each.report.undecided, each).map((one) => {
      const { why, fix } = one.entry;
      return annotation(levelOf(one.entry), one, each, `Undecided: ${sentence(why)} Fix: ${fix}`);
    }),
    ...shared(each.report.accepted ?? [], each).map((one) => {
      const { owner, expires, reason } = one.entry.waiver;
      const accepted = `Undecided, accepted until ${expires} by ${owner}: ${sentence(reason)}`;
      return annotation('notice', one, each, `${accepted} ${sentence(one.entry.why)}`);
    }),
    ...shared(each.report.waived, each).map((one) => {
      const { owner, expires, reason } = one.entry.waiver;
      const waived = `Waived until ${expires} by ${owner}: ${sentence(reason)}`;
      return annotation('notice', one, each, `${waived} ${violation(one.entry)}`);
    }),
  ]);
  const remarks = (level: Level, texts: readonly string[]): string[] =>
    [...new Set(texts)].map((text) => command(level, { title: 'tollgate' }, text));
  const reports = judged.map(({ report }) => report);
  const about = [
    ...remarks('warning', waiverNotices(ofRun(reports))),
    ...remarks('warning', reports.flatMap(coverageNotices)),
    ...remarks('notice', scopeNotices(ofRun(reports))),
  ];
  return `${[...lines, ...commands, ...about].join('\n')}\n`;
}

function shared<T extends Judgement>(entries: readonly T[], judged: Judged): Shared<T>[] {
  return acrossStacks(entries, (entry) => {
    const place = placeOf(entry, judged);
    return place === undefined ? undefined : placeText(place);
  });
}

function levelOf({ enforcement }: Judgement): Level {
  return enforcement === 'block' ? 'error' : 'warning';
}

function violation({ why, found, allowed, fix }: Finding): string {
  return `${sentence(why)} Found: ${found}. Allowed: ${allowed}. Fix: ${fix}`;
}

function annotation(level: Level, { entry, stacks }: Shared<Judgement>, judged: Judged, text: string): string {
  const place = placeOf(entry, judged);
  const at = [stacks.join(', '), entry.address, entry.path].filter((part) => part !== '').join(' ');
  return command(
    level,
    { file: place?.file, line: place?.line, title: `${entry.id} ${entry.title}` },
    `${at}: ${text}${entry.source?.note === undefined ? '' : ` ${sentence(entry.source.note)}`}`,
  );
}

function command(
  level: Level,
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const listed = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeData(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`);
  return `::${level} ${listed.join(',')}::${escapeData(message)}`;
}

/** The same escaping as in GitHub's toolkit. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
