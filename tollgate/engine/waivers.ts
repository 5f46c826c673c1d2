import type { LocatedJson } from './located-json';
import { sha256 } from '../digest';
import { CouldNotJudge, isObject, type Json, type RuleInfo, type Waiver } from '../model';

/** The waivers of the settings, found to be in order on one day. */
export interface Waivers {
  /** SHA-256 of all of them with their longest lifetime. */
  readonly digest: string;
  /** Day by which they are judged: `2026-03-31`. */
  readonly today: string;
  readonly entries: readonly Waiver[];
}

/** Why a waiver has to be in order. */
export const WAIVERS_WHY = 'A waiver that nobody can rely on would waive the wrong thing, or forever.';

/** Settings without a file of waivers waive nothing. */
export function noWaivers(today: string): Waivers {
  return { digest: '', today, entries: [] };
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * Reads waivers out of a file that obeys its schema.
 *
 * @param catalog the rules that they may name
 * @param today day in UTC, `2026-03-31`
 * @throws CouldNotJudge naming file, line and column, when one names no rule, no day, or a day too far away
 */
export function readWaivers(file: LocatedJson, catalog: readonly RuleInfo[], today: string): Waivers {
  const content = isObject(file.content) ? file.content['waivers'] : undefined;
  const { longest_lifetime_days: days, entries }: Record<string, Json | undefined> = isObject(content) ? content : {};
  if (typeof days !== 'number' || !Array.isArray(entries)) {
    throw refuse(`${file.path} holds no waivers.`, 'Write {"waivers": {"longest_lifetime_days": 90, "entries": []}}.');
  }
  const last = dayAfter(today, days);
  const known = new Set(catalog.map(({ id }) => id));
  const waivers = entries.map((entry, index) => {
    const waiver = asWaiver(entry);
    const at = (member: string): string => file.at(`/waivers/entries/${index}/${member}`);
    if (!known.has(waiver.rule)) {
      throw refuse(
        `${at('rule')} waives ${waiver.rule}, and there is no such rule.`,
        '`tollgate rules` lists the rules. Correct the id, or remove the waiver.',
      );
    }
    if (dayAfter(waiver.expires, 0) !== waiver.expires) {
      throw refuse(`${at('expires')} ${waiver.expires} is no day of the calendar.`, 'Write a day as 2026-03-31.');
    }
    if (waiver.expires > last) {
      throw refuse(
        `${at('expires')} the waiver of ${waiver.rule} for ${waiver.address} lasts until ${waiver.expires}; ${last} is the last day allowed.`,
        `Write ${last} or earlier, and renew it when it is still needed; longest_lifetime_days is ${days}.`,
      );
    }
    return waiver;
  });
  const digest = sha256(JSON.stringify([days, waivers]));
  return { digest, today, entries: waivers };
}

/** Members in one order, so that the digest does not depend on the order in the file. */
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

/** A day some days later; `''` for what is no day. The 31st of February becomes the 3rd of March. */
function dayAfter(day: string, days: number): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? '' : new Date(time + days * DAY).toISOString().slice(0, 10);
}

/** Whether a waiver is about a place. Which of both is a violation, and whether it still counts, is not asked here. */
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

/** `*` stands for any characters, also none; everything else for itself. */
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
