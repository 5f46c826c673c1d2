import { writeSync } from 'node:fs';
import { askAtTerminal } from './ask';
import { gateFiles } from './check';
import { tollgate } from './program';
import type { Proven } from '../gate/engine/proven';
import { proofOf, type Prepared } from '../gate/judge';
import { isTerminal, showProgress, terminalStyle } from '../gate/terminal';

// For the threads of parallel.ts, which run the bundle too.
export { judgeEach } from '../gate/judge';

/** What bundle.js keeps for later runs. */
export function proven(): Proven | undefined {
  return proofOf(gateFiles());
}

/**
 * Runs the command line of this process.
 *
 * @returns the exit code, and whether all that was said is written: streams may still have something of it
 */
export async function main(prepared: Prepared): Promise<{ code: number; written: boolean }> {
  const code = await tollgate(process.argv.slice(2), {
    out: print,
    error: (text) => {
      streamed = true;
      process.stderr.write(text);
    },
    input: readAll,
    ...(isTerminal(0) && isTerminal(2) ? { ask: askAtTerminal } : {}),
    ...(isTerminal(2) ? { progress: showProgress } : {}),
    style: terminalStyle(),
    prepared,
  });
  return { code, written: !streamed };
}

let streamed = false;
let stream: NodeJS.WriteStream | undefined;

/** Writes to standard output. Its stream takes a tenth of a small judgement to load, and only a pipe that does not wait needs it. */
function print(text: string): void {
  const bytes = Buffer.from(text);
  let written = 0;
  try {
    while (stream === undefined && written < bytes.length) written += writeSync(1, bytes, written);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return unlessClosed(error as NodeJS.ErrnoException);
    streamed = true;
    stream = process.stdout;
    stream.on('error', unlessClosed);
  }
  if (stream !== undefined) stream.write(bytes.subarray(written));
}

/** Who reads only the first lines closes the pipe early: that is no failure. */
function unlessClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

async function readAll(): Promise<Uint8Array> {
  if (isTerminal(0)) process.stderr.write('Reading standard input; end it with Ctrl-D.\n');
  const { buffer } = await import('node:stream/consumers');
  return buffer(process.stdin);
}
