import { isObject, type JsonObject } from '../model';

/** What happened to a pull request, in the run that judges it. */
export interface PullRequestEvent {
  readonly kind: 'pull_request';
  /** `owner/name` of the repository that the pull request is for. */
  readonly repository: string;
  readonly number: number;
  readonly headSha: string;
}

/** A run that has ended, in the run that writes its comment. GitHub says all of it: nothing comes from the pull request. */
export interface WorkflowRunEvent {
  readonly kind: 'workflow_run';
  readonly repository: string;
  /** Commit that was judged. */
  readonly headSha: string;
  /** `owner/name` of the repository that the commit comes from: a fork, or the repository itself. */
  readonly headRepository: string;
  /** What the run ran for: `pull_request`. */
  readonly event: string;
  readonly runUrl: string;
  /** Pull requests of this commit; GitHub knows none for a fork. */
  readonly numbers: readonly number[];
}

/** Any other event: there is nothing to comment on. */
export interface OtherEvent {
  readonly kind: 'other';
}

/** The event is not as GitHub writes it. */
export class EventError extends Error {
  override readonly name = 'EventError';
}

/**
 * Reads the payload that GitHub leaves in `GITHUB_EVENT_PATH`.
 *
 * @param name of the event, as in `GITHUB_EVENT_NAME`
 * @throws EventError when something in it is not what GitHub writes there
 */
export function readEvent(name: string, text: string): PullRequestEvent | WorkflowRunEvent | OtherEvent {
  const payload: unknown = JSON.parse(text);
  if (!isObject(payload)) throw new EventError('The event is no object.');
  const repository = (): string => repositoryName(member(payload, 'repository'), 'repository');
  if (name === 'pull_request') {
    const pullRequest = member(payload, 'pull_request');
    return {
      ...{ kind: 'pull_request', repository: repository(), headSha: commit(member(pullRequest, 'head'), 'sha') },
      number: asNumber(pullRequest['number']),
    };
  }
  if (name === 'workflow_run') {
    const run = member(payload, 'workflow_run');
    const pullRequests = Array.isArray(run['pull_requests']) ? run['pull_requests'].filter(isObject) : [];
    return {
      ...{ kind: 'workflow_run', repository: repository(), headSha: commit(run, 'head_sha') },
      headRepository: repositoryName(member(run, 'head_repository'), 'workflow_run.head_repository'),
      event: word(run, 'event'),
      runUrl: word(run, 'html_url'),
      // It also lists the pull requests that the same commit has in forks of this repository.
      numbers: pullRequests
        .filter((each) => baseOf(each) === repositoryId(payload))
        .map(({ number }) => asNumber(number)),
    };
  }
  return { kind: 'other' };
}

/**
 * The number of a pull request, in whatever came as JSON.
 *
 * @throws EventError when it is anything else
 */
export function asNumber(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return value;
  throw new EventError('That is no number of a pull request.');
}

function repositoryId(payload: JsonObject): unknown {
  return member(payload, 'repository')['id'];
}

function baseOf({ base }: JsonObject): unknown {
  const repo = isObject(base) ? base['repo'] : undefined;
  return isObject(repo) ? repo['id'] : undefined;
}

function member(parent: JsonObject, name: string): JsonObject {
  const value = parent[name];
  if (isObject(value)) return value;
  throw new EventError(`The event has no ${name}.`);
}

function word(parent: JsonObject, name: string): string {
  const value = parent[name];
  if (typeof value === 'string') return value;
  throw new EventError(`The event has no ${name}.`);
}

function commit(parent: JsonObject, name: string): string {
  const sha = word(parent, name);
  if (/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(sha)) return sha;
  throw new EventError(`${name} is no commit.`);
}

function repositoryName(parent: JsonObject, where: string): string {
  const name = word(parent, 'full_name');
  if (/^[\w.-]+\/[\w.-]+$/.test(name)) return name;
  throw new EventError(`${where}.full_name is no name of a repository.`);
}
