/** The calls of GitHub's REST API that writing a comment needs. */
import { setTimeout } from 'node:timers/promises';
import { isObject, type JsonObject } from '../model';

/** Address and credentials of the API. */
export interface Access {
  /** Base URL, as in `GITHUB_API_URL`. */
  readonly api: string;
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  /**
   * Milliseconds before the first retry of a call; doubles with each retry.
   *
   * @default 1,000
   */
  readonly wait?: number;
}

/** GitHub refused a call. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** The properties of a pull request that the comment depends on. */
export interface PullRequest {
  readonly open: boolean;
  readonly headSha: string;
  /** `owner/name`; undefined when the fork has been deleted. */
  readonly headRepository: string | undefined;
}

/** GitHub's maximum length of a comment, in characters. */
export const LONGEST_COMMENT = 65_536;
const PAGE = 100;
/** Maximum number of comment pages to search. */
const PAGES = 50;
const ATTEMPTS = 4;

/** Fetches a pull request of this repository. */
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
 * Creates or updates the comment that starts with the marker, so that a pull request has only one.
 *
 * @param marker first line of the comment, which GitHub does not display
 * @returns what was done
 */
export async function writeSticky(
  access: Access,
  number: number,
  marker: string,
  text: string,
): Promise<'written' | 'changed' | 'unchanged'> {
  const body = `${marker}\n${text}`;
  if (body.length > LONGEST_COMMENT)
    throw new Error(`A comment of ${body.length} characters exceeds GitHub's maximum of ${LONGEST_COMMENT}.`);
  const own = await find(access, number, marker);
  if (own === undefined) {
    await call(access, 'POST', `issues/${number}/comments`, { body });
    return 'written';
  }
  if (own.body === body) return 'unchanged';
  await call(access, 'PATCH', `issues/comments/${own.id}`, { body });
  return 'changed';
}

/** The oldest comment by a bot that starts with the marker: users could write the marker too. */
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
      // GitHub returns comments with CRLF.
      const unified = body.replaceAll('\r\n', '\n');
      if (unified.startsWith(`${marker}\n`)) return { id, body: unified };
    }
    if (comments.length < PAGE) return undefined;
  }
  return undefined;
}

/** @throws RefusedError with the HTTP status of GitHub's answer */
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
        // The token must not be sent to another address.
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

/** A failed call, and whether a retry makes sense. */
class Failure {
  constructor(
    readonly error: Error,
    readonly passing: boolean,
  ) {}
}
