/** What this process knows of the terminal in which it may run. */
import { fstatSync, statSync } from 'node:fs';
import type * as Tty from 'node:tty';
import type { TextStyle } from './report/text';

/** Where there is none, as on Windows, nothing is taken for it. */
const NOTHING = '/dev/null';

/**
 * Whether a descriptor is a terminal. What is a file, a pipe or nothing is told apart without loading what knows terminals,
 * which takes a tenth of a small judgement.
 */
export function isTerminal(descriptor: 0 | 1 | 2): boolean {
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isCharacterDevice() || stat.rdev === statSync(NOTHING, { throwIfNoEntry: false })?.rdev) return false;
  } catch {
    // It is closed.
    return false;
  }
  return (require('node:tty') as typeof Tty).isatty(descriptor);
}

/**
 * Shows at a terminal what is being done, in one line of standard error that takes the place of what it showed before. What
 * somebody else writes meanwhile begins at its beginning.
 *
 * @param text `''` removes the line
 */
export function showProgress(text: string): void {
  if (isTerminal(2)) process.stderr.write(`\r\u001b[K${text}\r`);
}

/** How text looks on the standard output of this process. */
export function terminalStyle(): TextStyle {
  const terminal = isTerminal(1);
  return {
    colour: terminal && process.env['NO_COLOR'] === undefined,
    width: terminal ? Math.max(80, Math.min(process.stdout.columns, 100)) : 100,
  };
}
