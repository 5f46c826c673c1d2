import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a directory, with those above it that are missing. Node's own `recursive` never ends where a file system says of what
 * it will not hold that it does not exist, as /proc does.
 *
 * @throws Error naming the one that cannot be made
 */
export function makeDirectory(path: string): void {
  if (isDirectory(path)) return;
  const above = dirname(path);
  if (above !== path) makeDirectory(above);
  try {
    mkdirSync(path);
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if (isDirectory(path)) return;
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`the directory ${path} cannot be made (${code === 'EEXIST' ? 'a file is there' : String(code)})`);
  }
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
