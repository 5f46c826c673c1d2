import { run as tollgate } from '../../tollgate/cli/commands';

/** What a run of `tollgate` in this process prints and answers. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/**
 * Runs `tollgate` in this process.
 *
 * @param words the command line without the program
 * @param input what comes in by standard input
 */
export async function run(words: readonly string[], input?: Uint8Array): Promise<Run> {
  let out = '';
  let error = '';
  const code = await tollgate(words, {
    out: (text) => (out += text),
    error: (text) => (error += text),
    input: () => (input === undefined ? Promise.reject(new Error('nothing comes in')) : Promise.resolve(input)),
    style: { colour: false, width: 100 },
  });
  return { code, out, error };
}
