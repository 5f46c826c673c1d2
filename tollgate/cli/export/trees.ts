import { digestOf, type ExportedRule, type Sources } from './sources';
import { isObject, SEVERITIES, type JsonObject } from '../../model';

/** File content by path, with slashes. */
export type Tree = ReadonlyMap<string, string>;

/** How rules are grouped into policies of HCP Terraform. */
export type Grouping = 'set' | 'severity' | 'rule';

/** A policy of HCP Terraform. */
export interface HcpPolicy {
  readonly name: string;
  readonly query: string;
  readonly level: 'mandatory' | 'advisory';
  readonly description: string;
}

/**
 * The policies of a set: `judged` first, then the rules. Rules that are off are omitted. HCP Terraform evaluates each
 * policy separately, so fewer policies are faster.
 */
export function hcpPolicies({ rules, waivers, settings }: Sources, grouping: Grouping): HcpPolicy[] {
  const missing = undeclared(settings);
  const query = (name: string): string => `data.exports.hcp.policy.${name}`;
  const judged: HcpPolicy = {
    ...{ name: 'judged', query: query('judged'), level: 'mandatory' },
    description: 'The whole plan could be judged. Parts that the policies cannot read are not allowed.',
  };
  const waived: HcpPolicy = {
    ...{ name: 'waived', query: query('waived'), level: 'advisory' },
    description: `Waived findings, until the last day of each waiver: ${listed(waivers.map(({ rule }) => rule))}`,
  };
  const notDeclared: HcpPolicy = {
    ...{ name: 'undeclared', query: query('undeclared'), level: 'advisory' },
    description: `The settings declare no value for: ${missing.join(', ')}`,
  };
  const notes = waivers.length > 0 || missing.length > 0;
  if (grouping === 'set') return policyPerSet(rules, notes, query);
  if (grouping === 'severity') return [judged, ...policyPerSeverity(rules, notes, query)];
  return [
    judged,
    ...policyPerRule(rules, query),
    ...(waivers.length > 0 ? [waived] : []),
    ...(missing.length > 0 ? [notDeclared] : []),
  ];
}

/** The limits and budgets without a value, such as `limits.group`. */
function undeclared({ limits, budgets }: JsonObject): string[] {
  return Object.entries({ budgets, limits }).flatMap(([name, values]) =>
    Object.entries(isObject(values) ? values : {}).flatMap(([key, value]) =>
      value === null ? [`${name}.${key}`] : [],
    ),
  );
}

function listed(ids: readonly string[]): string {
  return [...new Set(ids)].sort().join(', ');
}

function policyPerRule(rules: readonly ExportedRule[], query: (name: string) => string): HcpPolicy[] {
  return SEVERITIES.flatMap((severity) => rules.filter((rule) => rule.severity === severity))
    .filter(({ enforcement }) => enforcement !== 'off')
    .map((rule) => ({
      name: rule.id,
      query: query(rule.policy),
      level: rule.enforcement === 'block' ? 'mandatory' : 'advisory',
      description: `${rule.title} (${rule.severity})`,
    }));
}

function policyPerSet(rules: readonly ExportedRule[], notes: boolean, query: (name: string) => string): HcpPolicy[] {
  const ids = rules.filter(({ enforcement }) => enforcement === 'block').map(({ id }) => id);
  const found = ids.length === 0 ? '' : `, and these rules found nothing: ${listed(ids)}`;
  return [
    {
      ...{ name: 'blocking', query: query('blocking'), level: 'mandatory' },
      description: `Everything in the plan could be judged${found}`,
    },
    ...advisoryPolicy(rules, notes, query),
  ];
}

function policyPerSeverity(
  rules: readonly ExportedRule[],
  notes: boolean,
  query: (name: string) => string,
): HcpPolicy[] {
  const blocking = SEVERITIES.map((severity) => ({
    severity,
    members: rules.filter((rule) => rule.severity === severity && rule.enforcement === 'block'),
  })).filter(({ members }) => members.length > 0);
  return [
    ...blocking.map(({ severity, members }) => ({
      ...{ name: severity, query: query(severity), level: 'mandatory' as const },
      description: `Rules of ${severity} severity: ${listed(members.map(({ id }) => id))}`,
    })),
    ...advisoryPolicy(rules, notes, query),
  ];
}

/**
 * The policy of rules that warn, and of notes: waived findings and undeclared settings. None if there is nothing of them.
 */
