'use strict';

/**
 * Runs cli/main.ts as one bundled file, `dist/tollgate.js`, which starts several times faster than the TypeScript that it is
 * made from. The bundle is made when it is first needed, and again whenever a source is another one than it was made from:
 * it needs no step after `npm ci`, and no judgement ever comes from code that somebody has changed since.
 */
const fs = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');
const { versionOf } = require('./ahead');

const { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } = fs;

const ROOT = join(__dirname, '..');
const BUNDLE = join(ROOT, 'dist', 'tollgate.js');
const PROVEN = join(ROOT, 'dist', 'tollgate.proven');
const POLICY = 'gate/artifact/policy.wasm';
const STAMP = '//# made from ';

/**
 * @param {ReturnType<import('./ahead').begin>} ahead
 * @returns {Promise<{ code: number, written: boolean }>} the exit code, and whether all that was said is written
 */
async function load({ kind, policy }) {
  const { text, exports, compiled, keep } = open(kind);
  // Compiling goes on when this thread is asked for the next thing to do.
  if (policy !== undefined) await new Promise(setImmediate);
  const known = policy === undefined ? null : provenBy(text, policy.version);
  const result = await exports.main({ policy, ...(known && { proven: known }) });
  if (known === undefined) prove(text, exports);
  // After a run that had nothing to prove: it holds the functions that were used.
  else if (!compiled) keep();
  return result;
}

/**
 * Makes the bundle where that is needed, and gives what cli/main.ts exports.
 *
 * @param {string} kind of run: V8 takes what it compiled only with the flags that it was compiled with
 */
function open(kind) {
  const kept = join(ROOT, 'dist', `tollgate.${kind}.compiled`);
  const text = current() ?? build();
  const cachedData = compiledOf(kept, text);
  const script = new Script(text, { filename: BUNDLE, ...(cachedData && { cachedData }) });
  const bundle = { exports: {} };
  // What it requires are packages and Node's own modules, which are the same from here.
  script.runInThisContext()(bundle.exports, require, bundle, BUNDLE, join(ROOT, 'dist'));
  return {
    text,
    exports: bundle.exports,
    compiled: cachedData !== undefined && !script.cachedDataRejected,
    keep: () => store(kept, Buffer.concat([header(text), script.createCachedData()])),
  };
}

/** What V8 compiled in an earlier run of this very code; V8 itself compares no more of the code than its length. */
function compiledOf(path, code) {
  try {
    const stored = readFileSync(path);
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
    return unchanged(stampOf(code)) ? code : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What this very code found of the policy and the settings in an earlier run, when none of the files has changed since: null when
 * they are for each run to look at. The policy is believed to be the same by what the code that would check it is: the
 * inodes, sizes and times of the files.
 *
 * @param {string} version of the policy that this run has read
 */
function provenBy(code, version) {
  try {
    const [by, stamp, proven] = readFileSync(PROVEN, 'utf8').split('\n');
    // The policy that was read before this look at it may have been another one.
    const same = by === stampOf(code) && JSON.parse(stamp)[POLICY] === version && unchanged(stamp);
    return same ? JSON.parse(proven) : undefined;
  } catch {
    return undefined;
  }
}

function prove(code, exports) {
  let stamp;
  try {
    // Before they are read: what changes meanwhile is another file than the one that is stamped.
    stamp = stampFor(['gate/artifact', 'policies/defaults'].flatMap(withEntries));
  } catch {
    // The judgement has said what is missing.
    return;
  }
  store(PROVEN, [stampOf(code), stamp, JSON.stringify(exports.proven() ?? null)].join('\n'));
}

/** The directory itself changes when a file is added to it, or removed. */
function withEntries(directory) {
  return [directory, ...readdirSync(join(ROOT, directory)).map((name) => `${directory}/${name}`)];
}

function stampFor(paths) {
  return JSON.stringify(Object.fromEntries(paths.map((path) => [path, versionAt(path)])));
}

function unchanged(stamp) {
  const versions = JSON.parse(stamp);
  const paths = Object.keys(versions);
  return paths.length > 0 && paths.every((path) => versionAt(path) === versions[path]);
}

function versionAt(path) {
  return versionOf(statSync(`${ROOT}/${path}`));
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
  const stamp = stampFor([...own, 'cli/bundle.js', lock]);
  // Of ASCII alone, which V8 keeps in half of the memory.
  const text = outputFiles[0].text.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const code = `(function (exports, require, module, __filename, __dirname) {${text}\n})\n${STAMP}${stamp}`;
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
    if (existsSync(draft)) rmSync(draft);
  }
}

module.exports = { load, open };
