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
  if (isatty(2) && process.env['TERM'] !== 'dumb') process.stderr.write(`\r\u001b[K${text}\r`);
}

/**
 * Whether to write colours. `FORCE_COLOR` decides where it is set: `0` and `false` mean no. `NO_COLOR` counts if it is not
 * empty (https://no-color.org). A terminal with `TERM=dumb` shows no colours.
 */
export function isColoured(environment: NodeJS.ProcessEnv, terminal: boolean): boolean {
  const { FORCE_COLOR: forced = '', NO_COLOR: none = '', TERM: kind } = environment;
  if (forced !== '') return forced !== '0' && forced !== 'false';
  return terminal && none === '' && kind !== 'dumb';
}

/** Text style for the standard output of this process. */
export function terminalStyle(): TextStyle {
  const terminal = isatty(1);
  return {
    colour: isColoured(process.env, terminal),
    width: terminal ? Math.max(80, Math.min(process.stdout.columns, 120)) : 100,
  };
}
