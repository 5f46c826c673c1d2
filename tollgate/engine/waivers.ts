import type { LocatedJson } from './located-json';
import { sha256 } from '../digest';
import { attributeOf, excusedKey, type Moves } from './excused';
import {
  CouldNotJudge,
  isObject,
  type Finding,
  type Json,
  type Problem,
  type RuleInfo,
  type Undecided,
  type Waiver,
} from '../model';

/** Valid waivers with the day on which they were checked. */
export interface Waivers {
  /** SHA-256 of all waivers and of their longest lifetime. */
  readonly digest: string;
  /** Day that the end dates are compared with: `2026-03-31`. */
  readonly today: string;
  readonly entries: readonly Waiver[];
  /** `PATH:LINE:COLUMN` of an entry. */
  at(index: number): string;
}

/** Why the gate refuses an invalid waiver. */
export const WAIVERS_WHY = 'An invalid waiver could cover the wrong finding, or never end.';

/** The waivers of settings without a waivers file: none. */
export function noWaivers(today: string): Waivers {
  return { digest: '', today, entries: [], at: () => '' };
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * Reads the waivers of a file that matches its schema.
 *
 * @param catalog the rules that a waiver may name
 * @param today UTC day: `2026-03-31`
 * @throws CouldNotJudge with file, line and column when a waiver names an unknown rule, an invalid day, or a day too
 * far in the future
 */
export function readWaivers(file: LocatedJson, catalog: readonly RuleInfo[], today: string): Waivers {
  const content = isObject(file.content) ? file.content['waivers'] : undefined;
  const { longest_lifetime_days: days, entries }: Record<string, Json | undefined> = isObject(content) ? content : {};
  if (typeof days !== 'number' || !Array.isArray(entries)) {
    throw refuse(
      `${file.path} contains no waivers.`,
      'Write {"waivers": {"longest_lifetime_days": 90, "entries": []}}.',
    );
  }
  const last = dayAfter(today, days);
  const known = new Set(catalog.map(({ id }) => id));
  const waivers = entries.map((entry, index) => {
    const waiver = asWaiver(entry);
    const at = (member: string): string => file.at(`/waivers/entries/${index}/${member}`);
    if (!known.has(waiver.rule)) {
      throw refuse(
        `${at('rule')} waives the rule ${waiver.rule}, which does not exist.`,
        'Correct the id, or remove the waiver. `tollgate rules` lists all rules.',
      );
    }
    if (dayAfter(waiver.expires, 0) !== waiver.expires) {
      throw refuse(
        `${at('expires')} ${waiver.expires} is not a day of the calendar.`,
        'Write a day as YYYY-MM-DD, such as 2026-03-31.',
      );
    }
    if (waiver.expires > last) {
      throw refuse(
        `${at('expires')} the waiver of ${waiver.rule} for ${waiver.address} ends on ${waiver.expires}; the last day allowed is ${last}.`,
        `Write ${last} or earlier (longest_lifetime_days is ${days}), and renew the waiver if you still need it then.`,
      );
    }
    requireStrict(waiver, at, dayAfter(today, Math.min(days, LONGEST_UNDECIDED)));
    return waiver;
  });
  const digest = sha256(JSON.stringify([days, waivers]));
  return { digest, today, entries: waivers, at: (index) => file.at(`/waivers/entries/${index}`) };
}

/** The longest time for which a person may accept an undecided value, in days, whatever the settings say. */
const LONGEST_UNDECIDED = 90;

/** @throws CouldNotJudge when a waiver accepts more than one undecided value, or for too long */
function requireStrict(waiver: Waiver, at: (member: string) => string, last: string): void {
  const { rule, address, path, found, undecided, expires, stack = '' } = waiver;
  if (undecided === undefined) return;
  const what = `${at('undecided')} the waiver of ${rule} for ${address}`;
  if (found !== undefined) {
    throw refuse(`${what} has both found and undecided.`, 'Write a waiver of its own for each.');
  }
  if (path === undefined) {
    throw refuse(`${what} names no attribute (path).`, 'Copy the attribute from the report; it may be empty.');
  }
  if (address.includes('*') || stack.includes('*')) {
    throw refuse(
      `${what} has a pattern, and an undecided value is accepted for one resource.`,
      'Write the whole address.',
    );
  }
  if (expires > last) {
    throw refuse(
      `${at('expires')} the waiver of ${rule} for ${address} ends on ${expires}; an undecided value is accepted until ${last} at the latest.`,
      `Write ${last} or earlier.`,
    );
  }
}

/** Properties in a fixed order, so that the digest does not depend on the order in the file. */
function asWaiver(entry: Json): Waiver {
  const text = (member: string): string => {
    const value = isObject(entry) ? entry[member] : undefined;
    return typeof value === 'string' ? value : '';
  };
  const stack = text('stack');
  const { path, found, undecided }: Record<string, Json | undefined> = isObject(entry) ? entry : {};
  const values = (Array.isArray(found) ? found : [found]).filter((value) => typeof value === 'string');
  return {
    rule: text('rule'),
    address: text('address'),
    ...(typeof path === 'string' ? { path } : {}),
    ...(values.length === 0 ? {} : { found: values }),
    ...(typeof undecided === 'string' ? { undecided } : {}),
    ...(stack === '' ? {} : { stack }),
    reason: text('reason'),
    owner: text('owner'),
    expires: text('expires'),
  };
}

/** The day `days` later; `''` for an invalid day. The 31st of February becomes the 3rd of March. */
function dayAfter(day: string, days: number): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? '' : new Date(time + days * DAY).toISOString().slice(0, 10);
}

