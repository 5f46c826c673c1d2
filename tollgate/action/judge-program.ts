/**
 * Judges this repository with and without the changes of a pull request: the main step of the workflow. Each side is
 * judged by its own program and policy, so that changed rules show as well. The settings of the base judge both sides.
 *
 *   tsx tollgate/action/judge-program.ts DIRECTORY [BASE]
 *
 * DIRECTORY receives the reports. BASE is a checkout of the base branch with installed packages. The exit code is that
 * of the head.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeDirectory } from '../make-directory';
import { readEvent } from '../comment/event';
import { commentText, FILES, writeNumber } from '../comment/handover';
import { addSummary, annotate, baseOfEvent, fetchCommit, type Environment } from './runner';

/** File name of the SARIF log in the directory. */
export const SARIF = 'head.sarif';

/** Runs the program of a checkout with these arguments and returns its exit code. */
export type Program = (checkout: string, words: readonly string[], show: boolean) => number;

/**
 * Runs the step.
 *
 * @param base a checkout of the base branch; undefined when there is no base to compare with
 * @returns the exit code of the head
 */
export function judgeProgram(
  { head, base, directory }: { readonly head: string; readonly base?: string; readonly directory: string },
  environment: Environment,
  program: Program,
  fetchBase: (commit: string) => void = (commit) => fetchCommit(commit, environment),
): number {
  const out = resolve(directory);
  for (const name of [...Object.values(FILES), SARIF]) rmSync(join(out, name), { force: true });
  makeDirectory(out);
  const { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path } = environment;
  const event = name === undefined || path === undefined ? undefined : readEvent(name, readFileSync(path, 'utf8'));
  if (event?.kind === 'pull_request') writeNumber(out, event.number);

  const report = join(out, FILES.head);
  const from = baseOfEvent(environment);
  if (from !== undefined) fetchBase(from);
  const code = program(
    head,
    [
      ...(from === undefined ? [] : ['--settings-from', from]),
      ...['--format', `json=${report}`, '--format', `sarif=${join(out, SARIF)}`, '--format', 'github'],
    ],
    true,
  );
  if (base !== undefined) {
    program(base, ['--format', `json=${join(out, FILES.base)}`], false);
    if (!existsSync(join(out, FILES.base))) {
      process.stdout.write(
        annotate(
          'warning',
          'The base branch left no report, so there is no comparison. See the log of the step for the reason.',
        ),
      );
    }
  }
  addSummary(environment, commentText(out));
  // Without a report there is no pass.
  return code === 0 && !existsSync(report) ? 2 : code;
}

if (require.main === module) {
  const [directory, base] = process.argv.slice(2);
  if (directory === undefined) {
    process.stderr.write('Usage: tsx tollgate/action/judge-program.ts DIRECTORY [BASE]\n');
    process.exitCode = 2;
  } else {
    const program: Program = (checkout, words, show) => {
      const tsx = join(checkout, 'node_modules', 'tsx', 'dist', 'cli.mjs');
      const stdio = ['ignore', show ? 'inherit' : 'ignore', 'inherit'] as const;
      const run = spawnSync(process.execPath, [tsx, 'main.ts', ...words], { cwd: checkout, stdio: [...stdio] });
      return run.status ?? 2;
    };
    const sides = { head: process.cwd(), directory, ...(base === undefined ? {} : { base: resolve(base) }) };
    process.exitCode = judgeProgram(sides, process.env, program);
  }
}
