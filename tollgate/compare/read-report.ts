import type { ComparedReport } from './compare';
import { cleanAllLines } from '../report/clean';
import { CouldNotJudge, isObject, REPORT_SCHEMA_VERSION, SEVERITIES, type Judged, type Report } from '../model';

/**
 * Reads a JSON report on one input or on several. Checks the type of every property that a comparison prints, because
 * the file may come from an untrusted source; ignores unknown properties.
 *
 * @param path name of the file in messages
 * @throws CouldNotJudge when the file is not a report, or has another schema version
 */
export function readReport(path: string, text: string): ComparedReport {
  let content: unknown;
  try {
    // A report may come from a branch that nobody has reviewed.
    content = cleanAllLines(JSON.parse(text) as unknown);
  } catch (error) {
    throw refuse(`${path} is not valid JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  if (!isObject(content)) throw refuse(`${path} is not a JSON report of the gate.`);
  const { schemaVersion, reports } = content;
  if (schemaVersion !== REPORT_SCHEMA_VERSION) {
    const has = schemaVersion === undefined ? 'no schemaVersion' : `schemaVersion ${JSON.stringify(schemaVersion)}`;
    throw refuse(`${path} has ${has}; this version of the gate reads schemaVersion ${REPORT_SCHEMA_VERSION} only.`);
  }
  const wrong = (reports === undefined ? REPORT : REPORTS)(content);
  if (wrong !== undefined) throw refuse(`${path} is not a JSON report of the gate: ${wrong}.`);
  // The checks above guarantee these types.
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
    'The gate compares only reports that it fully understands.',
    'Write both reports with `--format json=FILE`, using versions of the gate with the same schemaVersion.',
  );
}

/** Returns what is wrong with a value; undefined for a valid value. */
type Check = (value: unknown) => string | undefined;

const text: Check = (value) => (typeof value === 'string' ? undefined : 'is not a string');
const identifier: Check = (value) =>
  typeof value === 'string' && /^[\w.-]{1,40}$/.test(value) ? undefined : 'is not the id of a rule';
const day: Check = (value) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? undefined : 'is not a day such as 2026-03-31';
const amount: Check = (value) =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? undefined : 'is not a whole number';

function oneOf(...words: readonly unknown[]): Check {
  return (value) => (words.includes(value) ? undefined : `is not one of ${words.join(', ')}`);
}

function list(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return 'is not a list';
    for (const [index, entry] of value.entries()) {
      const wrong = check(entry);
      if (wrong !== undefined) return within(`[${index}]`, wrong);
    }
    return undefined;
  };
}

function object(members: Readonly<Record<string, Check>>): Check {
  return (value) => {
    if (!isObject(value)) return 'is not an object';
    for (const [name, check] of Object.entries(members)) {
      const wrong = check(value[name]);
      if (wrong !== undefined) return within(name, wrong);
    }
    return undefined;
  };
}

/** Joins `findings` and `[3]: is not a string` to `findings[3]: is not a string`. */
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
  ...{ id: identifier, title: text, stack: text, address: text, path: text, why: text, fix: text },
  ...{ severity, enforcement },
  source: optional(
    object({ file: text, line: amount, of: optional(oneOf('argument', 'block', 'module call')), note: optional(text) }),
  ),
  sourceMissing: optional(text),
};
const FINDING = { ...JUDGEMENT, found: text, allowed: text };
const WAIVER = {
  ...{ rule: identifier, address: text, path: optional(text), found: optional(list(text)), stack: optional(text) },
  ...{ undecided: optional(text), reason: text, owner: text, expires: day },
};
const VERDICT = object({ exitCode: oneOf(0, 1, 2), outcome: oneOf('passed', 'denied', 'could-not-judge') });

const REPAIR = object({ address: text, attribute: optional(text), found: optional(text), planned: optional(text) });

const REPORT = object({
  schemaVersion: oneOf(REPORT_SCHEMA_VERSION),
  verdict: VERDICT,
  policy: text,
  failOn: severity,
  settings: optional(text),
  proposed: optional(
    object({
      ...{ commit: text, verdict: VERDICT },
      changes: list(object({ file: text, path: text, before: optional(text), after: optional(text) })),
    }),
  ),
  stacks: list(
    object({
      name: text,
      resources: amount,
      file: optional(text),
      forgotten: optional(list(text)),
      moved: optional(list(object({ address: text, from: text }))),
      repairs: optional(list(REPAIR)),
    }),
  ),
  problems: list(object({ stack: text, what: text, why: text, fix: text, example: optional(text) })),
  findings: list(object(FINDING)),
  undecided: list(object(JUDGEMENT)),
  accepted: optional(list(object({ ...JUDGEMENT, waiver: object(WAIVER) }))),
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
      last: optional(amount),
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
  sourceNotes: optional(list(text)),
  unpriced: optional(list(object({ stack: text, address: text, reason: text }))),
});

const REPORTS = object({ verdict: VERDICT, reports: list(object({ files: list(text), report: REPORT })) });
