import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Creates a directory and its missing parents. Replaces `mkdirSync` with `recursive`, which loops forever below /proc:
 * there, creating a directory fails with ENOENT although the parent exists.
 *
 * @throws Error naming the directory that cannot be created
 */
export function makeDirectory(path: string): void {
  if (isDirectory(path)) return;
  const above = dirname(path);
  if (above !== path) makeDirectory(above);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have created the directory meanwhile.
    if (isDirectory(path)) return;
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(
      `the directory ${path} cannot be created (${code === 'EEXIST' ? 'a file of that name exists' : String(code)})`,
    );
  }
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
