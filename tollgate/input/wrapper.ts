/**
 * Extracts a plan from the output of the setup-terraform action's wrapper: the wrapper prints the command first and
 * repeats the output in workflow commands. In such a job, `terraform show -json tfplan > plan.json` writes all of that
 * to the file.
 */
import { CouldNotJudge } from '../model';

const COMMAND = '[command]';
const REPEATED = '::set-output name=stdout::';
const REPEATED_DEBUG = '::debug::stdout: ';

/** Whether the wrapper printed the text. */
export function isWrapped(text: string): boolean {
  return text.startsWith(COMMAND) || text.startsWith('::debug::');
}

/**
 * The output of the wrapped command.
 *
 * @param file name of the file in errors
 * @throws CouldNotJudge when the wrapper's copy of the output differs
 */
export function unwrap(text: string, file: string): string {
  const lines = text.split(/\r?\n/);
  // No line of JSON starts like that: strings contain no line breaks, and a list no bare words.
  const ours = lines.filter((line) => !line.startsWith(COMMAND) && !/^::[a-z-]+[ :]/.test(line));
  const inner = ours.join('\n').trim();
  for (const line of lines) {
    const prefix = [REPEATED, REPEATED_DEBUG].find((start) => line.startsWith(start));
    if (prefix !== undefined && decode(line.slice(prefix.length)).trim() !== inner) {
      throw new CouldNotJudge(
        `${file} contains two different outputs of one command.`,
        'The gate cannot tell which of the two outputs is the plan.',
        'Set `terraform_wrapper: false` in the setup-terraform step, and write the plan again.',
      );
    }
  }
  return inner;
}

/** Undoes the escaping of workflow commands. */
function decode(text: string): string {
  return text.replace(/%0D/gi, '\r').replace(/%0A/gi, '\n').replace(/%25/g, '%').replace(/\r\n/g, '\n');
}
