#!/usr/bin/env node
import { writeSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { isatty } from 'node:tty';
import { askAtTerminal } from './ask';
import { run } from './commands';
import { showProgress, terminalStyle } from '../terminal';

/**
 * Writes to standard output. Synchronous writes keep the order of standard output and standard error. A non-blocking
 * pipe may refuse a write; the stream then writes the rest.
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

/** A reader such as `head` closes the pipe early, which is not an error. */
function unlessClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

async function readAll(): Promise<Uint8Array> {
  if (isatty(0)) process.stderr.write('Reading standard input; end it with Ctrl-D.\n');
  return buffer(process.stdin);
}

run(process.argv.slice(2), {
  out: print,
  error: (text) => void process.stderr.write(text),
  input: readAll,
  ...(isatty(0) && isatty(2) ? { ask: askAtTerminal } : {}),
  ...(isatty(2) ? { progress: showProgress } : {}),
  style: terminalStyle(),
}).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    // Node's default exit code 1 would read as the verdict "denied".
    process.exitCode = 2;
    console.error(error);
  },
);
