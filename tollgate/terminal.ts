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

/**
 * Text style for the standard output of this process. `NO_COLOR` (https://no-color.org) and `FORCE_COLOR`
 * (https://force-color.org) count where they are not empty.
 */
export function terminalStyle(): TextStyle {
  const terminal = isatty(1);
  const { NO_COLOR = '', FORCE_COLOR = '', TERM } = process.env;
  return {
    colour: NO_COLOR === '' && (FORCE_COLOR === '' ? terminal && TERM !== 'dumb' : FORCE_COLOR !== '0'),
    width: terminal ? Math.max(80, Math.min(process.stdout.columns, 120)) : 100,
  };
}
