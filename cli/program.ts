import type { TextStyle } from '../gate/report/human';
import type { Prepared } from '../gate/judge';
import { check } from './check';

/** What the command line has to do with the world. */
export interface Console {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Everything that comes in by standard input. */
  readonly input: () => Promise<Uint8Array>;
  /** Asks at the terminal; absent when there is none. */
  readonly ask?: (question: string) => Promise<string>;
  /** Shows in one line how far a long run is, in place of what it showed before; absent where nobody looks. */
  readonly progress?: (text: string) => void;
  readonly style: TextStyle;
  /** What was done before the command line was looked at. */
  readonly prepared?: Prepared;
}

/**
 * Runs `tollgate`.
 *
 * @param words the command line without the program
 * @returns the exit code
 */
export async function tollgate(words: readonly string[], console: Console): Promise<number> {
  const [command, ...files] = words;
  // Files and nothing else: what understands options takes longer to load than a small plan takes to judge.
  if (command === 'check' && files.length > 0 && files.every((word) => word === '-' || !word.startsWith('-'))) {
    return check(files, {}, console);
  }
  return (require('./commands') as { run: typeof tollgate }).run(words, console);
}
