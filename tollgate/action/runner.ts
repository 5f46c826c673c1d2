/** Reads from and writes to the GitHub runner. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { baseCommit } from '../comment/event';
import { cleanLines } from '../report/clean';

/** Environment variables of a step. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A required environment variable.
 *
 * @throws Error when the variable is not set
 */
export function required(environment: Environment, name: string): string {
  const value = environment[name];
  if (value === undefined || value === '') throw new Error(`The environment variable ${name} is not set.`);
  return value;
}

/** Sets an output of the step. Does nothing outside of GitHub Actions. */
export function setOutput(environment: Environment, name: string, value: string): void {
  const file = environment['GITHUB_OUTPUT'];
  if (file === undefined || file === '') return;
  // A random delimiter, so that no value can end itself and set another output.
  const delimiter = `end-${randomUUID()}`;
  appendFileSync(file, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
}

/** GitHub's limit is 1 MiB of summary per step. */
const SUMMARY_LIMIT = 1_000_000;

/** Adds Markdown to the summary page of the run. Does nothing outside of GitHub Actions. */
export function addSummary(environment: Environment, markdown: string): void {
  const file = environment['GITHUB_STEP_SUMMARY'];
  if (file === undefined || file === '' || Buffer.byteLength(markdown) > SUMMARY_LIMIT) return;
  appendFileSync(file, `${markdown}\n`);
}

/** A workflow command that GitHub shows as an annotation of the run. */
export function annotate(level: 'notice' | 'warning' | 'error', message: string): string {
  const text = cleanLines(message).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return `::${level} title=tollgate::${text}\n`;
}

/** The base commit of the event of a run; undefined for an event without a base, and outside of GitHub Actions. */
export function baseOfEvent({ GITHUB_EVENT_PATH: path }: Environment): string | undefined {
  return path === undefined || path === '' ? undefined : baseCommit(readFileSync(path, 'utf8'));
}

/**
 * Fetches a commit that the checkout does not have, because `actions/checkout` fetches only the newest one. Does not fail:
 * the judgement reports a missing commit.
 *
 * @param token token that may read the repository, used only when the checkout has no credentials of its own
 */
export function fetchCommit(commit: string, { GITHUB_SERVER_URL: server }: Environment, token = ''): void {
  const git = (words: readonly string[], more: Record<string, string> = {}): boolean =>
    spawnSync('git', [...words], {
      stdio: 'ignore',
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0', ...more },
    }).status === 0;
  if (git(['cat-file', '-e', `${commit}^{commit}`])) return;
  const fetch = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', '--depth=1', 'origin', commit];
  if (git(fetch) || token === '' || server === undefined) return;
  // In the environment, no other process of the machine can read the token.
  const header = `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
  git(fetch, {
    ...{ GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: `http.${server}/.extraheader`, GIT_CONFIG_VALUE_0: header },
  });
}
