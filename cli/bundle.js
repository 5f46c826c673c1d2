'use strict';

/**
 * Runs cli/main.ts as one bundled file, `dist/tollgate.js`, which starts several times faster than the TypeScript that it is
 * made from. The bundle is made when it is first needed, and again whenever a source is another one than it was made from:
 * it needs no step after `npm ci`, and no judgement ever comes from code that somebody has changed since.
 */
const { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { Module } = require('node:module');
const { join } = require('node:path');

const ROOT = join(__dirname, '..');
const BUNDLE = join(ROOT, 'dist', 'tollgate.js');
const STAMP = '//# made from ';

/** @returns {Promise<number>} the exit code */
async function load() {
  const code = current() ?? build();
  const bundle = new Module(BUNDLE, module);
  bundle.filename = BUNDLE;
  bundle.paths = module.paths;
  bundle._compile(code, BUNDLE);
  return bundle.exports.main();
}

/** The bundle on disk, when it is made from the sources as they are. */
function current() {
  try {
    const code = readFileSync(BUNDLE, 'utf8');
    const line = code.slice(code.lastIndexOf(STAMP) + STAMP.length);
    const sources = Object.entries(JSON.parse(line));
    return sources.length > 0 && sources.every(([path, version]) => versionOf(path) === version) ? code : undefined;
  } catch {
    return undefined;
  }
}

function versionOf(path) {
  const { mtimeMs, size } = statSync(join(ROOT, path));
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
      // The forms of these packages that Node would load: one has less in its other form, the other cannot be bundled in it.
      '@open-policy-agent/opa-wasm': require.resolve('@open-policy-agent/opa-wasm'),
      'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
    },
    // Loaded only by who synthesizes or reads HCL, from where they are.
    external: ['cdktf', '@cdktf/hcl2json'],
    logLevel: 'silent',
    legalComments: 'none',
    metafile: true,
    write: false,
  });
  // What is installed changes with the lock file alone.
  const own = Object.keys(metafile.inputs).filter((path) => !path.startsWith('node_modules/'));
  const sources = [...own, 'cli/bundle.js', 'package-lock.json'];
  const stamp = Object.fromEntries(sources.map((path) => [path, versionOf(path)]));
  const code = `${outputFiles[0].text}\n${STAMP}${JSON.stringify(stamp)}`;
  store(code);
  return code;
}

/** In one step, since several may start at once; and not at all where nothing may be written. */
function store(code) {
  const draft = `${BUNDLE}.${process.pid}`;
  try {
    mkdirSync(join(ROOT, 'dist'), { recursive: true });
    writeFileSync(draft, code);
    renameSync(draft, BUNDLE);
  } catch {
    rmSync(draft, { force: true });
  }
}

module.exports = { load };
