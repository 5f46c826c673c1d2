import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { POLICIES } from '../../home';
import { sha256 } from '../../digest';
import { loadArtifact } from '../../engine/artifact';
import { loadSettings, type SettingsDirectories } from '../../engine/settings';
import { attributeOf } from '../../engine/excused';
import { withSeverities } from '../../engine/severities';
import { noWaivers, readWaivers, requireBound } from '../../engine/waivers';
import { exportedOwn } from '../../own/exported';
import { loadOwnRules } from '../../own/load';
import { CouldNotJudge, type Enforcement, type JsonObject, type RuleInfo, type Waiver } from '../../model';

/** A rule of the catalog with its enforcement. */
export interface ExportedRule extends RuleInfo {
  readonly enforcement: Enforcement;
  /** The id as an identifier with letters, digits and underscores: `net_001`. */
  readonly policy: string;
}

/** The inputs of an export. */
export interface Sources {
  /** Source text by path below `policies/`, with slashes, without tests, sorted by path. */
  readonly rego: ReadonlyMap<string, string>;
  readonly rules: readonly ExportedRule[];
  /** `data.settings` of the policies. */
  readonly settings: JsonObject;
  /** `data.catalog` of the exports. */
  readonly catalog: JsonObject;
  /** Waivers that apply in the export too. */
  readonly waivers: readonly Waiver[];
  /** Waivers for one stack. Omitted, because a plan does not name its stack. */
  readonly stackWaivers: readonly Waiver[];
}

/** Options that replace default settings. */
export interface SourceOptions {
  /** Directories of settings, each over the defaults and the directories before it. */
  readonly settings?: SettingsDirectories;
  /** File that replaces `waivers.json` of the settings. */
  readonly waivers?: string;
  /** Directory of the rules of a team, which are exported as well. */
  readonly rules?: string;
}

/**
 * Reads the policies and checks that they match the catalog.
 *
 * @param options another team's settings
 * @throws CouldNotJudge when a part is missing, damaged, or does not match the others
 */
export function readSources(options: SourceOptions): Sources {
  const gate = loadArtifact(join(POLICIES, 'compiled'));
  const own = options.rules === undefined ? undefined : loadOwnRules(options.rules, gate);
  const all = [...gate.catalog, ...(own?.catalog ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
  const read = loadSettings(join(POLICIES, 'defaults'), gate.settings, all, options.settings, options.waivers);
  const catalog = withSeverities(all, read.data);
  const gateRego = readRego(POLICIES);
  requireSameRules(gateRego, gate.catalog);
  const rego = own === undefined ? gateRego : new Map([...gateRego, ...exportedOwn(own, gate, gateRego)].sort(byPath));
  const rules = catalog.map((rule) => ({
    ...rule,
    enforcement: read.enforcement.get(rule.id) ?? 'block',
    policy: rule.id.toLowerCase().replace('-', '_'),
  }));
  const today = new Date().toISOString().slice(0, 10);
  const waived = read.waivers === undefined ? noWaivers(today) : readWaivers(read.waivers, catalog, today);
  requireBound(waived);
  // The exports have no third answer: they deny an undecided value, also an accepted one.
  const entries = waived.entries.filter(({ undecided }) => undecided === undefined);
  const waivers = entries.filter(({ stack }) => stack === undefined);
  const settings = Object.fromEntries(Object.entries({ ...read.data, ...own?.settings }).sort(byPath));
  return {
    ...{ rego, rules, settings, waivers },
    catalog: catalogData(rules, Object.keys(settings), waivers),
    stackWaivers: entries.filter(({ stack }) => stack !== undefined),
  };
}

function byPath([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}

/** The metadata that `policies/exports/` needs: rules, whose bodies contain no ids, and waivers. */
function catalogData(
  rules: readonly ExportedRule[],
  settings: readonly string[],
  waivers: readonly Waiver[],
): JsonObject {
  const entries = rules.map(({ id, rule, policy, severity, title, fix }) => {
    const [service = '', name = ''] = rule.split('.');
    return [id, { service, name, policy, severity, title, fix }] as const;
  });
  return {
    rules: Object.fromEntries(entries),
    settings: [...settings],
    waivers: waivers.map(({ rule, address, path = '', found = [], owner, reason, expires }) => {
      return {
        ...{ rule, address: addressPattern(address), path: attributeOf(path), found: [...found] },
        ...{ owner, reason, expires },
      };
    }),
  };
}

/** Converts a pattern, in which `*` matches any characters, to a regular expression of Go. */
function addressPattern(pattern: string): string {
  const literal = (text: string): string => text.replaceAll(/[\\.+?^${}()|[\]]/g, '\\$&');
  return `(?s)^${pattern.split('*').map(literal).join('.*')}$`;
}

function readRego(policies: string): Map<string, string> {
  let names: string[];
  try {
    names = readdirSync(policies, { recursive: true, encoding: 'utf8' });
  } catch {
    throw incomplete(`${policies} cannot be read.`);
  }
  const paths = names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.rego') && !name.endsWith('_test.rego') && !/^(settings|own)\//.test(name))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(join(policies, path), 'utf8')]));
}

function requireSameRules(rego: ReadonlyMap<string, string>, catalog: readonly RuleInfo[]): void {
  const catalogued = new Set(catalog.map(({ file }) => file.replace(/^policies\//, '')));
  const differing = [
    ...[...catalogued]
      .filter((path) => !rego.has(path))
      .map((path) => `${path} is in the catalog, but the file is missing`),
    ...[...rego.keys()]
      .filter((path) => path.startsWith('rules/') && !catalogued.has(path))
      .map((path) => `${path} is not in the catalog`),
  ];
  if (differing.length > 0) throw incomplete(`The policies do not match the catalog: ${differing.join('; ')}.`);
}

function incomplete(what: string): CouldNotJudge {
  return new CouldNotJudge(
    what,
    'An export without one of the rules would let through what the gate denies.',
    'Restore policies/ from version control. After changing a policy, run `npm run policies`.',
  );
}

/** One digest of several files, independent of how they are packed. */
export function digestOf(files: ReadonlyMap<string, string>): string {
  const lines = [...files].map(([path, text]) => `${sha256(text)}  ${path}\n`);
  return sha256(lines.sort().join(''));
}
