import { placeOf, placeText } from './place';
import { coverageNotices, notices, ofRun, sentence, fixText } from './summary';
import type {
  AcceptedUndecided,
  Finding,
  Judged,
  Judgement,
  Report,
  RuleReport,
  SourceLine,
  Undecided,
  WaivedFinding,
} from '../model';

interface Case {
  readonly suite: string;
  readonly name: string;
  readonly group: string;
  /** The line of the first judgement; absent without a line. */
  readonly place?: SourceLine;
  readonly result: 'passed' | 'failure' | 'error' | 'skipped';
  /** XML elements inside the test case. */
  readonly content: readonly string[];
}

/** JUnit XML with a test case for every pair of rule and checked resource, passed ones included. */
export function junitReport(judged: readonly Judged[]): string {
  const cases = judged.flatMap((each) => casesOf(each, judged.length > 1 ? `${each.files.join(', ')} ` : ''));
  const suites = [...new Set(cases.map(({ suite }) => suite))].map((suite) =>
    cases.filter((one) => one.suite === suite),
  );
  const reports = judged.map(({ report }) => report);
  const remarks = [...new Set(reports.flatMap(coverageNotices)), ...notices(ofRun(reports))];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="tollgate"${counts(cases, ['tests', 'failures', 'errors'])}>`,
    ...suites.flatMap(suite),
    ...(remarks.length === 0
      ? []
      : [
          '  <testsuite name="notices" tests="0" failures="0" errors="0" skipped="0">',
          `    <system-out>${xml(remarks.join('\n'))}</system-out>`,
          '  </testsuite>',
        ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(cases: readonly Case[]): string[] {
  return [
    `  <testsuite name="${xml(cases[0]?.suite ?? '')}"${counts(cases, ['tests', 'failures', 'errors', 'skipped'])}>`,
    ...cases.flatMap(({ group, name, place, content }) => {
      const at = place === undefined ? '' : ` file="${xml(place.file)}" line="${place.line}"`;
      const head = `    <testcase classname="${xml(group)}" name="${xml(name)}"${at}`;
      return content.length === 0
        ? [`${head}/>`]
        : [`${head}>`, ...content.map((element) => `      ${element}`), '    </testcase>'];
    }),
    '  </testsuite>',
  ];
}

function counts(cases: readonly Case[], names: readonly ('tests' | 'failures' | 'errors' | 'skipped')[]): string {
  const results = { failures: 'failure', errors: 'error', skipped: 'skipped' } as const;
  const number = (name: (typeof names)[number]): number =>
    name === 'tests' ? cases.length : cases.filter(({ result }) => result === results[name]).length;
  return names.map((name) => ` ${name}="${number(name)}"`).join('');
}

const RUN = 'run';

function casesOf(judged: Judged, prefix: string): Case[] {
  const { report } = judged;
  const named = (stack: string): string => `${prefix}${stack === '' ? RUN : stack}`;
  const problems = report.problems.map((problem): Case => ({
    suite: named(problem.stack),
    group: 'could not judge',
    name: problem.what,
    result: 'error',
    content: [element('error', problem.what, [problem.why, fixText(problem)])],
  }));
  const found = foundBy(report);
  const rules = report.rules.flatMap((rule): Case[] => {
    const places = new Map(rule.checked.map((place) => [keyOf(place), place] as const));
    const own = found.get(rule.id) ?? new Map<string, Found>();
    for (const [key, { stack, address }] of own) places.set(key, { stack, address });
    if (places.size === 0) return [nothing(rule, named(''))];
    return [...places].map(([key, { stack, address }]) => ({
      ...{ suite: named(stack), group: `${rule.id} ${rule.title}`, name: address },
      ...resultOf(own.get(key), judged),
    }));
  });
  return [...problems, ...rules];
}

/** The judgements of one rule on one resource. */
interface Found {
  readonly stack: string;
  readonly address: string;
  readonly findings: Finding[];
  readonly undecided: Undecided[];
  readonly accepted: AcceptedUndecided[];
  readonly waived: WaivedFinding[];
  readonly known: Finding[];
}

/** By rule id, then by resource. */
function foundBy(report: Report): Map<string, Map<string, Found>> {
  const rules = new Map<string, Map<string, Found>>();
  const at = ({ id, stack, address }: Judgement): Found => {
    const places = rules.get(id) ?? new Map<string, Found>();
    rules.set(id, places);
    const key = keyOf({ stack, address });
    const found = places.get(key) ?? {
      stack,
      address,
      findings: [],
      undecided: [],
      accepted: [],
      waived: [],
      known: [],
    };
    places.set(key, found);
    return found;
  };
  for (const finding of report.findings) at(finding).findings.push(finding);
  for (const entry of report.undecided) at(entry).undecided.push(entry);
  for (const entry of report.accepted ?? []) at(entry).accepted.push(entry);
  for (const finding of report.waived) at(finding).waived.push(finding);
  for (const finding of report.known) at(finding).known.push(finding);
  return rules;
}

function keyOf({ stack, address }: { readonly stack: string; readonly address: string }): string {
  return JSON.stringify([stack, address]);
}

function nothing({ id, title, outcome }: RuleReport, suiteName: string): Case {
  const reason = outcome === 'off' ? 'the rule is off' : 'no resource of a type that the rule checks';
  return {
    ...{ suite: suiteName, group: `${id} ${title}`, name: id, result: 'skipped' },
    content: [`<skipped message="${reason}"/>`],
  };
}

/** A JUnit test case has one result, the worst. The content shows all judgements. */
function resultOf(found: Found | undefined, judged: Judged): Pick<Case, 'result' | 'content' | 'place'> {
  if (found === undefined) return { result: 'passed', content: [] };
  const { findings, undecided, waived, known } = found;
  const blocks = ({ enforcement }: Judgement): boolean => enforcement === 'block';
  const failures = findings
    .filter(blocks)
    .map((finding) => element('failure', sentence(finding.why), details(finding, judged), finding.severity));
  const errors = undecided
    .filter(blocks)
    .map((entry) => element('error', `Undecided: ${sentence(entry.why)}`, details(entry, judged), entry.severity));
  const accepted: { readonly reason: string; readonly finding: Judgement }[] = [
    ...found.accepted.map((entry) => ({ reason: acceptedText(entry), finding: entry })),
    ...waived.map((finding) => ({ reason: waiverText(finding), finding })),
    ...known.map((finding) => ({ reason: 'In the baseline', finding })),
  ];
  const [first] = accepted;
  const result =
    failures.length > 0 ? 'failure' : errors.length > 0 ? 'error' : first === undefined ? 'passed' : 'skipped';
  const skipped = result === 'skipped' && first !== undefined ? [`<skipped message="${xml(first.reason)}"/>`] : [];
  const remarks = [
    ...[...findings, ...undecided]
      .filter((entry) => !blocks(entry))
      .map((entry) => [`Warning: ${sentence(entry.why)}`, ...details(entry, judged)].join('\n')),
    ...accepted.map(({ reason, finding }) =>
      [`${reason}: ${sentence(finding.why)}`, ...details(finding, judged)].join('\n'),
    ),
  ];
  const output = remarks.length === 0 ? [] : [`<system-out>${xml(remarks.join('\n\n'))}</system-out>`];
  const place = [...findings, ...undecided, ...waived, ...known].find(({ source }) => source !== undefined)?.source;
  const content = [...failures, ...errors, ...skipped, ...output];
  return { result, content, ...(place === undefined ? {} : { place }) };
}

function acceptedText({ waiver: { expires, owner, reason } }: AcceptedUndecided): string {
  return `Undecided, accepted until ${expires} by ${owner} (${reason})`;
}

function waiverText({ waiver: { expires, owner, reason } }: WaivedFinding): string {
  return `Waived until ${expires} by ${owner} (${reason})`;
}

function details(entry: Judgement | Finding, judged: Judged): string[] {
  const place = placeOf(entry, judged);
  return [
    ...(place === undefined ? [] : [`at ${placeText(place)}`]),
    ...(entry.source?.note === undefined ? [] : [entry.source.note]),
    ...(entry.path === '' ? [] : [`attribute ${entry.path}`]),
    ...('found' in entry ? [`found ${entry.found}`, `allowed ${entry.allowed}`] : []),
    `fix ${entry.fix}`,
  ];
}

function element(name: string, message: string, lines: readonly string[], type?: string): string {
  const kind = type === undefined ? '' : ` type="${type}"`;
  return `<${name} message="${xml(message)}"${kind}>${xml(lines.join('\n'))}</${name}>`;
}

/** Escapes text and attribute values; replaces characters that XML does not allow by U+FFFD. */
function xml(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