function advisoryPolicy(rules: readonly ExportedRule[], notes: boolean, query: (name: string) => string): HcpPolicy[] {
  const ids = rules.filter(({ enforcement }) => enforcement === 'warn').map(({ id }) => id);
  if (ids.length === 0 && !notes) return [];
  return [
    {
      ...{ name: 'advisory', query: query('advisory'), level: 'advisory' },
      description: `Waived findings, undeclared settings, and rules that only warn: ${ids.length === 0 ? 'none' : listed(ids)}`,
    },
  ];
}

/** A policy set for HCP Terraform. HCP Terraform loads Rego only, so the data is Rego as well. */
export function hcpTree(sources: Sources, grouping: Grouping): Tree {
  return new Map([
    ['README.md', HCP_README],
    ['policies.hcl', hcpPolicies(sources, grouping).map(policyBlock).join('\n')],
    ['data/catalog.rego', regoData('catalog', sources.catalog)],
    ['data/settings.rego', regoData('settings', sources.settings)],
    ['data/today.rego', TODAY],
    ...without(sources, ['exports/conftest.rego', 'gate/']),
  ]);
}

/** The files that `conftest test` finds in its working directory. */
export function conftestTree(sources: Sources): Tree {
  return new Map([
    ['README.md', CONFTEST_README],
    ['conftest.toml', 'policy = ["policy"]\ndata = ["data"]\n'],
    ['data/catalog.json', json({ catalog: sources.catalog })],
    ...Object.entries(sources.settings).map(
      ([name, value]) => [`data/settings/${name}.json`, json({ [name]: value ?? null })] as const,
    ),
    ['policy/today.rego', TODAY],
    ...without(sources, ['exports/hcp.rego', 'gate/']).map(([path, text]) => [`policy/${path}`, text] as const),
  ]);
}

/** The files of an OPA bundle, and a digest of them. */
export function bundleTree(sources: Sources): { readonly files: Tree; readonly revision: string } {
  const files = new Map([
    ['catalog/data.json', json(sources.catalog)],
    ['settings/data.json', json(sources.settings)],
    ['today/today.rego', TODAY],
    ...without(sources, ['exports/conftest.rego']),
  ]);
  const revision = digestOf(files);
  const roots = [...new Set([...files.keys()].map((path) => path.split('/')[0] ?? path))].sort();
  return { files: new Map([['.manifest', json({ revision, roots })], ...files]), revision };
}

function without({ rego }: Sources, left: readonly string[]): (readonly [string, string])[] {
  return [...rego].filter(([path]) => !left.some((start) => path.startsWith(start)));
}

function policyBlock({ name, query, level, description }: HcpPolicy): string {
  return [
    `policy ${hclString(name)} {`,
    `  query             = ${hclString(query)}`,
    `  enforcement_level = ${hclString(level)}`,
    `  description       = ${hclString(description)}`,
    '}',
    '',
  ].join('\n');
}

/** An HCL string literal. `${` and `%{` would start a template. */
export function hclString(text: string): string {
  return JSON.stringify(text).replaceAll(/[$%](?=\{)/g, '$&$&');
}

/** A package with constant rules: `data.<name>.<key>` wherever Rego is loaded. */
function regoData(name: string, members: JsonObject): string {
  const rules = Object.entries(members).map(
    ([member, value]) => `${member} := ${JSON.stringify(value ?? null, null, '\t')}\n`,
  );
  return [`# Generated by \`tollgate export\`.\npackage ${name}\n`, 'import rego.v1\n', ...rules].join('\n');
}

function json(value: JsonObject): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The clock is not part of `policies/`, which must give the same answer on every day. */
const TODAY = `# Generated by \`tollgate export\`.
package today

# The current day in UTC, compared with the last day of each waiver.
day := time.format([time.now_ns(), "UTC", "2006-01-02"])
`;

const HCP_README = `# Policies of tollgate for HCP Terraform

Generated by \`tollgate export hcp\`. Do not edit: export again, and upload the whole directory as one OPA policy set.
The set needs OPA 0.61 or later. The policy \`blocking\` (\`judged\` in a set with several policies) fails when part of the plan
could not be judged; keep it mandatory.
`;

const CONFTEST_README = `# Policies of tollgate for conftest

Generated by \`tollgate export conftest\`. Do not edit: export again. Run conftest in this directory:

    terraform show -json tfplan > plan.json
    conftest test plan.json

In another directory: \`conftest test --policy DIR/policy --data DIR/data plan.json\`. Without --data, the policies deny every
plan.
`;
