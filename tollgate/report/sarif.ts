import type { Invocation, Location, Log, Notification, ReportingDescriptor, Result, Run } from 'sarif';
import { sha256 } from '../digest';
import { fileOf, placeOf } from './place';
import { coverageNotices, notices, ofRun, sentence, worstOf, fixText } from './summary';
import type { Finding, Judged, Judgement, Problem, RuleInfo, RuleReport, Severity, WaivedFinding } from '../model';

/** Tool data of a SARIF log. */
export interface SarifTool {
  /** Version of tollgate. */
  readonly version: string;
  /** The rules with their full metadata. */
  readonly catalog: readonly RuleInfo[];
}

/**
 * A SARIF 2.1.0 log with a single run, because GitHub accepts one run of a tool per upload. A problem that prevents a
 * verdict is a result as well: an upload without results would close every alert as fixed.
 */
export function sarifReport(judged: readonly Judged[], { version, catalog }: SarifTool): string {
  const rules = descriptors(judged, catalog);
  const index = new Map(rules.map(({ id }, position) => [id, position]));
  const results = judged.flatMap((each) => resultsOf(each));
  const run: Run = {
    tool: { driver: { name: 'tollgate', semanticVersion: version, rules } },
    invocations: [invocation(judged)],
    results: numbered(results).map((result) => ({ ...result, ruleIndex: index.get(result.ruleId ?? '') ?? -1 })),
    columnKind: 'utf16CodeUnits',
    properties: {
      policy: judged[0]?.report.policy ?? '',
      waivers: judged[0]?.report.waivers.digest ?? '',
    },
  };
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const COULD_NOT_JUDGE = 'could-not-judge';

/** GitHub shows these numbers as Critical, High, Medium and Low for rules with the tag `security`. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
};

function descriptors(judged: readonly Judged[], catalog: readonly RuleInfo[]): ReportingDescriptor[] {
  const reports = new Map(judged.flatMap(({ report }) => report.rules).map((rule) => [rule.id, rule]));
  const rules = catalog.filter(({ id }) => reports.has(id)).map((info) => descriptor(info, reports.get(info.id)));
  if (judged.every(({ report }) => report.problems.length === 0)) return rules;
  return [
    ...rules,
    {
      id: COULD_NOT_JUDGE,
      shortDescription: { text: 'The whole input can be judged' },
      fullDescription: {
        text: 'Parts of the input that could not be judged may be wrong, so the input does not pass.',
      },
      help: { text: 'Follow the message, and judge again.' },
      defaultConfiguration: { level: 'error' },
      properties: { tags: ['security'], 'security-severity': SECURITY_SEVERITY.high },
    },
  ];
}

function descriptor(info: RuleInfo, report: RuleReport | undefined): ReportingDescriptor {
  const [related] = info.relatedResources;
  return {
    id: info.id,
    name: info.rule,
    shortDescription: { text: info.title },
    fullDescription: { text: info.description },
    help: { text: `${info.description}\n\n${info.fix}`, markdown: helpMarkdown(info) },
    ...(related === undefined ? {} : { helpUri: related.ref }),
    defaultConfiguration: {
      enabled: report?.enforcement !== 'off',
      level: report?.enforcement === 'block' ? 'error' : 'warning',
    },
    properties: {
      tags: ['security', info.rule.split('.')[0] ?? ''],
      precision: 'very-high',
      'security-severity': SECURITY_SEVERITY[info.severity],
    },
  };
}

function helpMarkdown({ description, fix, resources, relatedResources, file }: RuleInfo): string {
  const links = relatedResources.map(({ ref, description: text }) => `- [${text === '' ? ref : text}](${ref})`);
  return [
    description,
    `## How to fix it\n\n${fix}`,
    ...(resources.length === 0 ? [] : [`## Resources\n\n${resources.map((type) => `- \`${type}\``).join('\n')}`]),
    ...(links.length === 0 ? [] : [`## See also\n\n${links.join('\n')}`]),
    `Source: \`${file}\``,
  ].join('\n\n');
}

function invocation(judged: readonly Judged[]): Invocation {
  const { exitCode, outcome } = worstOf(judged);
  const problems = judged.flatMap(({ report }) => report.problems);
  const reports = judged.map(({ report }) => report);
  const remarks = [...new Set(reports.flatMap(coverageNotices)), ...notices(ofRun(reports))];
  const notifications: Notification[] = [
    ...problems.map((problem): Notification => ({
      level: 'error',
      message: { text: problemWords(problem) },
    })),
    ...remarks.map((text): Notification => ({ level: 'warning', message: { text } })),
  ];
  return {
    executionSuccessful: problems.length === 0,
    exitCode,
    exitCodeDescription: outcome,
    ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
  };
}

function resultsOf(judged: Judged): Result[] {
  const { problems, findings, undecided, accepted = [], waived, known, baseline } = judged.report;
  const since = (state: 'new' | 'unchanged'): Pick<Result, 'baselineState'> =>
    baseline === undefined ? {} : { baselineState: state };
  return [
    ...problems.map((problem) => problemResult(problem, judged)),
    ...findings.map((finding) => ({ ...result(finding, violation(finding), judged), ...since('new') })),
    ...undecided.map((entry) => result(entry, `Undecided: ${sentence(entry.why)}`, judged)),
    ...accepted.map((entry) => ({
      ...result(entry, `Undecided: ${sentence(entry.why)}`, judged),
      ...suppression(entry),
    })),
    ...waived.map((finding) => ({ ...result(finding, violation(finding), judged), ...suppression(finding) })),
    ...known.map((finding) => ({ ...result(finding, violation(finding), judged), ...since('unchanged') })),
  ];
}

function result(entry: Judgement, text: string, judged: Judged): Result {
  const { id, stack, address, path, constructPath, enforcement, fingerprint } = entry;
  const name = [stack, address].filter((part) => part !== '').join(' ');
  return {
    ruleId: id,
    level: enforcement === 'block' ? 'error' : 'warning',
    message: { text: `${name}: ${text}` },
    locations: [location(entry, judged, path === '' ? address : `${address}.${path}`)],
    partialFingerprints: { 'tollgate/v1': fingerprint },
    properties: { stack, address, path, ...(constructPath === undefined ? {} : { constructPath }) },
  };
}

function violation({ why, found, allowed, fix }: Finding): string {
  return `${sentence(why)} Found: ${found}. Allowed: ${allowed}. ${fix}`;
}

function suppression({
  waiver: { reason, owner, expires },
}: Pick<WaivedFinding, 'waiver'>): Pick<Result, 'suppressions'> {
  return {
    suppressions: [{ kind: 'external', status: 'accepted', justification: `${reason} (${owner}, until ${expires})` }],
  };
}

function problemWords(problem: Problem): string {
  return `${problem.what} ${problem.why} ${fixText(problem)}`;
}

function problemResult(problem: Problem, judged: Judged): Result {
  const { stack, what } = problem;
  return {
    ruleId: COULD_NOT_JUDGE,
    level: 'error',
    message: { text: problemWords(problem) },
    locations: [location({ stack }, judged, stack)],
    partialFingerprints: {
      'tollgate/v1': sha256(JSON.stringify([stack, what])).slice(0, 32),
    },
  };
}

/** GitHub refuses a result without a file: where nothing else is known, that is the judged file. */
function location(
  entry: Pick<Judgement, 'source' | 'sourceMissing' | 'stack'>,
  judged: Judged,
  logical: string,
): Location {
  const place = placeOf(entry, judged) ?? fileOf(entry, judged) ?? { file: '.' };
  return {
    physicalLocation: {
      artifactLocation: artifactLocation(place.file),
      region: { startLine: place.line ?? 1 },
    },
    ...(logical === '' ? {} : { logicalLocations: [{ fullyQualifiedName: logical, kind: 'resource' }] }),
  };
}

function artifactLocation(file: string): { uri: string; uriBaseId?: string } {
  const uri = file.split('/').map(encodeURIComponent).join('/');
  if (file.startsWith('/')) return { uri: `file://${uri}` };
  return /^[A-Za-z]:\//.test(file) ? { uri: `file:///${uri.replace('%3A', ':')}` } : { uri, uriBaseId: '%SRCROOT%' };
}

/**
 * Adds the fingerprint by which GitHub identifies alerts. GitHub's default depends on the line, so editing the line
 * would open a new alert. Several results at one place get consecutive numbers.
 */
function numbered(results: readonly Result[]): Result[] {
  const seen = new Map<string, number>();
  return results.map((one) => {
    const base = one.partialFingerprints?.['tollgate/v1'] ?? '';
    if (base === '') return one;
    const number = (seen.get(base) ?? 0) + 1;
    seen.set(base, number);
    const primaryLocationLineHash = `${base.slice(0, 16)}:${number}`;
    return { ...one, partialFingerprints: { ...one.partialFingerprints, primaryLocationLineHash } };
  });
}
