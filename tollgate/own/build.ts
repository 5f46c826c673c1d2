/** Compiles the rules of a team with the library of the gate. Needs `opa` on the PATH, and no network. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sha256 } from '../digest';
import { POLICIES } from '../home';
import type { Artifact, Parts } from '../engine/artifact';
import { loadOwnSettings } from '../engine/settings';
import { CouldNotJudge, isObject, type JsonObject } from '../model';
import { checkRules, type Checked } from './check';
import { readLibrary } from './library';
import { opa, requireOpa } from './opa';
import type { Parsed, Trap } from './rego';
import { SETTINGS, type OwnSources } from './sources';
import { knownTypes, packageTypes, typesFile } from './types';

const WHY = 'A rule that is not compiled as it is meant would silently find nothing.';

/** The format of the compiled rules. */
export const FORMAT = 1;

/** The compiled rules, as files. */
export interface Built {
  readonly parts: Parts;
  /** Version of the OPA that compiled the rules. */
  readonly opa: string;
}

/**
 * Checks and compiles the rules.
 *
 * @param gate the compiled policy of the gate
 * @throws CouldNotJudge when OPA is missing, or a rule has a defect: with file, line and the text to write
 */
export function buildOwn(sources: OwnSources, gate: Artifact): Built {
  const version = requireOpa('The rules of a team are compiled with OPA.');
  return inWorkspace(sources, (workspace) => {
    const { checked, types } = examined(sources, gate, workspace);
    const catalog = json({ catalog: checked.catalog });
    writeTypes(workspace, gate, types);
    const wasm = compile(sources, workspace);
    const manifest = json({
      format: FORMAT,
      gate: gate.digest,
      library: readLibrary().version,
      opa: version,
      sources: sources.digest,
      sha256: { 'catalog.json': sha256(catalog), 'policy.wasm': sha256(wasm) },
      rules: checked.catalog.map(({ id }) => id),
      settings: checked.settings,
      read: { types },
    });
    return {
      opa: version,
      parts: { 'policy.wasm': wasm, 'catalog.json': Buffer.from(catalog), 'manifest.json': Buffer.from(manifest) },
    };
  });
}

/**
 * Calls `use` with a directory that has the library with the types of the team.
 *
 * @throws CouldNotJudge when OPA is missing, or a file cannot be parsed
 */
export function withLibrary<T>(sources: OwnSources, gate: Artifact, use: (workspace: string) => T): T {
  requireOpa('The tests of the rules run in OPA.');
  return inWorkspace(sources, (workspace) => {
    const rules = parsed(sources, sources.rules, workspace);
    writeTypes(workspace, gate, knownTypes(packageTypes(rules)));
    rmSync(join(workspace, 'rules'), { recursive: true });
    return use(workspace);
  });
}

function inWorkspace<T>(sources: OwnSources, use: (workspace: string) => T): T {
  const workspace = mkdtempSync(join(tmpdir(), 'tollgate-rules-'));
  try {
    cpSync(join(POLICIES, 'lib'), join(workspace, 'lib'), {
      recursive: true,
      // The tests of the library are not those of the team.
      filter: (path) => !path.endsWith('_test.rego') || basename(path) === 'build_test.rego',
    });
    cpSync(join(POLICIES, 'own', 'report.rego'), join(workspace, 'own', 'report.rego'));
    cpSync(join(POLICIES, 'capabilities.json'), join(workspace, 'capabilities.json'));
    for (const [path, text] of [...sources.rules, ...sources.tests]) {
      const file = join(workspace, 'rules', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return use(workspace);
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

interface Examined {
  readonly checked: Checked;
  /** Types that the rules read, without the prefix of data sources. */
  readonly types: readonly string[];
}

function examined(sources: OwnSources, gate: Artifact, workspace: string): Examined {
  const rules = parsed(sources, sources.rules, workspace);
  const tests = parsed(sources, sources.tests, workspace);
  const checked = checkRules(rules, tests, {
    catalog: gate.catalog,
    library: readLibrary(),
    gateSettings: gate.settings,
    settings: loadOwnSettings(join(sources.directory, SETTINGS), gate.settings),
  });
  if (checked.traps.length > 0) throw refused(sources, checked.traps);
  return { checked, types: knownTypes(packageTypes(rules)) };
}

function parsed(sources: OwnSources, files: ReadonlyMap<string, string>, workspace: string): Parsed[] {
  return [...files.keys()].map((file) => {
    const words = ['parse', '--format', 'json', '--json-include', 'locations', `rules/${file}`];
    const { ok, out, error } = opa(workspace, words);
    if (ok) return { file, tree: JSON.parse(out) as JsonObject };
    // OPA writes the errors to either stream, as JSON.
    const said = out.trim() === '' ? error : out;
    throw refused(sources, [{ file, line: lineIn(said), reason: firstMessage(said) ?? said.trim() }]);
  });
}

function errorsIn(out: string): JsonObject[] {
  try {
    const answer: unknown = JSON.parse(out);
    return isObject(answer) && Array.isArray(answer['errors']) ? answer['errors'].filter(isObject) : [];
  } catch {
    return [];
  }
}

function firstMessage(out: string): string | undefined {
  const message = errorsIn(out)[0]?.['message'];
  return typeof message === 'string' ? message : undefined;
}

function lineIn(out: string): number {
  const location = errorsIn(out)[0]?.['location'];
  const row = isObject(location) ? location['row'] : undefined;
  return typeof row === 'number' ? row : 1;
}

function refused({ directory }: OwnSources, traps: readonly Trap[]): CouldNotJudge {
  const lines = traps.map(({ file, line, reason }) => `${join(directory, file)}:${line}: ${reason}`);
  return new CouldNotJudge(lines.join('\n'), WHY, 'Correct the lines that the message names.');
}

function writeTypes(workspace: string, gate: Artifact, own: readonly string[]): void {
  const types = [...new Set([...(gate.types ?? []), ...own])].sort();
  writeFileSync(join(workspace, 'lib', 'plan', 'types.rego'), typesFile(types));
}

function compile({ directory }: OwnSources, workspace: string): Buffer {
  const bundle = join(workspace, 'bundle.tar.gz');
  const { ok, out, error } = opa(workspace, [
    ...['build', '--target', 'wasm', '--entrypoint', 'own/report'],
    ...['--capabilities', 'capabilities.json', '--ignore', '*_test.rego'],
    ...['--output', bundle, 'lib', 'own', 'rules'],
  ]);
  if (!ok) {
    const said = `${error}${out}`.trim().replaceAll('rules/', `${directory.replace(/\/$/, '')}/`);
    throw new CouldNotJudge(`opa build failed: ${said}`, WHY, 'Correct the rule that the message names.');
  }
  return fileIn(gunzipSync(readFileSync(bundle)), 'policy.wasm');
}

const BLOCK = 512;

/** A file of a tar archive, by the end of its path. */
function fileIn(tar: Buffer, name: string): Buffer {
  for (let at = 0; at + BLOCK <= tar.length;) {
    const header = tar.subarray(at, at + BLOCK);
    const text = (from: number, length: number): string =>
      header.toString('latin1', from, from + length).replace(/\0[^]*$/, '');
    const size = Number.parseInt(text(124, 12).trim() || '0', 8);
    const start = at + BLOCK;
    if (text(0, 100).replace(/^\//, '') === name) return Buffer.from(tar.subarray(start, start + size));
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  throw new CouldNotJudge(
    `opa build wrote no ${name}.`,
    WHY,
    'This is a bug in tollgate: please report it with the version of OPA.',
  );
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
