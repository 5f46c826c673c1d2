/** The worker thread of `parallel.ts`: judges one input per message. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Input } from '../input/files';
import { judgeEach, type JudgeOptions } from '../judge';

const judgeOne = judgeEach(workerData as JudgeOptions, false);

parentPort?.on('message', ({ index, input }: { readonly index: number; readonly input: Input }) => {
  parentPort?.postMessage({ index, judged: judgeOne(input) });
});
