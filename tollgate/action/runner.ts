/** What a step of a workflow reads from the runner and tells it. */
import { appendFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';

/** Environment of a step. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A variable that the step cannot do without.
 *
 * @throws Error when it is not there
 */
export function required(environment: Environment, name: string): string {
  const value = environment[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set.`);
  return value;
}

/** Sets an output of the step; outside of GitHub, nothing. */
export function setOutput(environment: Environment, name: string, value: string): void {
  const file = environment['GITHUB_OUTPUT'];
  if (file === undefined || file === '') return;
  // A delimiter that nobody knows beforehand, so that no value can end itself and set another output.
  const delimiter = `end-${randomUUID()}`;
  appendFileSync(file, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
}

/** GitHub takes a mebibyte of summary for each step. */
const SUMMARY_LIMIT = 1_000_000;

/** Adds Markdown to the page of the run; outside of GitHub, nothing. */
export function addSummary(environment: Environment, markdown: string): void {
  const file = environment['GITHUB_STEP_SUMMARY'];
  if (file === undefined || file === '' || Buffer.byteLength(markdown) > SUMMARY_LIMIT) return;
  appendFileSync(file, `${markdown}\n`);
}

/** A line that GitHub shows on the page of the run. */
export function annotate(level: 'notice' | 'warning' | 'error', message: string): string {
  const text = message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  return `::${level} title=tollgate::${text}\n`;
}
