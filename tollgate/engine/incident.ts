import type { LocatedJson } from './located-json';
import { sha256 } from '../digest';
import { CouldNotJudge, isObject, type Json, type RuleInfo, type Waiver } from '../model';

/** A waiver for an incident: approved by another person, and of hours instead of days. */
export interface IncidentWaiver extends Waiver {
  readonly approvedBy: string;
  /** Time at which the waiver ends, in UTC: `2026-03-31T18:00:00Z`. */
  readonly expires: string;
}

/** A valid incident file. */
export interface Incident {
  /** Path as given. */
  readonly path: string;
  /** SHA-256 of the waivers. */
  readonly digest: string;
  readonly entries: readonly IncidentWaiver[];
  /** `PATH:LINE:COLUMN` of an entry. */
  at(index: number): string;
}

/** Facts that an incident file is checked with. */
export interface IncidentCheck {
  /** The rules that a waiver may name. */
  readonly catalog: readonly RuleInfo[];
  /** Time in milliseconds since 1970. */
  readonly now: number;
  /** Longest time in hours until the end of a waiver. */
  readonly hours: number;
  /** Names of the person who runs the gate. */
  readonly runBy: readonly string[];
}

/** Why the gate refuses an invalid incident file. */
export const INCIDENT_WHY = 'An incident excuses a finding for a few hours, and another person answers for that.';

/** Environment variable through which `tollgate deploy` hands the path of the incident file to the app. */
export const INCIDENT_VARIABLE = 'TOLLGATE_INCIDENT';

const HOUR = 60 * 60 * 1000;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const REQUIRED = ['rule', 'address', 'reason', 'owner', 'approved_by', 'expires'] as const;
const MEMBERS: readonly string[] = [...REQUIRED, 'path', 'found', 'stack'];
const SHORTEST_REASON = 10;

/**
 * Reads an incident file: `{"incident": {"entries": [{"rule", "address", "path", "found", "reason", "owner",
 * "approved_by", "expires"}]}}`.
 *
 * @throws CouldNotJudge with file, line and column when an entry is incomplete, is approved by its owner or by the person
 * who runs the gate, has ended, or ends too late
 */
export function readIncident(file: LocatedJson, check: IncidentCheck): Incident {
  const content = isObject(file.content) ? file.content['incident'] : undefined;
  const entries = isObject(content) ? content['entries'] : undefined;
  const extra = [...others(file.content, ['incident']), ...others(content, ['entries'])];
  if (!Array.isArray(entries) || entries.length === 0 || extra.length > 0) {
    throw refuse(
      `${file.path} is not an incident file${extra.length > 0 ? `: ${extra.join(', ')} is not allowed` : ''}.`,
      'Write {"incident": {"entries": [{"rule": …, "address": …, "path": …, "found": …, "reason": …, "owner": …, "approved_by": …, "expires": …}]}}.',
    );
  }
  const waivers = entries.map((entry, index) => {
    const at = (member: string): string => file.at(`/incident/entries/${index}/${member}`);
    const waiver = asWaiver(entry, at);
    refuseInvalid(waiver, at, check);
    return waiver;
  });
  return {
    path: file.path,
    digest: sha256(JSON.stringify(waivers)),
    entries: waivers,
    at: (index) => file.at(`/incident/entries/${index}`),
  };
}

function asWaiver(entry: Json, at: (member: string) => string): IncidentWaiver {
  const values: Record<string, Json | undefined> = isObject(entry) ? entry : {};
  const [extra] = others(entry, MEMBERS);
  if (extra !== undefined) {
    throw refuse(`${at(extra)} ${extra} is not allowed.`, `Known are ${MEMBERS.join(', ')}.`);
  }
  const text = (member: string): string => {
    const value = values[member];
    return typeof value === 'string' ? value.trim() : '';
  };
  for (const member of REQUIRED) {
    if (text(member) === '')
      throw refuse(`${at(member)} the entry has no ${member}.`, `Write "${member}" as a string.`);
  }
  const { path, found } = values;
  const list = Array.isArray(found) ? found : [found];
  const texts = list.filter((value) => typeof value === 'string');
  const wrong = (['path', 'stack'] as const).find((member) => !['string', 'undefined'].includes(typeof values[member]));
  if (wrong !== undefined || (found !== undefined && (texts.length !== list.length || texts.length === 0))) {
    throw refuse(`${at(wrong ?? 'found')} ${wrong ?? 'found'} is not a string.`, 'Copy the value from the report.');
  }
  return {
    rule: text('rule'),
    address: text('address'),
    ...(typeof path === 'string' ? { path } : {}),
    ...(texts.length === 0 ? {} : { found: texts }),
    ...(text('stack') === '' ? {} : { stack: text('stack') }),
    reason: text('reason'),
    owner: text('owner'),
    approvedBy: text('approved_by'),
    expires: text('expires'),
  };
}

function refuseInvalid(waiver: IncidentWaiver, at: (member: string) => string, check: IncidentCheck): void {
  const { rule, reason, owner, approvedBy, expires } = waiver;
  if (!check.catalog.some(({ id }) => id === rule)) {
    throw refuse(
      `${at('rule')} waives the rule ${rule}, which does not exist.`,
      'Correct the id. `tollgate rules` lists all rules.',
    );
  }
  if (reason.length < SHORTEST_REASON) {
    throw refuse(`${at('reason')} the reason is too short.`, 'Name the incident, and why the finding is acceptable.');
  }
  const own = [owner, ...check.runBy].find((name) => same(name, approvedBy));
  if (own !== undefined) {
    throw refuse(
      `${at('approved_by')} ${approvedBy} is the owner of the waiver or the person who deploys.`,
      'Ask another person to approve the waiver, and write the name of that person.',
    );
  }
  const end = TIME.test(expires) ? Date.parse(expires) : NaN;
  // An hour such as 24 or a day such as the 31st of February becomes another time, or none.
  if (Number.isNaN(end) || `${new Date(end).toISOString().slice(0, 19)}Z` !== expires) {
    throw refuse(
      `${at('expires')} ${expires} is not a time in UTC.`,
      `Write a time such as ${shown(check.now + HOUR)}.`,
    );
  }
  if (end <= check.now) {
    throw refuse(
      `${at('expires')} the waiver of ${rule} for ${waiver.address} ended at ${expires}.`,
      'Correct the finding. If the incident goes on, have the waiver approved again with another end.',
    );
  }
  if (end > check.now + check.hours * HOUR) {
    throw refuse(
      `${at('expires')} the waiver of ${rule} for ${waiver.address} ends at ${expires}; the last time allowed is ${shown(check.now + check.hours * HOUR)}.`,
      `Write an earlier time (longest_incident_hours is ${check.hours}).`,
    );
  }
}

function shown(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** Names of persons, without capitals and spaces. */
function same(one: string, other: string): boolean {
  const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s@]/g, '');
  return plain(one) !== '' && plain(one) === plain(other);
}

function others(value: Json | undefined, allowed: readonly string[]): string[] {
  return isObject(value) ? Object.keys(value).filter((member) => !allowed.includes(member)) : [];
}

function refuse(what: string, fix: string): CouldNotJudge {
  return new CouldNotJudge(what, INCIDENT_WHY, fix);
}
