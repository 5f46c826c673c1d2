import { run as tollgate } from '../../tollgate/cli/commands';
import { SETTINGS } from '../settings';

/** The output and the exit code of a run of `tollgate` in this process. */
export interface Run {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Position at which an option is inserted, by command. */
const OPTIONS: Readonly<Record<string, number>> = { check: 1, deploy: 1, export: 2 };

/** A command line that names the settings of productos-api, where it names none. */
export function withSettings(words: readonly string[]): readonly string[] {
  const at = OPTIONS[words[0] ?? ''] ?? words.length;
  if (at >= words.length || words.includes('--settings')) return words;
  return [...words.slice(0, at), '--settings', SETTINGS, ...words.slice(at)];
}

/**
 * Runs `tollgate` in this process, by the settings of productos-api where the words name none.
 *
 * @param words the command line without the program
 * @param input standard input
 */
export async function run(words: readonly string[], input?: Uint8Array): Promise<Run> {
  let out = '';
  let error = '';
  const code = await tollgate(withSettings(words), {
    out: (text) => (out += text),
    error: (text) => (error += text),
    input: () => (input === undefined ? Promise.reject(new Error('nothing comes in')) : Promise.resolve(input)),
    style: { colour: false, width: 100 },
  });
  return { code, out, error };
}
