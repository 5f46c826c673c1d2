/**
 * Judges the plans of another repository: the main step of the action. Takes its inputs from environment variables, so
 * that no input becomes part of a shell command.
 *
 *   TOLLGATE_PLAN=plan.json TOLLGATE_DIRECTORY=out node dist/js/judge-plan.js
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeDirectory } from '../make-directory';
import { readEvent } from '../comment/event';
import { commentText, FILES, writeNumber } from '../comment/handover';
import { addSummary, baseOfEvent, fetchCommit, required, setOutput, type Environment } from './runner';
import { isObject } from '../model';

/** The build puts both files into one directory. */
const TOLLGATE = join(__dirname, 'tollgate.js');

/** Runs `tollgate` and returns its exit code. `show` sends standard output to the log. */
export type Tollgate = (words: readonly string[], show: boolean) => number;

/**
 * Runs the step. Sets outputs and does not fail, so that later steps can read the verdict.
 *
 * @param fetchBase makes a commit available that the checkout may lack
 * @returns the exit code of the judgement
 */
export function judgePlan(
  environment: Environment,
  tollgate: Tollgate,
  fetchBase: (commit: string) => void = (commit) => fetchCommit(commit, environment, environment['TOLLGATE_TOKEN']),
): number {
  const directory = resolve(required(environment, 'TOLLGATE_DIRECTORY'));
  const plans = lines(required(environment, 'TOLLGATE_PLAN'));
  const basePlans = lines(environment['TOLLGATE_BASE_PLAN'] ?? '');
  const sarif = environment['TOLLGATE_SARIF'] ?? '';
  // A report of an earlier step in the same job must not be taken for a new one.
  for (const name of Object.values(FILES)) rmSync(join(directory, name), { force: true });
  makeDirectory(directory);
  const number = numberOf(environment);
  if (number !== undefined) writeNumber(directory, number);

  const deciding = [
    ...flag('--settings', environment['TOLLGATE_SETTINGS']),
    ...flag('--rules', environment['TOLLGATE_RULES']),
    ...flag('--waivers', environment['TOLLGATE_WAIVERS']),
  ];
  const baseline = flag('--baseline', environment['TOLLGATE_BASELINE']);
  const base = deciding.length + baseline.length === 0 ? undefined : baseOf(environment);
  if (base !== undefined) fetchBase(base);
  const options = [
    ...deciding,
    // The base judges: a change must not declare what it opens.
    ...flag('--settings-from', base),
    ...flag('--fail-on', environment['TOLLGATE_FAIL_ON']),
    ...(environment['TOLLGATE_TOGETHER'] === 'true' ? ['--together'] : []),
  ];
  const report = join(directory, FILES.head);
  const code = tollgate(
    [
      // The files of the head: a plan of the base was made of others.
      ...['check', ...options, ...baseline, ...flag('--source', environment['TOLLGATE_SOURCE'])],
      ...['--format', `json=${report}`, ...(sarif === '' ? [] : ['--format', `sarif=${sarif}`])],
      ...['--format', 'github', '--', ...plans],
    ],
    true,
  );
  if (basePlans.length > 0) {
    tollgate(['check', ...options, '--format', `json=${join(directory, FILES.base)}`, '--', ...basePlans], false);
  }
  const verdict = verdictOf(report);
  addSummary(environment, commentText(directory));
  // Without a report there is no verdict, whatever the exit code of the process.
  const exitCode = verdict === 'could-not-judge' ? 2 : code;
  for (const [name, value] of [
    ['verdict', verdict],
    ['exit-code', String(exitCode)],
    ['report', report],
    ['directory', directory],
    ['sarif', sarif !== '' && existsSync(sarif) ? sarif : ''],
  ] as const) {
    setOutput(environment, name, value);
  }
  return exitCode;
}

/** The input, or the base of the event. */
function baseOf(environment: Environment): string | undefined {
  const { TOLLGATE_SETTINGS_FROM: named = '' } = environment;
  return named === '' ? baseOfEvent(environment) : named;
}

function lines(text: string): string[] {
  return text.split('\n').flatMap((line) => line.trim() || []);
}

function flag(name: string, value = ''): string[] {
  // With `=`, no value can be taken for another option.
  return value === '' ? [] : [`${name}=${value}`];
}

function numberOf(environment: Environment): number | undefined {
  const { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path } = environment;
  if (name !== 'pull_request' || path === undefined) return undefined;
  const event = readEvent(name, readFileSync(path, 'utf8'));
  return event.kind === 'pull_request' ? event.number : undefined;
}

function verdictOf(path: string): string {
  const content: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  const verdict = isObject(content) ? content['verdict'] : undefined;
  const outcome = isObject(verdict) ? verdict['outcome'] : undefined;
  return typeof outcome === 'string' ? outcome : 'could-not-judge';
}

if (require.main === module) {
  judgePlan(process.env, (words, show) => {
    const run = spawnSync(process.execPath, [TOLLGATE, ...words], {
      stdio: ['ignore', show ? 'inherit' : 'ignore', 'inherit'],
      // The gate needs no token.
      env: { ...process.env, TOLLGATE_TOKEN: '' },
    });
    return run.status ?? 2;
  });
}
