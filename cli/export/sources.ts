import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadArtifact, sha256 } from '../../gate/engine/artifact';
import { loadSettings } from '../../gate/engine/settings';
import { CouldNotJudge, type Enforcement, type JsonObject, type RuleInfo } from '../../gate/model';

/** A rule of the catalog with what is done about it. */
export interface ExportedRule extends RuleInfo {
  readonly enforcement: Enforcement;
  /** Its name where a name may only hold letters, digits and underscores: `net_001`. */
  readonly policy: string;
}

/** Everything that an export is made from. */
export interface Sources {
  /** Text by path below `policies/`, with slashes, without tests, in the order of the paths. */
  readonly rego: ReadonlyMap<string, string>;
  readonly rules: readonly ExportedRule[];
  /** `data.settings` of the policies. */
  readonly settings: JsonObject;
  /** `data.catalog` of the exports. */
  readonly catalog: JsonObject;
}

/**
 * Reads the policies and proves that they are those of the catalog.
 *
 * @param root directory that holds `policies/` and `gate/artifact/`
 * @param overrides where another team's settings are
 * @throws CouldNotJudge when a part is missing, damaged, or does not fit the others
 */
export function readSources(root: string, overrides: string | undefined): Sources {
  const { catalog, settings: names } = loadArtifact(join(root, 'gate', 'artifact'));
  const policies = join(root, 'policies');
  const { data, enforcement } = loadSettings(join(policies, 'settings'), names, catalog, overrides);
  const rego = readRego(policies);
  requireSameRules(rego, catalog);
  const rules = catalog.map((rule) => ({
    ...rule,
    enforcement: enforcement.get(rule.id) ?? 'block',
    policy: rule.id.toLowerCase().replace('-', '_'),
  }));
  const settings = Object.fromEntries(Object.entries(data).sort(([one], [other]) => (one < other ? -1 : 1)));
  return { rego, rules, settings, catalog: catalogData(rules, Object.keys(settings)) };
}

/** What `policies/exports/` needs to know of the rules, whose bodies hold no ids. */
function catalogData(rules: readonly ExportedRule[], settings: readonly string[]): JsonObject {
  const entries = rules.map(({ id, rule, policy, severity, title, remediation }) => {
    const [service = '', name = ''] = rule.split('.');
    return [id, { service, name, policy, severity, title, remediation }] as const;
  });
  return { rules: Object.fromEntries(entries), settings: [...settings] };
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
    .filter((name) => name.endsWith('.rego') && !name.endsWith('_test.rego'))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(join(policies, path), 'utf8')]));
}

function requireSameRules(rego: ReadonlyMap<string, string>, catalog: readonly RuleInfo[]): void {
  const catalogued = new Set(catalog.map(({ file }) => file.replace(/^policies\//, '')));
  const differing = [
    ...[...catalogued].filter((path) => !rego.has(path)).map((path) => `${path} is in the catalog and not there`),
    ...[...rego.keys()]
      .filter((path) => path.startsWith('rules/') && !catalogued.has(path))
      .map((path) => `${path} is not in the catalog`),
  ];
  if (differing.length > 0) throw incomplete(`The policies are not those of the catalog: ${differing.join('; ')}.`);
}

function incomplete(what: string): CouldNotJudge {
  return new CouldNotJudge(
    what,
    'An export that lacks a rule would let through what the gate refuses.',
    'Restore policies/ and gate/artifact/ from version control; after a change of the policies run `npm run policies`.',
  );
}

/** One digest for texts by path, whatever they are packed into. */
export function digestOf(files: ReadonlyMap<string, string>): string {
  const lines = [...files].map(([path, text]) => `${sha256(text)}  ${path}\n`);
  return sha256(lines.sort().join(''));
}
