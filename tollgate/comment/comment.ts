/**
 * Writes the comparison of a change as a comment on its pull request. Runs where the token may write: in the run of the
 * pull request itself (same repository only), or in a later `workflow_run`, which works for forks as well. There the
 * directory comes from a stranger: its reports are only read, this program makes the text, and the pull request number
 * counts only when GitHub confirms that the judged commit is the head of that pull request.
 *
 *   GITHUB_EVENT_NAME=… GITHUB_EVENT_PATH=… GITHUB_TOKEN=… node dist/js/comment.js DIRECTORY
 */
import { readFileSync } from 'node:fs';
import { readEvent, type PullRequestEvent, type WorkflowRunEvent } from './event';
import { pullRequest, RefusedError, writeSticky, type Access } from './github';
import { commentText, readNumber } from './handover';
import { annotate, required, type Environment } from '../action/runner';

/** Message and exit code of the step. */
export interface Outcome {
  readonly code: 0 | 1;
  readonly message: string;
}

/** There is no comment to write, which is not an error. */
class Nothing extends Error {}

/**
 * Runs the step.
 *
 * @param directory directory of the reports
 */
export async function comment(directory: string, environment: Environment): Promise<Outcome> {
  try {
    const event = readEvent(
      required(environment, 'GITHUB_EVENT_NAME'),
      readFileSync(required(environment, 'GITHUB_EVENT_PATH'), 'utf8'),
    );
    if (event.kind === 'other')
      throw new Nothing('This run does not belong to a pull request, so no comment was written.');
    return { code: 0, message: annotate('notice', await write(event, directory, environment)) };
  } catch (error) {
    if (error instanceof Nothing) return { code: 0, message: annotate('notice', error.message) };
    return { code: 1, message: annotate('error', error instanceof Error ? error.message : String(error)) };
  }
}

async function write(
  event: PullRequestEvent | WorkflowRunEvent,
  directory: string,
  environment: Environment,
): Promise<string> {
  const number = numberOf(event, directory);
  const access: Access = {
    api: environment['GITHUB_API_URL'] ?? 'https://api.github.com',
    token: required(environment, 'GITHUB_TOKEN'),
    repository: event.repository,
    ...(environment['TOLLGATE_WAIT'] === undefined ? {} : { wait: Number(environment['TOLLGATE_WAIT']) }),
  };
  try {
    await requireHead(event, access, number);
    const marker = `<!-- tollgate: ${nameOf(environment)} -->`;
    const done = await writeSticky(access, number, marker, `${commentText(directory)}\n${footer(event, environment)}`);
    return `The comment of pull request ${number} is ${done}.`;
  } catch (error) {
    // The token of a pull request from a fork is read-only.
    if (error instanceof RefusedError && error.status === 403 && event.kind === 'pull_request') {
      throw new Nothing(
        'The token of this run may not write comments, which is normal for a pull request from a fork. The summary of the run has the text. docs/pull-requests.md describes a second workflow that writes the comment.',
      );
    }
    throw error;
  }
}

function numberOf(event: PullRequestEvent | WorkflowRunEvent, directory: string): number {
  if (event.kind === 'pull_request') return event.number;
  if (event.event !== 'pull_request')
    throw new Nothing(`The run was triggered by ${event.event}, not by a pull request, so no comment was written.`);
  const number = readNumber(directory) ?? event.numbers[0];
  if (number === undefined)
    throw new Nothing('The run left no reports and no pull request number, so no comment was written.');
  return number;
}

/** Checks that the judged commit is the current head of the pull request. */
async function requireHead(event: PullRequestEvent | WorkflowRunEvent, access: Access, number: number): Promise<void> {
  const { open, headSha, headRepository } = await pullRequest(access, number);
  if (event.kind === 'workflow_run' && headRepository !== undefined && headRepository !== event.headRepository) {
    throw new Error(
      `The run judged a commit of ${event.headRepository}, but pull request ${number} comes from ${headRepository}, so no comment was written.`,
    );
  }
  if (!open) throw new Nothing(`Pull request ${number} is closed, so no comment was written.`);
  if (headSha !== event.headSha) {
    throw new Nothing(
      `The head of pull request ${number} is no longer ${event.headSha}. The run of the new head writes the comment.`,
    );
  }
}

/** A pull request may have several comments with different names. */
function nameOf(environment: Environment): string {
  const name = environment['TOLLGATE_NAME'] ?? '';
  if (name === '') return 'tollgate';
  // The name is part of an HTML comment, which the name must not end.
  if (/^\w([\w ./]|-(?!-)){0,79}$/.test(name)) return name;
  throw new Error(
    `The comment name ${JSON.stringify(name)} is not allowed. Use letters, digits, spaces, dots, slashes and single dashes.`,
  );
}

function footer(event: PullRequestEvent | WorkflowRunEvent, environment: Environment): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = environment;
  const url =
    event.kind === 'workflow_run' ? event.runUrl : `${server ?? ''}/${repository ?? ''}/actions/runs/${id ?? ''}`;
  const name = nameOf(environment);
  const what = name === 'tollgate' ? 'tollgate' : `tollgate, ${name}`;
  return `<sub>${what}: judged ${event.headSha.slice(0, 7)} in [this run](${url}), whose check decides.</sub>\n`;
}

if (require.main === module) {
  const [directory = '.'] = process.argv.slice(2);
  void comment(directory, process.env).then(({ code, message }) => {
    process.stdout.write(message);
    process.exitCode = code;
  });
}
