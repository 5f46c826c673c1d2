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

/** A file that marks a directory as an export and lists the generated files. */
export const MARKER = '.tollgate-export.json';

const LOST = 'The existing files would be lost.';

/**
 * Writes a directory in one step: readers see either the earlier export or the new one. If the process is killed during
 * the replacement, the earlier export remains beside the directory.
 *
 * @param kind the kind of export
 * @returns the revision: a digest of all files
 * @throws CouldNotJudge when the directory contains other files or cannot be written
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

/** `rename` needs a free target name, so the earlier export is moved away first, and moved back after a failure. */
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
    throw new CouldNotJudge(`${directory} is a file, and an export is a directory.`, LOST, 'Name a directory.');
  }
  const entries = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((entry) => !lstatSync(join(directory, entry)).isDirectory())
    .map((entry) => entry.replaceAll('\\', '/'));
  if (entries.length === 0) return;
  if (!entries.includes(MARKER)) {
    throw new CouldNotJudge(
      `${directory} is not empty and not an earlier export.`,
      LOST,
      'Name an empty directory, a new one, or an earlier export.',
    );
  }
  const { tollgate, files } = readMarker(join(directory, MARKER));
  if (tollgate !== kind) {
    throw new CouldNotJudge(
      `${directory} holds an export for ${tollgate}, not for ${kind}.`,
      'Programs that use the other export would lose it.',
      'Name another directory, or remove the other export first.',
    );
  }
  const foreign = entries.filter((entry) => entry !== MARKER && !files.includes(entry)).sort();
  if (foreign.length > 0) {
    throw new CouldNotJudge(
      `${directory} contains files that no export wrote: ${foreign.join(', ')}.`,
      'The files would be lost, or loaded as policies.',
      'Move the files elsewhere: an export needs a directory of its own.',
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
    // The error below explains.
  }
  throw new CouldNotJudge(
    `${path} is damaged.`,
    'The file lists the files of the earlier export; without the list, your own files in the directory could be lost.',
    'Remove the directory, or name another one.',
  );
}

/**
 * Writes a compressed file in one step. Replaces only another compressed file.
 *
 * @throws CouldNotJudge when another kind of file exists, or the file cannot be written
 */
export function writeArchive(path: string, bytes: Uint8Array): void {
  const target = existsSync(path) ? realpathSync(path) : resolve(path);
  if (existsSync(target)) {
    if (statSync(target).isDirectory()) {
      throw new CouldNotJudge(
        `${path} is a directory.`,
        'A bundle is a single file.',
        `Name a file, such as ${path}/bundle.tar.gz.`,
      );
    }
    if (!isCompressed(target)) {
      throw new CouldNotJudge(`${path} exists and is not a bundle.`, LOST, 'Name a file that does not exist yet.');
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
    'Choose a path where you have write permission.',
  );
}
