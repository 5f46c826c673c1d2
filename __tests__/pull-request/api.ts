import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A comment as the API gives it. */
export interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string; readonly type: 'Bot' | 'User' };
}

/** A stand-in for GitHub's API, with the pull requests of one repository. */
export class Api {
  /** Method and path of every request, in order. */
  readonly requests: string[] = [];
  readonly comments: Comment[] = [];
  /** Answers to `pulls/<number>`. */
  readonly pulls = new Map<number, unknown>();
  /** Answers that are given once, before all others: a status for a method and path that begin like this. */
  readonly failures: { readonly request: string; readonly status: number }[] = [];
  /** Authorization of the last request. */
  authorization = '';
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      void body(request).then((text) => {
        const { status, answer } = this.answer(request, text);
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      });
    });
  }

  /** @returns the address, as `GITHUB_API_URL` */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  pull(number: number, sha: string, repository: string | undefined, state = 'open'): void {
    const repo = repository === undefined ? null : { full_name: repository };
    this.pulls.set(number, { number, state, head: { sha, repo } });
  }

  private answer(
    { method = '', url = '', headers }: IncomingMessage,
    text: string,
  ): { status: number; answer: unknown } {
    const asked = `${method} ${url.replace('/repos/acme/infrastructure/', '')}`;
    this.requests.push(asked);
    this.authorization = headers.authorization ?? '';
    const failure = this.failures.findIndex(({ request }) => asked.startsWith(request));
    if (failure >= 0) {
      const [first] = this.failures.splice(failure, 1);
      return { status: first?.status ?? 500, answer: { message: 'Resource not accessible by integration' } };
    }
    const [, kind, number] = /^GET (pulls)\/(\d+)$/.exec(asked) ?? [];
    if (kind !== undefined && this.pulls.has(Number(number)))
      return { status: 200, answer: this.pulls.get(Number(number)) };
    const [, page] = /^GET issues\/\d+\/comments\?per_page=100&page=(\d+)$/.exec(asked) ?? [];
    if (page !== undefined)
      return { status: 200, answer: this.comments.slice((Number(page) - 1) * 100, Number(page) * 100) };
    const content = text === '' ? undefined : (JSON.parse(text) as { readonly body: string });
    if (content !== undefined && /^POST issues\/\d+\/comments$/.test(asked)) {
      const comment = {
        id: 1000 + this.comments.length,
        ...content,
        user: { login: 'github-actions[bot]', type: 'Bot' as const },
      };
      this.comments.push(comment);
      return { status: 201, answer: comment };
    }
    const [, id] = /^PATCH issues\/comments\/(\d+)$/.exec(asked) ?? [];
    const changed = this.comments.find((comment) => comment.id === Number(id));
    if (content === undefined || changed === undefined) return { status: 404, answer: { message: 'Not Found' } };
    changed.body = content.body;
    return { status: 200, answer: changed };
  }
}

async function body(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