/**
 * The findings that a waiver excuses: those of its rule, stack, address and attribute with one of its values. If a
 * resource has a value more often than the waiver lists the value, the waiver does not say which of them is excused, and
 * excuses none.
 */
export function excusedBy(waiver: Waiver, findings: readonly Finding[], moves: Moves): ReadonlySet<Finding> {
  const times = new Map<string, number>();
  for (const value of waiver.found ?? []) times.set(value, (times.get(value) ?? 0) + 1);
  const groups = new Map<string, { readonly findings: Finding[]; readonly allowed: number }>();
  for (const finding of findings) {
    if (finding.id !== waiver.rule) continue;
    const bound = moves.variants(finding).filter((variant) => isBoundTo(waiver, variant));
    if (bound.length === 0) continue;
    const key = excusedKey(finding);
    const group = groups.get(key) ?? {
      findings: [],
      allowed: Math.max(...bound.map(({ found }) => times.get(found) ?? 0)),
    };
    group.findings.push(finding);
    groups.set(key, group);
  }
  return new Set(
    [...groups.values()].flatMap(({ findings: group, allowed }) => (group.length <= allowed ? group : [])),
  );
}

function isBoundTo(waiver: Waiver, finding: Finding): boolean {
  return (
    isAbout(waiver, finding) &&
    waiver.path !== undefined &&
    attributeOf(waiver.path) === attributeOf(finding.path) &&
    waiver.found?.includes(finding.found) === true
  );
}

/** Whether a waiver says what it excuses. Waivers of the gate's first versions named only rule and address. */
export function isBound({ path, found, undecided }: Waiver): boolean {
  return path !== undefined && (found !== undefined || undecided !== undefined);
}

/**
 * The undecided values that a waiver accepts: one value of its rule, stack, address, attribute and reason. If there are
 * two of them, the waiver does not say which one is accepted, and accepts none.
 */
