/** Facts about the terminal of the process. */
import { isatty } from 'node:tty';
import type { TextStyle } from './report/text';

/**
 * Shows a progress line on standard error, if that is a terminal. Each call replaces the line before; the next output
 * of anybody else overwrites the line.
 *
 * @param text `''` removes the line
 */
export function showProgress(text: string): void {
  if (isatty(2)) process.stderr.write(`\r\u001b[K${text}\r`);
}

/** Text style for the standard output of this process. */
export function terminalStyle(): TextStyle {
  const terminal = isatty(1);
  return {
    colour: terminal && process.env['NO_COLOR'] === undefined,
    width: terminal ? Math.max(80, Math.min(process.stdout.columns, 100)) : 100,
  };
}
