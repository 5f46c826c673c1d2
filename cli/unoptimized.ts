import { statSync, type Stats } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

/** Bytes of input below which a judgement is over before machine code that is optimised meanwhile would have paid. */
const SMALL = 1 << 20;

/**
 * Has V8 compile wasm in one step instead of two, where the files on the command line are small.
 *
 * @param words the command line without the program
 */
export function leaveUnoptimized(words: readonly string[]): void {
  const files = words.flatMap((word) => statOf(word) ?? []);
  const size = files.reduce((sum, file) => sum + (file.isFile() ? file.size : SMALL), 0);
  if (files.length > 0 && size < SMALL) setFlagsFromString('--liftoff-only');
}

/** Undefined for what is no path, or none that can be read. */
function statOf(word: string): Stats | undefined {
  try {
    return statSync(word, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
