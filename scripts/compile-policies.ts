/**
 * Compiles the policies and writes the generated files: `policies/compiled/` (wasm, catalog, manifest),
 * `policies/lib/plan/types.rego` (the resource types that the rules read), `docs/rules/` (one page per rule and an index) and
 * `docs/library.md` (the library for rules of a team). The output is deterministic.
 *
 * Usage: `tsx scripts/compile-policies.ts` writes; with `--check` the script only compares, names the differing files and exits
 * with 1.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { sha256 } from '../tollgate/digest';
import { CouldNotJudge, isObject, SEVERITIES, type JsonObject, type RuleInfo } from '../tollgate/model';
import { libraryPage } from './library';
import { readSchema } from './provider-tables';
import { unknownAttributes } from './rego-attributes';
import { knownTypes, packageTypes, parsePolicies, TYPES_FILE, typesRego, unreadableTypes } from './rego-types';

/** The OPA version that compiles the policies. Other versions give other bytes. */
const OPA_VERSION = '1.22.2';

/** Directories of the sources and of the results. */
export interface PolicyBuild {
  /** Contains `rules/`, `lib/`, `gate/` and `capabilities.json`. */
  readonly policies: string;
  /** Directory of the default settings and of the schemas of all settings. */
  readonly settings: string;
  readonly artifact: string;
  /** Directory of the rule pages; no pages are written when absent. */
  readonly docs?: string;
}

const ROOT = resolve(__dirname, '..');

/** The policies of this repository, and the small policies for tests of the gate. */
const BUILDS: readonly PolicyBuild[] = [
  {
    policies: join(ROOT, 'policies'),
    settings: join(ROOT, 'policies', 'defaults'),
    artifact: join(ROOT, 'policies', 'compiled'),
    docs: join(ROOT, 'docs', 'rules'),
  },
  {
    policies: join(ROOT, '__tests__', 'fixtures', 'policies'),
    settings: join(ROOT, '__tests__', 'fixtures', 'policies', 'settings'),
    artifact: join(ROOT, '__tests__', 'fixtures', 'artifact'),
  },
];

/**
 * Compiles the policies and writes the files.
 *
 * @throws CouldNotJudge when OPA is missing or has another version, or when the metadata of a rule is incomplete
 */
