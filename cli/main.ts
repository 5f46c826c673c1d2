import { buffer } from 'node:stream/consumers';
import { tollgate } from './tollgate';

/** Runs the command line of this process. */
export async function main(): Promise<number> {
  // Who reads only the first lines closes the pipe early: that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const { isTTY: terminal, columns } = process.stdout;
  return tollgate(process.argv.slice(2), {
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
    input: () => {
      if (process.stdin.isTTY) process.stderr.write('Reading standard input; end it with Ctrl-D.\n');
      return buffer(process.stdin);
    },
    style: {
      colour: terminal && process.env['NO_COLOR'] === undefined,
      width: terminal ? Math.max(80, Math.min(columns, 100)) : 100,
    },
  });
}
