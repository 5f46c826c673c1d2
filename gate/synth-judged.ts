import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
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
  // Made absolute at once: code of the app may change the working directory while it is synthesized.
  const outdir = resolve(app.outdir);
  const guard = (): void => removeDeployable(outdir);
  // Armed before anything is written and disarmed by a pass alone, so that no way out of here leaves an unjudged stack.
  process.on('exit', guard);
  guard();
  const report = synthesize(app) ?? judgeSynthesized(outdir, options);
  if (report.verdict.exitCode === 0) process.off('exit', guard);
  else guard();
  process.exitCode = report.verdict.exitCode;
  if (report.verdict.exitCode !== 0)
    process.stderr.write(`Nothing that could be deployed was left in ${app.outdir}.\n`);
  process.stdout.write(options.json === true ? jsonReport(report) : humanReport(report, terminal()));
  return report;
}

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
  const { isTTY, columns } = process.stdout;
  return { colour: isTTY && process.env['NO_COLOR'] === undefined, width: Math.min(columns ?? 100, 100) };
}
