import type { ComparedReport } from './compare';
import { CouldNotJudge, isObject, REPORT_SCHEMA_VERSION, SEVERITIES, type Judged, type Report } from '../model';

/**
 * Reads what `--format json` wrote, of one input or of several. Everything that texts are made of is checked, since the file
 * may come from somebody who is not trusted; members that are not known are let through.
 *
 * @param path how messages call it
 * @throws CouldNotJudge when it is no report, or one of another version
 */
export function readReport(path: string, text: string): ComparedReport {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw refuse(`${path} is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  if (!isObject(content)) throw refuse(`${path} is no report of the gate.`);
  const { schemaVersion, reports } = content;
  if (schemaVersion !== REPORT_SCHEMA_VERSION) {
    const has = schemaVersion === undefined ? 'no schemaVersion' : `schemaVersion ${JSON.stringify(schemaVersion)}`;
    throw refuse(`${path} has ${has}; this gate writes and reads ${REPORT_SCHEMA_VERSION}.`);
  }
  const wrong = (reports === undefined ? REPORT : REPORTS)(content);
  if (wrong !== undefined) throw refuse(`${path} is no report of the gate: ${wrong}.`);
  // The checks above are what makes these the types that they are said to be.
  if (reports === undefined) {
    const report = content as unknown as Report;
    return { verdict: report.verdict, inputs: [{ files: [], report }] };
  }
  const { verdict } = content as unknown as Pick<Report, 'verdict'>;
  return { verdict, inputs: reports as unknown as readonly Judged[] };
}

function refuse(what: string): CouldNotJudge {
  return new CouldNotJudge(
    what,
    'Only reports that are exactly understood can be compared.',
    'Write both with `--format json=FILE`, by versions of the gate that write the same schemaVersion.',
  );
}

/** Says what is wrong with a value, and nothing when it is as it should be. */
type Check = (value: unknown) => string | undefined;

const text: Check = (value) => (typeof value === 'string' ? undefined : 'is no text');
const identifier: Check = (value) =>
  typeof value === 'string' && /^[\w.-]{1,40}$/.test(value) ? undefined : 'is no id of a rule';
const day: Check = (value) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? undefined : 'is no day such as 2026-03-31';
const amount: Check = (value) => (Number.isSafeInteger(value) && Number(value) >= 0 ? undefined : 'is no whole number');

function oneOf(...words: readonly unknown[]): Check {
  return (value) => (words.includes(value) ? undefined : `is none of ${words.join(', ')}`);
}

function list(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return 'is no list';
    for (const [index, entry] of value.entries()) {
      const wrong = check(entry);
      if (wrong !== undefined) return within(`[${index}]`, wrong);
    }
    return undefined;
  };
}

function object(members: Readonly<Record<string, Check>>): Check {
  return (value) => {
    if (!isObject(value)) return 'is no object';
    for (const [name, check] of Object.entries(members)) {
      const wrong = check(value[name]);
      if (wrong !== undefined) return within(name, wrong);
    }
    return undefined;
  };
}

/** `findings` and `[3]: is no text` as `findings[3]: is no text`. */
function within(name: string, wrong: string): string {
  if (wrong.startsWith('[')) return `${name}${wrong}`;
  return wrong.startsWith('is ') ? `${name} ${wrong}` : `${name}.${wrong}`;
}

function optional(check: Check): Check {
  return (value) => (value === undefined ? undefined : check(value));
}

const severity = oneOf(...SEVERITIES);
const enforcement = oneOf('block', 'warn', 'off');
const outcome = oneOf('passed', 'accepted', 'denied', 'undecided', 'not-applicable', 'off');

const JUDGEMENT = {
  ...{ id: identifier, title: text, stack: text, address: text, path: text, message: text, remediation: text },
  ...{ severity, enforcement },
  source: optional(object({ file: text, line: amount })),
};
const FINDING = { ...JUDGEMENT, actual: text, allowed: text };
const WAIVER = { rule: identifier, address: text, stack: optional(text), reason: text, owner: text, expires: day };
const VERDICT = object({ exitCode: oneOf(0, 1, 2), outcome: oneOf('passed', 'denied', 'could-not-judge') });

const REPAIR = object({ address: text, attribute: optional(text), found: optional(text), planned: optional(text) });

const REPORT = object({
  schemaVersion: oneOf(REPORT_SCHEMA_VERSION),
  verdict: VERDICT,
  policy: text,
  failOn: severity,
  stacks: list(
    object({
      name: text,
      resources: amount,
      file: optional(text),
      forgotten: optional(list(text)),
      repairs: optional(list(REPAIR)),
    }),
  ),
  problems: list(object({ stack: text, what: text, why: text, fix: text, example: optional(text) })),
  findings: list(object(FINDING)),
  undecided: list(object(JUDGEMENT)),
  waived: list(object({ ...FINDING, waiver: object(WAIVER) })),
  known: list(object(FINDING)),
  waivers: object({
    digest: text,
    entries: list(object({ ...WAIVER, state: oneOf('active', 'expired', 'unused'), findings: amount })),
  }),
  baseline: optional(object({ gone: amount })),
  rules: list(object({ id: identifier, title: text, severity, enforcement, outcome })),
  flows: list(
    object({
      stack: text,
      from: text,
      to: text,
      protocol: text,
      port: amount,
      state: oneOf('open', 'closed', 'unknown'),
    }),
  ),
  costs: list(
    object({
      ...{ stack: text, part: text, address: text, item: text, usage: text },
      ...{ minimum: amount, desired: amount, maximum: amount },
    }),
  ),
  undeclared: optional(list(text)),
});

const REPORTS = object({ verdict: VERDICT, reports: list(object({ files: list(text), report: REPORT })) });
