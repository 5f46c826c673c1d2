import {
  existsSync,
  lstatSync,
  mkdtempSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { digestOf } from './sources';
import type { Tree } from './trees';
import { makeDirectory } from '../../make-directory';
import { CouldNotJudge, isObject } from '../../model';

/** Marks a directory as an export, and says what of it is generated. */
export const MARKER = '.tollgate-export.json';

const LOST = 'What is there would be lost.';

/**
 * Writes a directory in one step: whoever looks sees the earlier export or this one, and nothing in between. Where the
 * program is killed between both steps, the earlier one is beside it.
 *
 * @param kind what is exported
 * @returns the revision, a digest of all files
 * @throws CouldNotJudge when something else is there, or it cannot be written
 */
export function writeDirectory(directory: string, kind: string, files: Tree): string {
  const revision = digestOf(files);
  const target = existsSync(directory) ? realpathSync(directory) : resolve(directory);
  requireReplaceable(target, kind);
  const marker = `${JSON.stringify({ tollgate: kind, revision, files: [...files.keys()].sort() }, null, 2)}\n`;
  try {
    makeDirectory(dirname(target));
    const workspace = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
    try {
      const draft = join(workspace, 'new');
      for (const [path, text] of [...files, [MARKER, marker] as const]) {
        const file = join(draft, ...path.split('/'));
        makeDirectory(dirname(file));
        writeFileSync(file, text);
      }
      replace(target, draft, join(workspace, 'old'));
    } finally {
      rmSync(workspace, { recursive: true, force: true });
    }
  } catch (error) {
    throw unwritable(directory, error);
  }
  return revision;
}

/** Only what is not there can be renamed to: the earlier one is moved away, and back when that did not help. */
function replace(target: string, draft: string, old: string): void {
  const before = existsSync(target);
  if (before) renameSync(target, old);
  try {
    renameSync(draft, target);
  } catch (error) {
    if (before) renameSync(old, target);
    throw error;
  }
}

function requireReplaceable(directory: string, kind: string): void {
  if (!existsSync(directory)) return;
  if (!statSync(directory).isDirectory()) {
    throw new CouldNotJudge(`${directory} is a file.`, LOST, 'Name a directory.');
  }
  const entries = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((entry) => !lstatSync(join(directory, entry)).isDirectory())
    .map((entry) => entry.replaceAll('\\', '/'));
  if (entries.length === 0) return;
  if (!entries.includes(MARKER)) {
    throw new CouldNotJudge(
      `${directory} is not empty, and no export.`,
      LOST,
      'Name a directory that is empty, that does not exist, or that holds an earlier export.',
    );
  }
  const { tollgate, files } = readMarker(join(directory, MARKER));
  if (tollgate !== kind) {
    throw new CouldNotJudge(
      `${directory} holds an export for ${tollgate}, not for ${kind}.`,
      'Whoever uses it would have nothing left.',
      'Name another directory, or remove that one first.',
    );
  }
  const foreign = entries.filter((entry) => entry !== MARKER && !files.includes(entry)).sort();
  if (foreign.length > 0) {
    throw new CouldNotJudge(
      `${directory} holds files that no export wrote: ${foreign.join(', ')}.`,
      'They would be lost, or be loaded as policies.',
      'Move them elsewhere: an export has a directory of its own.',
    );
  }
}

function readMarker(path: string): { readonly tollgate: string; readonly files: readonly unknown[] } {
  try {
    const marker: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (isObject(marker) && typeof marker['tollgate'] === 'string' && Array.isArray(marker['files'])) {
      return { tollgate: marker['tollgate'], files: marker['files'] };
    }
  } catch {
    // Said below.
  }
  throw new CouldNotJudge(
    `${path} is damaged.`,
    'It says which files an earlier export wrote; without it one of yours could be lost.',
    'Remove the directory, or name another one.',
  );
}

/**
 * Writes a compressed file in one step. Only another compressed file is replaced.
 *
 * @throws CouldNotJudge when something else is there, or it cannot be written
 */
export function writeArchive(path: string, bytes: Uint8Array): void {
  const target = existsSync(path) ? realpathSync(path) : resolve(path);
  if (existsSync(target)) {
    if (statSync(target).isDirectory()) {
      throw new CouldNotJudge(
        `${path} is a directory.`,
        'A bundle is one file.',
        `Name a file, as ${path}/bundle.tar.gz.`,
      );
    }
    if (!isCompressed(target)) {
      throw new CouldNotJudge(`${path} is there, and no bundle.`, LOST, 'Name a file that does not exist.');
    }
  }
  const draft = `${target}.${process.pid}`;
  try {
    makeDirectory(dirname(target));
    writeFileSync(draft, bytes);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw unwritable(path, error);
  }
}

function isCompressed(path: string): boolean {
  const head = Buffer.alloc(2);
  const file = openSync(path, 'r');
  try {
    return readSync(file, head) === 2 && head.readUInt16BE() === 0x1f8b;
  } finally {
    closeSync(file);
  }
}

function unwritable(path: string, error: unknown): CouldNotJudge {
  return new CouldNotJudge(
    `${path} cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
    'Nothing was exported.',
    'Name a place where you may write.',
  );
}
