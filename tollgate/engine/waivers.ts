import type { LocatedJson } from './located-json';
import { sha256 } from '../digest';
import { CouldNotJudge, isObject, type Json, type RuleInfo, type Waiver } from '../model';

/** Valid waivers with the day on which they were checked. */
export interface Waivers {
  /** SHA-256 of all waivers and of their longest lifetime. */
  readonly digest: string;
  /** Day that the end dates are compared with: `2026-03-31`. */
  readonly today: string;
  readonly entries: readonly Waiver[];
}

/** Why the gate refuses an invalid waiver. */
export const WAIVERS_WHY = 'An invalid waiver could cover the wrong finding, or never end.';

/** The waivers of settings without a waivers file: none. */
export function noWaivers(today: string): Waivers {
  return { digest: '', today, entries: [] };
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
    return waiver;
  });
  const digest = sha256(JSON.stringify([days, waivers]));
  return { digest, today, entries: waivers };
}

/** Properties in a fixed order, so that the digest does not depend on the order in the file. */
function asWaiver(entry: Json): Waiver {
  const text = (member: string): string => {
    const value = isObject(entry) ? entry[member] : undefined;
    return typeof value === 'string' ? value : '';
  };
  const stack = text('stack');
  return {
    rule: text('rule'),
    address: text('address'),
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
