/** Reads from and writes to the GitHub runner. */
import { appendFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
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
