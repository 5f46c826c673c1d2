/**
 * Writes what a change does as the comment of its pull request. Runs where a token may write: in the run of the pull request
 * itself when it comes from the same repository, or in a `workflow_run` after it, which works for forks as well. There, the
 * directory is what a stranger sent: its reports are only read, the text is made here, and its number counts only when
 * GitHub says that the commit that was judged is the head of that pull request.
 *
 *   GITHUB_EVENT_NAME=… GITHUB_EVENT_PATH=… GITHUB_TOKEN=… node dist/js/comment.js DIRECTORY
 */
import { readFileSync } from 'node:fs';
import { readEvent, type PullRequestEvent, type WorkflowRunEvent } from './event';
import { pullRequest, RefusedError, writeSticky, type Access } from './github';
import { commentText, readNumber } from './handover';
import { annotate, required, type Environment } from '../action/runner';

/** What a run of this step says and how it ends. */
export interface Outcome {
  readonly code: 0 | 1;
  readonly message: string;
}

/** There is nothing to write, which is no failure. */
class Nothing extends Error {}

/**
 * Runs the step.
 *
 * @param directory with the reports
 */
export async function comment(directory: string, environment: Environment): Promise<Outcome> {
  try {
    const event = readEvent(
      required(environment, 'GITHUB_EVENT_NAME'),
      readFileSync(required(environment, 'GITHUB_EVENT_PATH'), 'utf8'),
    );
    if (event.kind === 'other') throw new Nothing('This run is for no pull request: there is nothing to comment on.');
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
    // The token of a pull request from a fork reads only.
    if (error instanceof RefusedError && error.status === 403 && event.kind === 'pull_request') {
      throw new Nothing(
        'The token of this run may not write comments, as for every fork: the summary of the run has the text. docs/pull-requests.md says how a second workflow writes it.',
      );
    }
    throw error;
  }
}

function numberOf(event: PullRequestEvent | WorkflowRunEvent, directory: string): number {
  if (event.kind === 'pull_request') return event.number;
  if (event.event !== 'pull_request')
    throw new Nothing(`The run was for ${event.event}: there is nothing to comment on.`);
  const number = readNumber(directory) ?? event.numbers[0];
  if (number === undefined) throw new Nothing('The run left nothing, not even the number of its pull request.');
  return number;
}

/** What was judged must be what the pull request is now. */
async function requireHead(event: PullRequestEvent | WorkflowRunEvent, access: Access, number: number): Promise<void> {
  const { open, headSha, headRepository } = await pullRequest(access, number);
  if (event.kind === 'workflow_run' && headRepository !== undefined && headRepository !== event.headRepository) {
    throw new Error(
      `The run judged a commit of ${event.headRepository}, and pull request ${number} comes from ${headRepository}: nothing is written there.`,
    );
  }
  if (!open) throw new Nothing(`Pull request ${number} is closed.`);
  if (headSha !== event.headSha) {
    throw new Nothing(
      `Pull request ${number} has another head than ${event.headSha}: the run of that one writes the comment.`,
    );
  }
}

/** Told apart by a name, several comments can stand in one pull request. */
function nameOf(environment: Environment): string {
  const name = environment['TOLLGATE_NAME'] ?? '';
  if (name === '') return 'tollgate';
  // It stands in an HTML comment, which nothing in it may end.
  if (/^\w([\w ./]|-(?!-)){0,79}$/.test(name)) return name;
  throw new Error('The name of the comment may have letters, digits, spaces, dots, slashes and single dashes.');
}

function footer(event: PullRequestEvent | WorkflowRunEvent, environment: Environment): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = environment;
  const url =
    event.kind === 'workflow_run' ? event.runUrl : `${server ?? ''}/${repository ?? ''}/actions/runs/${id ?? ''}`;
  const name = nameOf(environment);
  const what = name === 'tollgate' ? 'tollgate' : `tollgate, ${name}`;
  return `<sub>${what}, of ${event.headSha.slice(0, 7)} by [this run](${url}), whose check decides.</sub>\n`;
}

if (require.main === module) {
  const [directory = '.'] = process.argv.slice(2);
  void comment(directory, process.env).then(({ code, message }) => {
    process.stdout.write(message);
    process.exitCode = code;
  });
}
