'use strict';

/**
 * Runs cli/main.ts as one bundled file, `dist/tollgate.js`, which starts several times faster than the TypeScript that it is
 * made from. The bundle is made when it is first needed, and again whenever a source is another one than it was made from:
 * it needs no step after `npm ci`, and no judgement ever comes from code that somebody has changed since.
 */
const { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { Module } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

const ROOT = join(__dirname, '..');
const BUNDLE = join(ROOT, 'dist', 'tollgate.js');
const COMPILED = join(ROOT, 'dist', 'tollgate.compiled');
const STAMP = '//# made from ';

/** @returns {Promise<number>} the exit code */
async function load() {
  const { exports, compiled, keep } = open();
  const result = await exports.main(compiled);
  // After the run, when it holds the functions that are used.
  if (!compiled) keep();
  return result;
}

/** Makes the bundle where that is needed, and gives what cli/main.ts exports. */
function open() {
  const code = current() ?? build();
  const bundle = new Module(BUNDLE, module);
  bundle.filename = BUNDLE;
  bundle.paths = module.paths;
  const cachedData = compiledOf(code);
  const script = new Script(Module.wrap(code), { filename: BUNDLE, ...(cachedData && { cachedData }) });
  const words = [bundle.exports, Module.createRequire(BUNDLE), bundle, BUNDLE, join(ROOT, 'dist')];
  script.runInThisContext().call(bundle.exports, ...words);
  return {
    exports: bundle.exports,
    compiled: cachedData !== undefined && !script.cachedDataRejected,
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