export function buildPolicies(build: PolicyBuild): void {
  requireOpa();
  const catalog = readCatalog(build.policies);
  const types = readTypes(build.policies);
  if (types !== undefined) writeFileSync(types.path, types.text);
  const files = generate(build, catalog, types);
  for (const stale of existingPages(build.docs)) if (!files.has(stale)) rmSync(stale);
  for (const [path, content] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

/**
 * Regenerates the files and compares.
 *
 * @returns files that are missing, stale or different, sorted
 */
export function checkPolicies(build: PolicyBuild): string[] {
  requireOpa();
  const files = generate(build, readCatalog(build.policies), readTypes(build.policies));
  const differing = [...files].filter(
    ([path, content]) => !existsSync(path) || !readFileSync(path).equals(bytes(content)),
  );
  const stale = existingPages(build.docs).filter((page) => !files.has(page));
  return [...differing.map(([path]) => path), ...stale].sort();
}

function generate(
  build: PolicyBuild,
  catalog: readonly Documented[],
  types: TypesRead | undefined,
): Map<string, Buffer | string> {
  const wasm = compile(build.policies);
  // Below a key, because stock OPA merges all JSON files of `policies/` into one document.
  const catalogText = json({ catalog: catalog.map(({ scoped: _, ...info }) => info) });
  const manifest = {
    opa: OPA_VERSION,
    sha256: { 'catalog.json': sha256(catalogText), 'policy.wasm': sha256(wasm) },
    rules: catalog.map((rule) => rule.id),
    settings: settingNames(build.settings),
    ...(types === undefined ? {} : { read: { types: types.names } }),
  };
  const files = new Map<string, Buffer | string>([
    [join(build.artifact, 'policy.wasm'), wasm],
    [join(build.artifact, 'catalog.json'), catalogText],
    [join(build.artifact, 'manifest.json'), json(manifest)],
  ]);
  if (types !== undefined) files.set(types.path, types.text);
  if (build.docs !== undefined) {
    const pages = [
      ['README.md', indexPage(catalog)],
      ...catalog.map((rule) => [`${rule.id}.md`, rulePage(rule)]),
    ] as const;
    for (const [name = '', text = ''] of pages) files.set(join(build.docs, name), text);
    const library = libraryPage(build.policies);
    if (library !== undefined) files.set(join(build.docs, '..', 'library.md'), library);
  }
  return files;
}

/** Compiles only what the policies read at run time: no tests, settings or schemas. */
function compile(policies: string): Buffer {
  const directory = mkdtempSync(join(tmpdir(), 'tollgate-policies-'));
  try {
    const bundle = join(directory, 'bundle.tar.gz');
    opa(policies, [
      ...['build', '--target', 'wasm', '--entrypoint', 'gate/report'],
      ...['--capabilities', 'capabilities.json', '--ignore', '*_test.rego', '--ignore', '*.json'],
      ...['--output', bundle, ...sources(policies)],
    ]);
    execFileSync('tar', ['-xzf', bundle, '-C', directory, '/policy.wasm'], { stdio: ['ignore', 'ignore', 'pipe'] });
    return readFileSync(join(directory, 'policy.wasm'));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function sources(policies: string): string[] {
  return ['gate', 'lib', 'rules'].filter((directory) => existsSync(join(policies, directory)));
}

/** A rule with properties for its page. */
interface Documented extends RuleInfo {
  /** Whether the rule applies only to systems in the scope. */
  readonly scoped: boolean;
}

/** The rules sorted by id, from the METADATA of their packages. */
function readCatalog(policies: string): Documented[] {
  const inspected: unknown = JSON.parse(opa(policies, ['inspect', '--annotations', '--format', 'json', 'rules']));
  const annotations = isObject(inspected) && Array.isArray(inspected['annotations']) ? inspected['annotations'] : [];
  const described = new Map<string, Documented>();
  for (const entry of annotations) {
    if (!isObject(entry) || !isObject(entry['annotations']) || entry['annotations']['scope'] !== 'package') continue;
    const rule = packageName(entry['path']);
    if (rule !== undefined) described.set(rule, ruleInfo(rule, entry['annotations']));
  }
  for (const file of regoFiles(join(policies, 'rules'))) {
    const rule = relative(join(policies, 'rules'), file)
      .replace(/\.rego$/, '')
      .split(/[\\/]/)
      .join('.');
    if (!described.has(rule)) {
      throw refuse(
        `policies/rules/${rule.replaceAll('.', '/')}.rego has no METADATA with \`scope: package\` for the package rules.${rule}.`,
        'Write a METADATA block with `scope: package` above the package statement, and name the package after its path.',
      );
    }
  }
  const catalog = [...described.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const [index, rule] of catalog.entries()) {
    const previous = catalog[index - 1];
    if (previous?.id === rule.id) {
      throw refuse(`${previous.file} and ${rule.file} have the same id ${rule.id}.`, 'Give one of the rules a new id.');
    }
  }
  if (catalog.length === 0)
    throw refuse('policies/rules contains no rules.', 'Write a rule, or restore policies/rules from version control.');
  return catalog;
}

/** Turns `data.rules.network.declared_flows_only` into `network.declared_flows_only`; undefined for other packages. */
function packageName(path: unknown): string | undefined {
  if (!Array.isArray(path)) return undefined;
  const names = path.map((part) => (isObject(part) && typeof part['value'] === 'string' ? part['value'] : ''));
  if (names[0] !== 'data' || names[1] !== 'rules' || names.some((name) => name.endsWith('_test'))) return undefined;
  return names.slice(2).join('.');
}

function ruleInfo(rule: string, metadata: JsonObject): Documented {
  const file = `policies/rules/${rule.replaceAll('.', '/')}.rego`;
  const custom = isObject(metadata['custom']) ? metadata['custom'] : {};
  const text = (holder: JsonObject, member: string): string => {
    const value = holder[member];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    throw refuse(
      `${file} has no ${holder === custom ? 'custom.' : ''}${member} in its METADATA.`,
      `Add ${holder === custom ? 'custom.' : ''}${member} to the METADATA block.`,
    );
  };
  const id = text(custom, 'id');
  if (!/^[A-Z][A-Z0-9]*-[0-9]{3}$/.test(id)) {
    throw refuse(
      `${file} has the id ${id}, which is not a valid rule id.`,
      'Write an id such as NET-001: capital letters and digits, a hyphen, three digits.',
    );
  }
  const severity = SEVERITIES.find((known) => known === custom['severity']);
  if (severity === undefined) {
    throw refuse(
      `${file} has no valid severity; allowed are ${SEVERITIES.join(', ')}.`,
      'Write custom.severity in the METADATA of the rule.',
    );
  }
  const { resources, scope = 'always' } = custom;
  if (scope !== 'always' && scope !== 'architecture') {
    throw refuse(
      `${file} has an invalid scope; allowed are always and architecture.`,
      'Correct custom.scope in the METADATA of the rule.',
    );
  }
  const related = Array.isArray(metadata['related_resources']) ? metadata['related_resources'] : [];
  return {
    id,
    rule,
    title: text(metadata, 'title'),
    description: text(metadata, 'description'),
    severity,
    resources: Array.isArray(resources) ? resources.filter((type) => typeof type === 'string') : [],
    fix: text(custom, 'fix'),
    relatedResources: related.filter(isObject).map((link) => ({
      ref: text(link, 'ref'),
      description: typeof link['description'] === 'string' ? link['description'] : '',
    })),
    file,
    scoped: scope === 'architecture',
  };
}

function regoFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.rego') && !name.endsWith('_test.rego'))
    .map((name) => join(directory, name))
    .sort();
}

/** The resource types that the policies read, and the generated file for the library. */
interface TypesRead {
  readonly names: readonly string[];
  readonly path: string;
  readonly text: string;
}

/**
 * Reads the types from the METADATA of the packages; undefined for policies without `lib/plan`.
 *
 * @throws CouldNotJudge when a source reads a type or an attribute that the library cannot read
 */
function readTypes(policies: string): TypesRead | undefined {
  const path = join(policies, TYPES_FILE);
  if (!existsSync(dirname(path))) return undefined;
  const parsed = parsePolicies(policies);
  const schema = readSchema(join(policies, 'provider', 'schema.tsv'));
  const unnamed = unreadableTypes(policies, parsed, new Set(schema.map(({ type }) => type)));
  // The known attributes depend on the types.
  const found = unnamed.length > 0 ? unnamed : unknownAttributes(parsed, schema);
  if (found.length > 0) {
    const lines = found.map(({ file, line, reason }) => `${shown(policies, file)}:${line}: ${reason}`);
    throw refuse(lines.join('\n'), 'Correct these lines; as written, none of the rules would ever find anything.');
  }
  const packages = packageTypes(parsed);
  return { names: knownTypes(packages), path, text: typesRego(packages) };
}

/** `policies/rules/network/x.rego`, whatever the directory of the policies. */
function shown(policies: string, file: string): string {
  return join('policies', relative(policies, file)).replaceAll('\\', '/');
}

function settingNames(directory: string): string[] {
  const schemas = readdirSync(directory).filter((name) => name.endsWith('.schema.json'));
  return schemas.map((name) => basename(name, '.schema.json')).sort();
}

function existingPages(docs: string | undefined): string[] {
  if (docs === undefined) return [];
  return existsSync(docs)
    ? readdirSync(docs)
        .filter((name) => name.endsWith('.md'))
        .map((name) => join(docs, name))
    : [];
}

function indexPage(catalog: readonly Documented[]): string {
  const rows = catalog.map(
    (rule) =>
      `| [${rule.id}](${rule.id}.md) | ${cell(rule.title)} | ${rule.severity} | ${rule.scoped ? 'systems in the scope' : 'every plan'} | \`${rule.rule}\` |`,
  );
  return [
    '# Rules',
    '',
    'The scope consists of the systems whose names start with a prefix in [scope.json](../../policies/settings/scope.json). Rules for this architecture,',
    'and its budgets, apply to those systems only. All other rules apply to every plan, with the flows and limits of the settings.',
    '',
    '| id | rule | severity | applies to | package |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

const SCOPED = 'systems in the [scope](../../policies/settings/scope.json)';

function rulePage(rule: Documented): string {
  const sections = [
    `# ${rule.id}: ${rule.title}`,
    rule.description,
    [
      '| severity | applies to | package | source |',
      '| --- | --- | --- | --- |',
      `| ${rule.severity} | ${rule.scoped ? SCOPED : 'every plan'} | \`${rule.rule}\` | [${rule.file}](../../${rule.file}) |`,
    ].join('\n'),
    `## How to fix it\n\n${rule.fix}`,
  ];
  if (rule.resources.length > 0) {
    sections.push(`## Resources\n\n${rule.resources.map((type) => `- \`${type}\``).join('\n')}`);
  }
  if (rule.relatedResources.length > 0) {
    const links = rule.relatedResources.map(
      (link) => `- [${link.description === '' ? link.ref : link.description}](${link.ref})`,
    );
    sections.push(`## See also\n\n${links.join('\n')}`);
  }
  return `${sections.join('\n\n')}\n`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function bytes(content: Buffer | string): Buffer {
  return typeof content === 'string' ? Buffer.from(content) : content;
}

function requireOpa(): void {
  const fix = `Install it with \`go install github.com/open-policy-agent/opa@v${OPA_VERSION}\` and put it on the PATH.`;
  let answer: string;
  try {
    answer = execFileSync('opa', ['version'], { encoding: 'utf8' });
  } catch {
    throw refuse(`\`opa\` is not on the PATH; the policies are compiled with version ${OPA_VERSION}.`, fix);
  }
  const found = /^Version: (\S+)/m.exec(answer)?.[1];
  if (found !== OPA_VERSION) {
    throw refuse(`\`opa\` is version ${String(found)}; the policies are compiled with ${OPA_VERSION}.`, fix);
  }
}

/**
 * Runs `opa` in the directory of the policies, so that paths in its output do not depend on the location of the clone.
 */
function opa(policies: string, args: readonly string[]): string {
  try {
    return execFileSync('opa', args, {
      cwd: policies,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
    });
  } catch (error) {
    const said = isObject(error)
      ? [error['stderr'], error['stdout']].filter((text) => typeof text === 'string')
      : [error];
    throw refuse(`opa ${args[0] ?? ''} failed: ${said.join('').trim()}`, 'Correct the policy that the message names.');
  }
}

function refuse(what: string, fix: string): CouldNotJudge {
  return new CouldNotJudge(what, 'The compiled policy and the rule pages must match their sources.', fix);
}

function main(args: readonly string[]): number {
  const differing: string[] = [];
  for (const build of BUILDS) {
    if (args.includes('--check')) differing.push(...checkPolicies(build));
    else buildPolicies(build);
  }
  for (const path of differing)
    console.error(`${relative(ROOT, path)} does not match its sources: run \`npm run policies\`.`);
  return differing.length === 0 ? 0 : 1;
}

if (require.main === module) {
  try {
    process.exitCode = main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof CouldNotJudge)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
