import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Directory of the tools that the project installs. */
export const CACHE = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'tollgate');

/** The result of a finished program. */
export interface Result {
  readonly stdout: string;
  readonly stderr: string;
  readonly failed: boolean;
}

/**
 * Runs a program to its end. A non-zero exit code is not an exception.
 * @throws Error naming the program if the program is not on the PATH
 */
export function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Result> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { cwd, env, maxBuffer: 1 << 30 }, (error, stdout, stderr) => {
      if (error !== null && error.code === 'ENOENT') reject(missing(command));
      else resolve({ stdout, stderr, failed: error !== null });
    });
  });
}

function missing(command: string): Error {
  return new Error(`\`${command}\` is not on the PATH. Tests with the real AWS provider need terraform and python3.`);
}

/**
 * The environment variables of this process, without those that change the behaviour of Terraform, the provider or AWS
 * programs.
 */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(TF_|AWS_)/.test(name)));
}

/** A server that runs until {@link stop}, at most as long as this process. */
export interface Server {
  /** Standard output and standard error so far. */
  readonly output: () => string;
  /** Whether the server has ended. */
  readonly ended: () => boolean;
  readonly stop: () => Promise<void>;
}

// The shell stops the server when its standard input ends, which also happens after a `kill -9` of this process.
const UNTIL_STDIN_ENDS =
  'exec 3<&0; "$@" </dev/null 3<&- & server=$!; (cat <&3 >/dev/null; kill $server) 2>/dev/null & wait $server; kill $! 2>/dev/null';

/** Starts a server. */
export function serve(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Server {
  const child: ChildProcess = spawn('/bin/sh', ['-c', UNTIL_STDIN_ENDS, 'sh', command, ...args], {
    ...{ cwd, env, stdio: ['pipe', 'pipe', 'pipe'] },
  });
  let text = '';
  let ended = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (text = `${text}${chunk.toString('utf8')}`.slice(-65_536)));
  }
  child.stdin?.on('error', () => undefined);
  const end = new Promise<void>((resolve) => {
    child.on('exit', () => {
      ended = true;
      resolve();
    });
  });
  return {
    output: () => text,
    ended: () => ended,
    stop: async () => {
      child.stdin?.end();
      await end;
    },
  };
}

/**
 * Waits until `ready` returns a value.
 * @throws Error with the output of the server if the server ends first, or after 60 seconds
 */
export async function until<T>(
  what: string,
  server: Server,
  ready: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const found = await ready();
    if (found !== undefined) return found;
    if (server.ended() || Date.now() > deadline) throw new Error(`${what} does not start:\n${server.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Processes all items, at most `width` at a time. Returns the results in the order of the items. */
export async function atMost<T, R>(width: number, items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array<R>(items.length);
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
