/**
 * Takes a plan out of what the setup-terraform action's wrapper prints: the command before it, and after it workflow
 * commands that repeat it. `terraform show -json tfplan > plan.json` in such a job puts all of it into the file.
 */
import { CouldNotJudge } from '../model';

const COMMAND = '[command]';
const REPEATED = '::set-output name=stdout::';
const REPEATED_DEBUG = '::debug::stdout: ';

/** Whether a text was printed by the wrapper. */
export function isWrapped(text: string): boolean {
  return text.startsWith(COMMAND) || text.startsWith('::debug::');
}

/**
 * What the wrapped command itself printed.
 *
 * @param file name of the file, for errors
 * @throws CouldNotJudge when the wrapper's own copy of it says something else
 */
export function unwrap(text: string, file: string): string {
  const lines = text.split(/\r?\n/);
  // No line of JSON begins like that: strings hold no line ends, and a list no bare word.
  const ours = lines.filter((line) => !line.startsWith(COMMAND) && !/^::[a-z-]+[ :]/.test(line));
  const inner = ours.join('\n').trim();
  for (const line of lines) {
    const prefix = [REPEATED, REPEATED_DEBUG].find((start) => line.startsWith(start));
    if (prefix !== undefined && decode(line.slice(prefix.length)).trim() !== inner) {
      throw new CouldNotJudge(
        `${file} holds two different outputs of one command.`,
        'Nobody can tell which of both is the plan.',
        'Set `terraform_wrapper: false` in the setup-terraform step, and write the plan again.',
      );
    }
  }
  return inner;
}

/** Workflow commands escape what would end them. */
function decode(text: string): string {
  return text.replace(/%0D/gi, '\r').replace(/%0A/gi, '\n').replace(/%25/g, '%').replace(/\r\n/g, '\n');
}
