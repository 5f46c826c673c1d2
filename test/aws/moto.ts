import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { CACHE, plainEnvironment, run, serve, until, type Server } from './program';
import { MOTO_VERSION } from './version';

const PACKAGE = `moto[server]==${MOTO_VERSION}`;

/** Path of Python in a virtual environment with moto. The first call creates the environment. */
async function python(): Promise<string> {
  const home = join(CACHE, `moto-${MOTO_VERSION}`);
  const program = join(home, 'bin', 'python');
  if (existsSync(program)) return program;
  await mkdir(CACHE, { recursive: true });
  const draft = await mkdtemp(join(CACHE, 'moto-'));
  try {
    for (const [command, args] of [
      ['python3', ['-m', 'venv', draft]],
      [join(draft, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', PACKAGE]],
    ] as const) {
      const { failed, stdout, stderr } = await run(command, args, CACHE, process.env);
      if (failed) throw new Error(`${PACKAGE} cannot be installed with python3:\n${stdout}${stderr}`);
    }
    // If another process has finished first, its result stays.
    await rename(draft, home).catch(() => undefined);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return program;
}

/** A running moto, which keeps its state in memory. */
export interface Moto {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** Installs moto if needed. */
export async function installMoto(): Promise<void> {
  await python();
}

/** Starts a new moto. */
export async function startMoto(): Promise<Moto> {
  const program = await python();
  const port = await freePort();
  const args = ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)];
  const server: Server = serve(program, args, CACHE, plainEnvironment());
  await until('moto', server, async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/moto-api/data.json`).catch(() => undefined);
    return answer?.ok === true ? true : undefined;
  });
  return { port, stop: server.stop };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}

if (require.main === module) void installMoto();
