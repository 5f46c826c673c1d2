import { createInterface } from 'node:readline/promises';

const INTERRUPTS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Asks a question at the terminal.
 *
 * @returns the answer; `''` after an interrupt or at the end of the input
 */
export async function askAtTerminal(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // Neither an interrupt nor the end of the input is an approval.
  const left = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
  terminal.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  const leave = (): void => {
    process.stderr.write('\n');
    terminal.close();
  };
  for (const signal of INTERRUPTS) process.once(signal, leave);
  try {
    return await Promise.race([terminal.question(question), left]);
  } finally {
    for (const signal of INTERRUPTS) process.off(signal, leave);
    terminal.close();
  }
}
