import { isatty } from 'node:tty';
import { tollgate } from './program';
import { precompiled, type Compiled } from '../gate/engine/webassembly';

// For the threads of parallel.ts, which run the bundle too.
export { judgeEach } from '../gate/judge';

/**
 * Runs the command line of this process.
 *
 * @param policy the compiled policy, where somebody compiles it meanwhile
 */
export async function main(policy?: Promise<Compiled | undefined>): Promise<number> {
  // Who reads only the first lines closes the pipe early: that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  // Asked of the descriptor: a pipe has no `isTTY` at all, and what is undefined would be taken for the default.
  const terminal = isatty(1);
  const { columns } = process.stdout;
  const words = process.argv.slice(2);
  return tollgate(words, {
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
    input: readAll,
    policy: async () => precompiled(await policy),
    ...(isatty(0) && isatty(2) ? { ask: askAtTerminal } : {}),
    ...(isatty(2) ? { progress: (text: string) => process.stderr.write(`\r\u001b[K${text}`) } : {}),
    style: {
      colour: terminal && process.env['NO_COLOR'] === undefined,
      width: terminal ? Math.max(80, Math.min(columns, 100)) : 100,
    },
  });
}

async function readAll(): Promise<Uint8Array> {
  if (isatty(0)) process.stderr.write('Reading standard input; end it with Ctrl-D.\n');
  const { buffer } = await import('node:stream/consumers');
  return buffer(process.stdin);
}

async function askAtTerminal(question: string): Promise<string> {
  // Loaded only by who asks: it takes as long as a tenth of a small judgement.
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // Ctrl-C while it asks, and the end of the input, are no approval.
  const left = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
  terminal.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  process.once('SIGINT', () => terminal.close());
  try {
    return await Promise.race([terminal.question(question), left]);
  } finally {
    terminal.close();
  }
}
