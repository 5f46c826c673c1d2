import { isObject, type JsonObject } from '../model';

/** The event of the run that judges a pull request. */
export interface PullRequestEvent {
  readonly kind: 'pull_request';
  /** `owner/name` of the base repository of the pull request. */
  readonly repository: string;
  readonly number: number;
  readonly headSha: string;
}

/**
 * The event of the run that writes the comment after a judging run has ended. All values come from GitHub, none from
 * the pull request.
 */
export interface WorkflowRunEvent {
  readonly kind: 'workflow_run';
  readonly repository: string;
  /** Judged commit. */
  readonly headSha: string;
  /** `owner/name` of the repository of the commit: a fork, or the base repository. */
  readonly headRepository: string;
  /** Event that triggered the judging run: `pull_request`. */
  readonly event: string;
  readonly runUrl: string;
  /** Pull requests of this commit; empty for a fork. */
  readonly numbers: readonly number[];
}

/** Any other event, which has no pull request to comment on. */
export interface OtherEvent {
  readonly kind: 'other';
}

/** The event payload has an unexpected shape. */
export class EventError extends Error {
  override readonly name = 'EventError';
}

/**
 * Reads the event payload from the text of the file `GITHUB_EVENT_PATH`.
 *
 * @param name name of the event, as in `GITHUB_EVENT_NAME`
 * @throws EventError when a property is missing or has an unexpected value
 */
export function readEvent(name: string, text: string): PullRequestEvent | WorkflowRunEvent | OtherEvent {
  const payload: unknown = JSON.parse(text);
  if (!isObject(payload)) throw new EventError('The event payload is not a JSON object.');
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
      // GitHub also lists pull requests of the same commit in forks of this repository.
      numbers: pullRequests
        .filter((each) => baseOf(each) === repositoryId(payload))
        .map(({ number }) => asNumber(number)),
    };
  }
  return { kind: 'other' };
}

/**
 * The commit whose settings judge the run of an event: the base of a pull request or of a group in the merge queue.
 *
 * @param text the text of the file `GITHUB_EVENT_PATH`
 * @returns undefined for an event without a base, such as a push
 * @throws EventError when the payload has a pull request or a merge group without a base commit
 */
export function baseCommit(text: string): string | undefined {
  const payload: unknown = JSON.parse(text);
  if (!isObject(payload)) throw new EventError('The event payload is not a JSON object.');
  if (payload['pull_request'] !== undefined) return commit(member(member(payload, 'pull_request'), 'base'), 'sha');
  if (payload['merge_group'] !== undefined) return commit(member(payload, 'merge_group'), 'base_sha');
  return undefined;
}

/**
 * Checks a pull request number from JSON.
 *
 * @throws EventError for any other value
 */
export function asNumber(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return value;
  throw new EventError(`The pull request number ${JSON.stringify(value)} is not a positive integer.`);
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
  throw new EventError(`The event payload has no object ${name}.`);
}

function word(parent: JsonObject, name: string): string {
  const value = parent[name];
  if (typeof value === 'string') return value;
  throw new EventError(`The event payload has no string ${name}.`);
}

function commit(parent: JsonObject, name: string): string {
  const sha = word(parent, name);
  if (/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(sha)) return sha;
  throw new EventError(`${name} of the event payload is not a commit id.`);
}

function repositoryName(parent: JsonObject, where: string): string {
  const name = word(parent, 'full_name');
  if (/^[\w.-]+\/[\w.-]+$/.test(name)) return name;
  throw new EventError(`${where}.full_name of the event payload is not a repository name such as owner/name.`);
}
