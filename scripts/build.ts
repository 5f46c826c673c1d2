/**
 * Builds the publishable gate: `tollgate/dist/`, which is committed, so that a checkout runs it without installing anything.
 * Two runs on the same sources give the same bytes.
 *
 * Usage: `tsx scripts/build.ts` writes; with `--check` it only compares, names the files that differ and exits with 1; with
 * `--code` it writes all but the types, which take longest, for the tests.
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

/** What is bundled, each with all that it needs: a program, a thread of it, the parts of a program, the steps of the action. */
const ENTRIES = {
  tollgate: 'cli/tollgate.ts',
  'judging-thread': 'cli/judging-thread.ts',
  index: 'index.ts',
  cdktf: 'cdktf/index.ts',
  afresh: 'cdktf/afresh.ts',
  'judge-plan': 'action/judge-plan.ts',
  comment: 'comment/comment.ts',
};

/** What of `policies/` the package needs: the compiled policy, the settings, and the Rego that `tollgate export` writes. */
const POLICIES = ['compiled', 'defaults', 'exports', 'gate', 'lib', 'rules'];

/** A file of the build by its path below `dist/`, with slashes. */
export type Build = ReadonlyMap<string, Uint8Array>;

/** The bundles, and the licenses of what is bundled. */
export async function code(): Promise<Build> {
  const { outputFiles, metafile } = await bundle({
    absWorkingDir: PACKAGE,
    entryPoints: ENTRIES,
    outdir: 'dist/js',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // Its CommonJS form cannot be bundled.
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    // What modules ask for as their address, CommonJS has under this name.
    define: { 'import.meta.url': '__filename' },
    // What the user of the package installs, or not.
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

/** Puts the schemas of the settings, compiled, in the place of `engine/compiled-schemas.ts`. */
const compiledSchemas: Plugin = {
  name: 'compiled-schemas',
  setup(bundling) {
    bundling.onLoad({ filter: /compiled-schemas\.ts$/ }, () => ({ contents: schemaCode(), resolveDir: ROOT }));
  },
};

/** A module that says of a value whether it obeys a schema, by the digest of the schema's text. */
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

/** The licenses of the packages that these files are of. */
function licenses(inputs: readonly string[]): string {
  const packages = new Set(
    inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(slashes(input))?.[0] ?? []),
  );
  const texts = [...packages].map((directory) => {
    const path = join(PACKAGE, directory);
    const { name, version } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Record<string, string>;
    const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) throw new Error(`${String(name)} has no license file, and its text must go with its code.`);
    return `${String(name)} ${String(version)}\n\n${readFileSync(join(path, file), 'utf8').trim()}\n`;
  });
  return ['tollgate contains code of these packages.\n', ...texts.sort()].join('\n' + '-'.repeat(80) + '\n\n');
}

/** Copies of what stands elsewhere in the repository. */
function copies(): Build {
  const files = POLICIES.flatMap((part) => below(join(ROOT, 'policies', part)))
    .filter((path) => !path.endsWith('_test.rego'))
    .map((path): [string, Uint8Array] => [
      slashes(join('policies', relative(join(ROOT, 'policies'), path))),
      readFileSync(path),
    ]);
  return new Map([...files, ['LICENSE', readFileSync(join(ROOT, 'LICENSE'))]]);
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

/** Everything that `dist/` holds. */
export async function build(): Promise<Build> {
  return new Map([...(await codeAndCopies()), ...types()]);
}

/** Writes what differs, so that nothing is touched that is as it should be. */
export function write(files: Build): void {
  for (const [name, bytes] of files) {
    const path = join(DIST, name);
    if (existsSync(path) && readFileSync(path).equals(bytes)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes, name === 'js/tollgate.js' ? { mode: 0o755 } : {});
  }
}

/** The files of `dist/` that are missing, differ, or are none of the build, sorted. */
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
    for (const name of wrong) console.error(`tollgate/dist/${name} is not what \`npm run build\` writes.`);
    if (wrong.length > 0) process.exitCode = 1;
  } else {
    for (const name of stale(files)) rmSync(join(DIST, name));
    write(files);
  }
}

if (require.main === module) void main(process.argv.slice(2));
