import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isatty } from 'node:tty';
import type { App } from 'cdktf';
import { couldNotJudge, judgeSynthesized, type GateFiles } from './judge';
import type { Report } from './model';
import { humanReport } from './report/human';
import { jsonReport } from './report/json';

/** How {@link synthJudged} judges and what it prints. */
export interface SynthJudgedOptions extends GateFiles {
  /**
   * Print the report as JSON instead of text.
   *
   * @default false
   */
  readonly json?: boolean;
}

/**
 * Replaces `app.synth()`: synthesizes, judges what was written, prints the report, and leaves a deployable stack on disk only
 * when the verdict is *passed*. Otherwise every file that Terraform or `cdktf deploy` would run is gone, files of an earlier
 * run included, and the process will exit with 1 (denied) or 2 (could not judge).
 *
 * @param app the app with all its stacks
 * @param options where the policy and the settings are, and the form of the report
 * @returns the report
 */
export function synthJudged(app: App, options: SynthJudgedOptions = {}): Report {
  const before = resolve(app.outdir);
  const removeAll = (): void => {
    // Code of the app may change the working directory while it is synthesized, and a relative path with it.
    for (const outdir of new Set([before, resolve(app.outdir)])) removeDeployable(outdir);
  };
  // Armed before anything is written and disarmed by a pass alone, so that no way out of here leaves an unjudged stack.
  process.on('exit', removeAll);
  const releaseSignals = exitOnSignals();
  removeAll();
  const report = synthesize(app) ?? judgeSynthesized(resolve(app.outdir), options);
  const { exitCode } = report.verdict;
  if (exitCode === 0) process.off('exit', removeAll);
  else {
    removeAll();
    process.exitCode = exitCode;
    process.stderr.write(`Nothing that could be deployed was left in ${app.outdir}.\n`);
  }
  process.stdout.write(options.json === true ? jsonReport(report) : humanReport(report, terminal()));
  releaseSignals();
  return report;
}

/**
 * By default a signal ends a process at once, and what is on disk then stays. With a listener it waits until the synchronous
 * work is done, and the process exits like any other.
 */
function exitOnSignals(): () => void {
  const listeners = SIGNALS.map(([signal, number]) => [signal, () => process.exit(128 + number)] as const);
  for (const [signal, listener] of listeners) process.on(signal, listener);
  // A signal that has come meanwhile is delivered before this.
  return () => setImmediate(() => listeners.forEach(([signal, listener]) => process.off(signal, listener)));
}

const SIGNALS = [
  ['SIGHUP', 1],
  ['SIGINT', 2],
  ['SIGTERM', 15],
] as const;

/** Runs CDKTF's own synth; a report when that already says that nothing may be deployed. */
function synthesize(app: App): Report | undefined {
  try {
    app.synth();
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return couldNotJudge([
      {
        stack: '',
        what: `The app could not be synthesized: ${reason}`,
        why: 'What the app itself calls wrong is not deployable, whatever the policies say.',
        fix: 'Correct the app as the message says.',
      },
    ]);
  }
}

/** Removes what CDKTF writes for Terraform; state, plugins and assets of earlier runs stay. */
function removeDeployable(outdir: string): void {
  rmSync(join(outdir, 'manifest.json'), { force: true });
  const stacks = join(outdir, 'stacks');
  if (!existsSync(stacks)) return;
  for (const stack of readdirSync(stacks)) {
    for (const file of ['cdk.tf.json', 'cdk.tf', 'metadata.json']) rmSync(join(stacks, stack, file), { force: true });
  }
}

function terminal(): { colour: boolean; width: number } {
  const isTerminal = isatty(1);
  return {
    colour: isTerminal && process.env['NO_COLOR'] === undefined,
    width: isTerminal ? Math.max(80, Math.min(process.stdout.columns, 100)) : 100,
  };
}
