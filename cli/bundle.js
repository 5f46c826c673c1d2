'use strict';

/**
 * Runs cli/main.ts as one bundled file, `dist/tollgate.js`, which starts several times faster than the TypeScript that it is
 * made from. The bundle is made when it is first needed, and again whenever a source is another one than it was made from:
 * it needs no step after `npm ci`, and no judgement ever comes from code that somebody has changed since.
 */
const { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { Module } = require('node:module');
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

const ROOT = join(__dirname, '..');
const BUNDLE = join(ROOT, 'dist', 'tollgate.js');
const COMPILED = join(ROOT, 'dist', 'tollgate.compiled');
const POLICY = join(ROOT, 'gate', 'artifact', 'policy.wasm');
const STAMP = '//# made from ';

/** Bytes of input below which V8 compiles the policy for a short run. */
const SMALL = 1 << 20;

/** @returns {Promise<number>} the exit code */
async function load() {
  let policy;
  const { exports, compiled, keep } = open(
    (quick) => (policy = quick ? compilePolicy(process.argv.slice(2)) : undefined),
  );
  const result = await exports.main(policy);
  // After the run, when it holds the functions that are used.
  if (!compiled) keep();
  return result;
}

/**
 * Has V8 compile the policy in the background while the bundle starts. Of a small plan the judgement is over before machine
 * code that is optimised, or compiled when a function is first called, would have paid. V8 takes nothing that it compiled
 * before it was set like that, and so this is called when the bundle is compiled, and nothing is kept afterwards.
 *
 * @param {readonly string[]} words the command line
 * @returns {Promise<{ bytes: Buffer, module: object } | undefined> | undefined}
 */
function compilePolicy([command, ...words]) {
  if (command !== 'check') return undefined;
  const files = words.map((word) => statSync(word, { throwIfNoEntry: false })).filter(Boolean);
  const size = files.reduce((sum, file) => sum + (file.isFile() ? file.size : SMALL), 0);
  if (files.length === 0 || size >= SMALL) return undefined;
  setFlagsFromString('--liftoff-only');
  setFlagsFromString('--no-wasm-lazy-compilation');
  try {
    const bytes = readFileSync(POLICY);
    return WebAssembly.compile(bytes).then(
      (module) => ({ bytes, module }),
      () => undefined,
    );
  } catch {
    // The judgement says what is wrong with it.
    return undefined;
  }
}

/**
 * Makes the bundle where that is needed, and gives what cli/main.ts exports.
 *
 * @param {(quick: boolean) => void} before is called before the bundle starts, and told whether V8 had it compiled
 */
function open(before = () => undefined) {
  const code = current() ?? build();
  const bundle = new Module(BUNDLE, module);
  bundle.filename = BUNDLE;
  bundle.paths = module.paths;
  const cachedData = compiledOf(code);
  const script = new Script(Module.wrap(code), { filename: BUNDLE, ...(cachedData && { cachedData }) });
  const compiled = cachedData !== undefined && !script.cachedDataRejected;
  before(compiled);
  const words = [bundle.exports, Module.createRequire(BUNDLE), bundle, BUNDLE, join(ROOT, 'dist')];
  script.runInThisContext().call(bundle.exports, ...words);
  return {
    exports: bundle.exports,
    compiled,
    keep: () => store(COMPILED, Buffer.concat([header(code), script.createCachedData()])),
  };
}

/** What V8 compiled in an earlier run of this very code; V8 itself compares no more of the code than its length. */
function compiledOf(code) {
  try {
    const stored = readFileSync(COMPILED);
    const expected = header(code);
    return stored.subarray(0, expected.length).equals(expected) ? stored.subarray(expected.length) : undefined;
  } catch {
    return undefined;
  }
}

function header(code) {
  return Buffer.from(`${stampOf(code)}\n`);
}

function stampOf(code) {
  return code.slice(code.lastIndexOf(STAMP) + STAMP.length);
}

/** The bundle on disk, when it is made from the sources as they are. */
function current() {
  try {
    const code = readFileSync(BUNDLE, 'latin1');
    const sources = Object.entries(JSON.parse(stampOf(code)));
    return sources.length > 0 && sources.every(([path, version]) => versionOf(path) === version) ? code : undefined;
  } catch {
    return undefined;
  }
}

function versionOf(path) {
  const { mtimeMs, size } = statSync(`${ROOT}/${path}`);
  return `${mtimeMs} ${size}`;
}

function build() {
  const { outputFiles, metafile } = require('esbuild').buildSync({
    absWorkingDir: ROOT,
    entryPoints: ['cli/main.ts'],
    bundle: true,
    platform: 'node',
    target: 'node20',
    alias: {
      // The form that Node would load cannot be bundled.
      'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
    },
    // Loaded from where they are, by who synthesizes, reads HCL, writes patterns, exports or errs in settings.
    external: ['cdktf', '@cdktf/hcl2json', 'tinyglobby', 'tar-stream', 'fflate', 'ajv/dist/2020'],
    // What V8 is given compiled cannot import.
    supported: { 'dynamic-import': false },
    logLevel: 'silent',
    legalComments: 'none',
    minifySyntax: true,
    minifyWhitespace: true,
    metafile: true,
    write: false,
  });
  // What is installed changes with the lock file alone; a package that npm packed has none, and changes with its version.
  const lock = existsSync(join(ROOT, 'package-lock.json')) ? 'package-lock.json' : 'package.json';
  const own = Object.keys(metafile.inputs).filter((path) => !path.startsWith('node_modules/'));
  const sources = [...own, 'cli/bundle.js', lock];
  const stamp = Object.fromEntries(sources.map((path) => [path, versionOf(path)]));
  // Of ASCII alone, which V8 keeps in half of the memory.
  const text = outputFiles[0].text.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const code = `${text}\n${STAMP}${JSON.stringify(stamp)}`;
  store(BUNDLE, code);
  return code;
}

/** In one step, since several may start at once; and not at all where nothing may be written. */
function store(path, content) {
  const draft = `${path}.${process.pid}`;
  try {
    mkdirSync(join(ROOT, 'dist'), { recursive: true });
    writeFileSync(draft, content);
    renameSync(draft, path);
  } catch {
    rmSync(draft, { force: true });
  }
}

module.exports = { load, open };
