/** The few calls of GitHub's REST API that a comment takes. */
import { setTimeout } from 'node:timers/promises';
import { isObject, type JsonObject } from '../model';

/** Where the API is and who asks. */
export interface Access {
  /** As in `GITHUB_API_URL`. */
  readonly api: string;
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  /**
   * Milliseconds before the first repetition of a call that failed by no fault of its own; each next wait is twice as long.
   *
   * @default 1,000
   */
  readonly wait?: number;
}

/** GitHub refuses what was asked. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** A pull request, as far as a comment goes by it. */
export interface PullRequest {
  readonly open: boolean;
  readonly headSha: string;
  /** `owner/name`; undefined when the fork is gone. */
  readonly headRepository: string | undefined;
}

/** The longest comment that GitHub takes, in characters. */
export const LONGEST_COMMENT = 65_536;
const PAGE = 100;
/** Comments of a pull request that are looked through. */
const PAGES = 50;
const ATTEMPTS = 4;

/** Asks for a pull request of this repository. */
export async function pullRequest(access: Access, number: number): Promise<PullRequest> {
  const answer = await call(access, 'GET', `pulls/${number}`);
  const head: JsonObject = isObject(answer) && isObject(answer['head']) ? answer['head'] : {};
  const { sha, repo } = head;
  const name = isObject(repo) ? repo['full_name'] : undefined;
  return {
    open: isObject(answer) && answer['state'] === 'open',
    headSha: typeof sha === 'string' ? sha : '',
    headRepository: typeof name === 'string' ? name : undefined,
  };
}

/**
 * Writes the one comment that begins with this marker: it is changed when it is there and written when it is not, so that a
 * pull request never has two.
 *
 * @param marker first line of the comment, which GitHub does not show
 * @returns what was done
 */
export async function writeSticky(
  access: Access,
  number: number,
  marker: string,
  text: string,
): Promise<'written' | 'changed' | 'unchanged'> {
  const body = `${marker}\n${text}`;
  if (body.length > LONGEST_COMMENT) throw new Error(`A comment of ${body.length} characters is too long.`);
  const own = await find(access, number, marker);
  if (own === undefined) {
    await call(access, 'POST', `issues/${number}/comments`, { body });
    return 'written';
  }
  if (own.body === body) return 'unchanged';
  await call(access, 'PATCH', `issues/comments/${own.id}`, { body });
  return 'changed';
}

/** The oldest one of a bot: anybody else could begin a comment with the marker as well. */
async function find(
  access: Access,
  number: number,
  marker: string,
): Promise<{ readonly id: number; readonly body: string } | undefined> {
  for (let page = 1; page <= PAGES; page++) {
    const answer = await call(access, 'GET', `issues/${number}/comments?per_page=${PAGE}&page=${page}`);
    const comments = Array.isArray(answer) ? answer.filter(isObject) : [];
    for (const { id, body, user } of comments) {
      if (typeof id !== 'number' || typeof body !== 'string' || !isObject(user) || user['type'] !== 'Bot') continue;
      // GitHub gives lines the ends that browsers send.
      const unified = body.replaceAll('\r\n', '\n');
      if (unified.startsWith(`${marker}\n`)) return { id, body: unified };
    }
    if (comments.length < PAGE) return undefined;
  }
  return undefined;
}

/**
 * @throws RefusedError with the status that GitHub answers
 */
async function call(access: Access, method: string, path: string, body?: JsonObject): Promise<unknown> {
  const { api, token, repository, wait = 1_000 } = access;
  for (let attempt = 1; ; attempt++) {
    const failure = await attemptCall();
    if (!(failure instanceof Failure)) return failure;
    if (!failure.passing || attempt === ATTEMPTS) throw failure.error;
    await setTimeout(wait * 2 ** (attempt - 1));
  }

  async function attemptCall(): Promise<unknown> {
    const what = `${method} /repos/${repository}/${path}`;
    let response: Response;
    try {
      response = await fetch(`${api}/repos/${repository}/${path}`, {
        method,
        headers: {
          accept: 'application/vnd.github+json',
          authorization: `Bearer ${token}`,
          'x-github-api-version': '2022-11-28',
          'user-agent': 'tollgate',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        // A token must not follow to another address.
        redirect: 'error',
        signal: AbortSignal.timeout(30_000),
      });
    } catch (error) {
      return new Failure(new Error(`${what}: ${String(error)}`), true);
    }
    const text = await response.text();
    if (response.ok) return text === '' ? undefined : JSON.parse(text);
    const refusal = new RefusedError(response.status, `${what}: ${response.status} ${text.slice(0, 300)}`);
    return new Failure(refusal, response.status >= 500 || response.status === 429);
  }
}

/** A call that did not succeed, and whether it may at another time. */
class Failure {
  constructor(
    readonly error: Error,
    readonly passing: boolean,
  ) {}
}
