#!/usr/bin/env node
import { writeSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { askAtTerminal } from './ask';
import { run } from './commands';
import { isTerminal, showProgress, terminalStyle } from '../terminal';

/**
 * Writes to standard output. A synchronous write keeps the order of both outputs; a pipe that does not wait refuses one, and
 * then the stream takes the rest.
 */
function print(text: string): void {
  const bytes = Buffer.from(text);
  let written = 0;
  try {
    while (stream === undefined && written < bytes.length) written += writeSync(1, bytes, written);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return unlessClosed(error as NodeJS.ErrnoException);
    stream = process.stdout;
    stream.on('error', unlessClosed);
  }
  if (stream !== undefined) stream.write(bytes.subarray(written));
}

let stream: NodeJS.WriteStream | undefined;

/** A reader of the first lines closes the pipe early: that is no failure. */
function unlessClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

async function readAll(): Promise<Uint8Array> {
  if (isTerminal(0)) process.stderr.write('Reading standard input; end it with Ctrl-D.\n');
  return buffer(process.stdin);
}

run(process.argv.slice(2), {
  out: print,
  error: (text) => void process.stderr.write(text),
  input: readAll,
  ...(isTerminal(0) && isTerminal(2) ? { ask: askAtTerminal } : {}),
  ...(isTerminal(2) ? { progress: showProgress } : {}),
  style: terminalStyle(),
}).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    // Never with a code that could be taken for a verdict.
    process.exitCode = 2;
    console.error(error);
  },
);
