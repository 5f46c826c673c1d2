import { spawn, type ChildProcess } from 'node:child_process';

/** A program that ended. */
export interface Ended {
  readonly code: number;
  /** What it wrote to standard output, unless that was shown as it came. */
  readonly stdout: Buffer;
}

/** How a program is run. */
export interface RunOptions {
  readonly cwd: string;
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * Keep its standard output in place of showing it.
   *
   * @default false
   */
  readonly keepOutput?: boolean;
  /**
   * Hand the command to a shell.
   *
   * @default false
   */
  readonly shell?: boolean;
}

/**
 * Runs programs one at a time and survives an interrupt: the first signal is passed on once, so that Terraform stops after
 * what it is doing, saves the state and releases the lock, and this process waits for it. (Terraform gives up at the second.)
 */
export class Programs {
  private running: ChildProcess | undefined;
  private passedOn = false;
  private readonly handlers = new Map<NodeJS.Signals, () => void>();

  /** The signal that came first, if one came. */
  interrupted: NodeJS.Signals | undefined;

  /** @param error where it is said that an interrupt was understood */
  constructor(private readonly error: (text: string) => void) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      const handler = (): void => this.interrupt(signal);
      this.handlers.set(signal, handler);
      process.on(signal, handler);
    }
  }

  /** Gives signals their usual meaning back. */
  release(): void {
    for (const [signal, handler] of this.handlers) process.off(signal, handler);
  }

  /**
   * Runs a program to its end.
   *
   * @throws Error when it cannot be started
   */
  run(command: string, words: readonly string[], options: RunOptions): Promise<Ended> {
    const { cwd, env = {}, keepOutput = false, shell = false } = options;
    return new Promise((resolve, reject) => {
      const child = spawn(command, words, {
        cwd,
        shell,
        env: { ...process.env, ...env },
        // Its own group: an interrupt at the terminal comes to it through us, once.
        detached: true,
        // What it shows goes to standard error: standard output belongs to the reports.
        stdio: ['ignore', keepOutput ? 'pipe' : process.stderr, process.stderr],
      });
      this.running = child;
      const chunks: Buffer[] = [];
      child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
      child.on('error', reject);
      child.on('close', (code, signal) => {
        this.running = undefined;
        resolve({ code: code ?? (signal === null ? 1 : 130), stdout: Buffer.concat(chunks) });
      });
      // A signal may have come before there was anything to pass it on to.
      if (this.interrupted !== undefined) this.passOn();
    });
  }

  private interrupt(signal: NodeJS.Signals): void {
    this.interrupted ??= signal;
    if (this.running !== undefined) {
      this.error(`\n${signal}: stopping; Terraform is left the time to save its state and release the lock.\n`);
    }
    this.passOn();
  }

  private passOn(): void {
    const pid = this.running?.pid;
    if (pid === undefined || this.passedOn) return;
    this.passedOn = true;
    try {
      process.kill(-pid, 'SIGINT');
    } catch {
      // It has ended meanwhile.
    }
  }
}
