import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';

/** A finished process. */
export interface Ended {
  readonly code: number;
  /** Standard output of the process; empty unless `keepOutput` was set. */
  readonly stdout: Buffer;
}

/** Options for running a process. */
export interface RunOptions {
  readonly cwd: string;
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * Return standard output instead of showing it.
   *
   * @default false
   */
  readonly keepOutput?: boolean;
  /**
   * Run the command in a shell.
   *
   * @default false
   */
  readonly shell?: boolean;
}

/**
 * Runs one process at a time and handles interrupts. Forwards the first signal once, so that Terraform finishes its
 * current step, saves the state and releases the lock, while this process waits. (A second signal would make Terraform
 * abort.)
 */
export class Programs {
  private running: ChildProcess | undefined;
  private passedOn = false;
  private readonly handlers = new Map<NodeJS.Signals, () => void>();

  /** The first signal received. */
  interrupted: NodeJS.Signals | undefined;

  /** @param error writes a message about a received signal */
  constructor(private readonly error: (text: string) => void) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      const handler = (): void => this.interrupt(signal);
      this.handlers.set(signal, handler);
      process.on(signal, handler);
    }
  }

  /** Restores the default handling of signals. */
  release(): void {
    for (const [signal, handler] of this.handlers) process.off(signal, handler);
  }

  /**
   * Runs a process to its end.
   *
   * @throws Error when the process cannot be started
   */
  async run(command: string, words: readonly string[], options: RunOptions): Promise<Ended> {
    if (process.env['GITHUB_ACTIONS'] !== 'true') return this.start(command, words, options);
    // A value of a plan that Terraform prints at the beginning of a line may be a workflow command.
    // https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#stopping-and-starting-workflow-commands
    const token = randomUUID();
    process.stderr.write(`::stop-commands::${token}\n`);
    try {
      return await this.start(command, words, options);
    } finally {
      process.stderr.write(`\n::${token}::\n`);
    }
  }

  private start(command: string, words: readonly string[], options: RunOptions): Promise<Ended> {
    const { cwd, env = {}, keepOutput = false, shell = false } = options;
    return new Promise((resolve, reject) => {
      const child = spawn(command, words, {
        cwd,
        shell,
        env: { ...process.env, ...env },
        // A process group of its own: an interrupt at the terminal reaches the process only through `passOn`, once.
        detached: true,
        // Standard output is reserved for the reports.
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
      // A signal may have arrived before the process started.
      if (this.interrupted !== undefined) this.passOn();
    });
  }

  private interrupt(signal: NodeJS.Signals): void {
    this.interrupted ??= signal;
    if (this.running !== undefined) {
      this.error(`\n${signal}: stopping. Waiting for Terraform to save its state and release the lock.\n`);
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
      // The process has already ended.
    }
  }
}