export function acceptedBy(waiver: Waiver, undecided: readonly Undecided[], moves: Moves): ReadonlySet<Undecided> {
  const { undecided: reason, path } = waiver;
  if (reason === undefined || path === undefined) return new Set();
  const bound = undecided.filter(
    (entry) =>
      entry.id === waiver.rule &&
      entry.why === reason &&
      attributeOf(entry.path) === attributeOf(path) &&
      moves.variants({ ...entry, found: '' }).some((variant) => isAbout(waiver, variant)),
  );
  return new Set(bound.length === 1 ? bound : []);
}

const UNBOUND_WHY = 'A waiver without the value would cover a wider rule at the same address as well.';

/** @param at place of the waiver in its file */
function unbound({ rule, address, path, found }: Waiver, at: string): string {
  const missing = [path === undefined ? 'attribute (path)' : [], found === undefined ? 'value (found)' : []].flat();
  return `${at} the waiver of ${rule} for ${address} names no ${missing.join(' and no ')}.`;
}

/**
 * The problem of a waiver that does not say what it excuses, with the line to add for each attribute.
 *
 * @param findings all findings, before exceptions
 * @returns undefined when the waiver is complete
 */
export function unboundProblem(waiver: Waiver, at: string, findings: readonly Finding[]): Problem | undefined {
  if (isBound(waiver)) return undefined;
  const lines = missingLines(findings.filter((finding) => isAbout(waiver, finding)));
  return {
    stack: '',
    what: unbound(waiver, at),
    why: UNBOUND_WHY,
    fix:
      lines.length === 0
        ? 'Remove the waiver: no finding here matches it.'
        : `Check that the value is the one that you want to excuse, and add ${lines.length === 1 ? 'the line to the waiver.' : 'a line to the waiver; write a waiver of its own for each line.'}`,
    ...(lines.length === 0 ? {} : { example: lines.join('\n') }),
  };
}

/** The line to add for each attribute. Lists a value as often as one resource has it. */
function missingLines(findings: readonly Finding[]): string[] {
  const times = new Map<string, number>();
  const values = new Map<string, string[]>();
  for (const finding of findings) {
    const key = excusedKey(finding);
    const number = (times.get(key) ?? 0) + 1;
    times.set(key, number);
    const attribute = attributeOf(finding.path);
    const listed = values.get(attribute) ?? [];
    if (listed.filter((value) => value === finding.found).length < number) listed.push(finding.found);
    values.set(attribute, listed);
  }
  return [...values].map(([path, found]) => {
    const value =
      found.length === 1 ? JSON.stringify(found[0]) : `[${found.map((each) => JSON.stringify(each)).join(', ')}]`;
    return `"path": ${JSON.stringify(path)}, "found": ${value},`;
  });
}

/** @throws CouldNotJudge when a waiver does not say what it excuses, for callers that have no finding */
export function requireBound(waivers: Waivers): void {
  waivers.entries.forEach((waiver, index) => {
    if (isBound(waiver)) return;
    throw new CouldNotJudge(
      unbound(waiver, waivers.at(index)),
      UNBOUND_WHY,
      'Run `tollgate check` on the plan with these waivers: the report has the line to add.',
    );
  });
}

/**
 * Whether a waiver matches rule, stack and address. The caller checks the end date and whether there is a violation.
 */
export function isAbout(
  waiver: Waiver,
  { id, stack, address }: { readonly id: string; readonly stack: string; readonly address: string },
): boolean {
  return (
    waiver.rule === id &&
    matches(waiver.address, address) &&
    (waiver.stack === undefined || matches(waiver.stack, stack))
  );
}

/** `*` matches any characters, or none; every other character matches itself. */
function matches(pattern: string, text: string): boolean {
  const [head = '', ...rest] = pattern.split('*');
  const tail = rest.pop();
  if (tail === undefined) return text === head;
  if (!text.startsWith(head)) return false;
  let at = head.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - tail.length >= at && text.endsWith(tail);
}

function refuse(what: string, fix: string): CouldNotJudge {
  return new CouldNotJudge(what, WAIVERS_WHY, fix);
}
