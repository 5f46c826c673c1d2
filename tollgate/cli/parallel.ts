import { statSync } from 'node:fs';
import { availableParallelism, freemem } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { judgeApart, usedByAny, type JudgeOptions } from '../judge';
import type { Input } from '../input/files';
import type { Judged } from '../model';

/** The build puts both files into one directory. */
const THREAD = join(__dirname, 'judging-thread.js');

/** Total input size in bytes below which starting threads takes longer than judging. */
const WORTH_THREADS = 8 << 20;

/** Memory that a judgement needs, as a multiple of the size of the plan. */
const MEMORY_PER_BYTE = 16;

/**
 * Judges each input separately, on all cores if the inputs are large enough.
 *
 * @param progress receives the number of judged inputs
 * @returns a report for each input, in input order
 */
export async function judgeAll(
  inputs: readonly Input[],
  by: JudgeOptions,
  progress: (done: number) => void,
): Promise<Judged[]> {
  const sizes = inputs.map(sizeOf);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total < WORTH_THREADS) return judgeApart(inputs, by);
  const largest = Math.max(...sizes, 1);
  const fitting = Math.floor(freemem() / (largest * MEMORY_PER_BYTE));
  const threads = Math.min(availableParallelism(), fitting, inputs.length);
  if (threads < 2) return judgeApart(inputs, by);
  const judged = new Map<number, Judged>();
  const waiting = inputs.entries();
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const thread = new Worker(THREAD, { workerData: by });
      const next = (): void => {
        const { value, done } = waiting.next();
        if (done === true) void thread.terminate().then(() => resolve());
        else thread.postMessage({ index: value[0], input: value[1] });
      };
      thread.on('message', (answer: { readonly index: number; readonly judged: Judged }) => {
        judged.set(answer.index, answer.judged);
        progress(judged.size);
        next();
      });
      thread.on('error', reject);
      // The inputs of a crashed thread were not judged, so the run must fail.
      thread.on('exit', (code) =>
        code > 1 ? reject(new Error(`a thread that judges inputs ended with exit code ${code}`)) : undefined,
      );
      next();
    });
  await Promise.all(Array.from({ length: threads }, work));
  return usedByAny(
    inputs.map(({ path }, index) => {
      const one = judged.get(index);
      if (one === undefined) throw new Error(`${path} was not judged`);
      return one;
    }),
  );
}

/** Size of an input in bytes, approximate for a directory; 0 when the input cannot be read. */
export function sizeOf({ path, bytes }: Input): number {
  if (bytes !== undefined) return bytes.byteLength;
  try {
    return statSync(path).size;
  } catch {
    // The judgement reports the error.
    return 0;
  }
}
