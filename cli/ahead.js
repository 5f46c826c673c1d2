'use strict';

/**
 * Begins what takes a check longest before anything else is loaded: V8 compiles the policy in its own threads, while this one
 * loads the gate and reads the plan.
 */
const { closeSync, fstatSync, openSync, readFileSync, statSync } = require('node:fs');
const { join } = require('node:path');

const POLICY = join(__dirname, '..', 'gate', 'artifact', 'policy.wasm');

/** Bytes of input below which a judgement is over before machine code that is optimised meanwhile would have paid. */
const SMALL = 1 << 20;

/**
 * What V8 is told for each kind of run that judges. All functions of the policy are compiled, since other threads do that; one by
 * one, when they are first called, it would be this one.
 */
const FLAGS = {
  small: ['--no-wasm-lazy-compilation', '--liftoff-only', '--no-opt'],
  large: ['--no-wasm-lazy-compilation'],
};

/**
 * @param {readonly string[]} words the command line without the program
 * @returns {{ kind: keyof typeof FLAGS | 'other', policy?: { version: string, bytes: ArrayBuffer, module: Promise<object | undefined> } }}
 */
function begin(words) {
  const kind = words[0] !== 'check' ? 'other' : isSmall(words.slice(1)) ? 'small' : 'large';
  if (kind === 'other') return { kind };
  const { setFlagsFromString } = require('node:v8');
  for (const flag of FLAGS[kind]) setFlagsFromString(flag);
  const policy = compile();
  return policy === undefined ? { kind } : { kind, policy };
}

/** What cannot be read or compiled is nobody's loss here: who needs the policy says what is wrong with it. */
function compile() {
  let file;
  try {
    file = openSync(POLICY);
    const version = versionOf(fstatSync(file));
    // A file of this size has a buffer to itself.
    const bytes = readFileSync(file).buffer;
    return { version, bytes, module: WebAssembly.compile(bytes).catch(() => undefined) };
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/**
 * What tells a file from what was there before under its name: who copies another one over it can keep its size and the time
 * of its content, but not the time of the change.
 */
function versionOf({ ino, size, mtimeMs, ctimeMs }) {
  return [ino, size, mtimeMs, ctimeMs].join(' ');
}

/** Whether the files on the command line are small; standard input and what patterns stand for may be anything. */
function isSmall(words) {
  if (words.some((word) => word === '-' || /[*?[{]/.test(word))) return false;
  const files = words.flatMap((word) => statOf(word) ?? []);
  const size = files.reduce((sum, file) => sum + (file.isFile() ? file.size : SMALL), 0);
  return files.length > 0 && size < SMALL;
}

/** Undefined for what is no path, or none that can be read. */
function statOf(word) {
  try {
    return statSync(word, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

module.exports = { begin, versionOf };
