/**
 * Builds the publishable gate, `tollgate/dist/`. The result is committed, so that a checkout runs the gate without an
 * install. The build is deterministic.
 *
 * Usage: `tsx scripts/build-package.ts` writes the files. With `--check` the script only compares, names the differing files
 * and exits with 1. With `--code` the script omits the type declarations, which take longest; the tests use that.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import standaloneCode from 'ajv/dist/standalone';
import { build as bundle, type Plugin } from 'esbuild';
import { sha256 } from '../tollgate/digest';

const ROOT = resolve(__dirname, '..');
const PACKAGE = join(ROOT, 'tollgate');
const DIST = join(PACKAGE, 'dist');

/**
 * Entry points, each bundled with its dependencies: the program, its worker thread, the library modules, and the steps
 * of the action.
 */
const ENTRIES = {
  tollgate: 'cli/tollgate.ts',
  'judging-thread': 'cli/judging-thread.ts',
  index: 'index.ts',
  cdktf: 'cdktf/index.ts',
  afresh: 'cdktf/afresh.ts',
  'judge-plan': 'action/judge-plan.ts',
  comment: 'comment/comment.ts',
};

/**
 * The parts of `policies/` in the package: the compiled policy, the default settings, and the Rego for `tollgate
 * export` and for rules of a team.
 */
const POLICIES = ['compiled', 'defaults', 'exports', 'gate', 'lib', 'own', 'rules'];

/** Files for the rules of a team: the builtins that they may call, and the plans of their tests. */
const FOR_OWN_RULES = ['capabilities.json', join('lib', 'build_test.rego')];

/** Content of the built files by path below `dist/`, with slashes. */
type Build = ReadonlyMap<string, Uint8Array>;

/** The bundles, and the licenses of the bundled packages. */
async function code(): Promise<Build> {
  const { outputFiles, metafile } = await bundle({
    absWorkingDir: PACKAGE,
    entryPoints: ENTRIES,
    outdir: 'dist/js',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // The CommonJS form of jsonc-parser cannot be bundled.
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    // `import.meta.url` does not exist in CommonJS.
    define: { 'import.meta.url': '__filename' },
    // Peer dependencies of the package.
    external: ['constructs'],
    plugins: [compiledSchemas],
    legalComments: 'none',
    minifySyntax: true,
    minifyWhitespace: true,
    metafile: true,
    write: false,
  });
  const files = outputFiles.map(({ path, contents }): [string, Uint8Array] => [
    slashes(relative(DIST, path)),
    contents,
  ]);
  return new Map([...files, ['LICENSES.txt', Buffer.from(licenses(Object.keys(metafile.inputs)))]]);
}

/** Replaces `engine/compiled-schemas.ts` by compiled validators of the settings schemas. */
const compiledSchemas: Plugin = {
  name: 'compiled-schemas',
  setup(bundling) {
    bundling.onLoad({ filter: /compiled-schemas\.ts$/ }, () => ({ contents: schemaCode(), resolveDir: ROOT }));
  },
};

/** A module with the validators, by SHA-256 of the schema file. */
function schemaCode(): string {
  const directory = join(ROOT, 'policies', 'defaults');
  const ajv = new Ajv2020({ code: { source: true }, messages: false });
  const schemas = readdirSync(directory).filter((name) => name.endsWith('.schema.json'));
  const exported = schemas.sort().map((name, at) => {
    const text = readFileSync(join(directory, name), 'utf8');
    ajv.addSchema({ ...(JSON.parse(text) as object), $id: name });
    return { id: name, as: `schema${at}`, digest: sha256(text) };
  });
  const code = standaloneCode(ajv, Object.fromEntries(exported.map(({ as, id }) => [as, id])));
  const entries = exported.map(({ digest, as }) => `'${digest}': exports.${as}`);
  return `${code}\nexports.compiledSchemas = { ${entries.join(', ')} };`;
}

/** The licenses of the packages that contain these files. */
function licenses(inputs: readonly string[]): string {
  const packages = new Set(
    inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(slashes(input))?.[0] ?? []),
  );
  const texts = [...packages].map((directory) => {
    const path = join(PACKAGE, directory);
    const { name, version } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Record<string, string>;
    const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined)
      throw new Error(`${String(name)} has no license file, but the license text must be distributed with the code.`);
    return `${String(name)} ${String(version)}\n\n${readFileSync(join(path, file), 'utf8').trim()}\n`;
  });
  return ['tollgate contains code of the following packages.\n', ...texts.sort()].join('\n' + '-'.repeat(80) + '\n\n');
}

/** Files copied from other folders of the repository. */
function copies(): Build {
  const files = POLICIES.flatMap((part) => below(join(ROOT, 'policies', part)))
    .filter((path) => !path.endsWith('_test.rego'))
    .concat(FOR_OWN_RULES.map((path) => join(ROOT, 'policies', path)))
    .map((path): [string, Uint8Array] => [
      slashes(join('policies', relative(join(ROOT, 'policies'), path))),
      readFileSync(path),
    ]);
  return new Map([
    ...files,
    ...['LICENSE', 'CHANGELOG.md'].map((name): [string, Uint8Array] => [name, readFileSync(join(ROOT, name))]),
  ]);
}

function types(): Build {
  const directory = mkdtempSync(join(tmpdir(), 'tollgate-types-'));
  try {
    const compiler = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    execFileSync(process.execPath, [compiler, '--project', PACKAGE, '--outDir', directory], { stdio: 'inherit' });
    return new Map(
      below(directory).map((path): [string, Uint8Array] => [
        slashes(join('types', relative(directory, path))),
        readFileSync(path),
      ]),
    );
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function codeAndCopies(): Promise<Build> {
  return new Map([...(await code()), ...copies()]);
}

/** All files of `dist/`. */
async function build(): Promise<Build> {
  return new Map([...(await codeAndCopies()), ...types()]);
}

/** Writes only files that differ, so that unchanged files keep their time. */
function write(files: Build): void {
  for (const [name, bytes] of files) {
    const path = join(DIST, name);
    if (existsSync(path) && readFileSync(path).equals(bytes)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes, name === 'js/tollgate.js' ? { mode: 0o755 } : {});
  }
}

/** Files of `dist/` that are missing, different or superfluous, sorted. */
function differing(files: Build): string[] {
  const wrong = [...files].flatMap(([name, bytes]) => {
    const path = join(DIST, name);
    return existsSync(path) && readFileSync(path).equals(bytes) ? [] : [name];
  });
  return [...wrong, ...stale(files)].sort();
}

function stale(files: Build): string[] {
  return below(DIST)
    .map((path) => slashes(relative(DIST, path)))
    .filter((name) => !files.has(name));
}

function below(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => join(directory, name))
    .filter((path) => statSync(path).isFile())
    .sort();
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/');
}

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--code')) {
    write(await codeAndCopies());
    return;
  }
  const files = await build();
  if (args.includes('--check')) {
    const wrong = differing(files);
    for (const name of wrong)
      console.error(`tollgate/dist/${name} differs from the output of \`npm run build\`. Run \`npm run build\`.`);
    if (wrong.length > 0) process.exitCode = 1;
  } else {
    for (const name of stale(files)) rmSync(join(DIST, name));
    write(files);
  }
}

if (require.main === module) void main(process.argv.slice(2));
