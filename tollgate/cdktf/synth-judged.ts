import { relative, resolve } from 'node:path';
import type { IConstruct } from 'constructs';
import { removeDeployable } from './deployable';
import { couldNotJudge, judgeSynthesized, type JudgeOptions } from '../judge';
import type { Judgement, Report } from '../model';
import { outputsOf, UsageError, wordsOf, writeReports, type Words } from '../output';
import { showProgress, terminalStyle } from '../terminal';
import { sourceLines } from './trace';

/**
 * The part of an app that {@link synthJudged} uses. The `App` of cdktf and the `App` of cdktn, its successor, both have this
 * part, and the gate needs neither of the two packages.
 */
export interface JudgedApp extends IConstruct {
  /** Directory that the app writes to. */
  readonly outdir: string;
  /** Writes all stacks to that directory. */
  synth(): void;
}

/** How {@link synthJudged} judges and what it prints. */
export interface SynthJudgedOptions extends JudgeOptions {
  /**
   * Print the report as JSON instead of text.
   *
   * @default false
   */
  readonly json?: boolean;
  /**
   * Command line of the program, which says what `tollgate check` is told the same way: `--format`, `--output`, `--json`,
   * `--waivers`, `--baseline` and `--fail-on`.
   *
   * @default none
   */
  readonly args?: readonly string[];
}

/**
 * Replaces `app.synth()`: synthesizes, judges what was written, prints the report, and leaves a deployable stack on disk only
 * when the verdict is *passed*. Otherwise every file that Terraform or `cdktf deploy` would run is gone, files of an earlier
 * run included, and the process will exit with 1 (denied) or 2 (could not judge).
 *
 * @param app the app with all its stacks
 * @param options where the policy and the settings are, what does not count, and which reports are written
 * @returns the report
 */
export function synthJudged(app: JudgedApp, options: SynthJudgedOptions = {}): Report {
  const before = resolve(app.outdir);
  const removeAll = (): void => {
    // Code of the app may change the working directory while it is synthesized, and a relative path with it.
    for (const outdir of new Set([before, resolve(app.outdir)])) removeDeployable(outdir);
  };
  // Armed before anything is written and disarmed by a pass alone, so that no way out of here leaves an unjudged stack.
  process.on('exit', removeAll);
  const releaseSignals = exitOnSignals();
  removeAll();
  const words = understood(options);
  const outdir = (): string => resolve(app.outdir);
  showProgress('synthesizing …');
  const failed = words.problem ?? synthesize(app);
  showProgress('judging …');
  const report = failed ?? judged(app, outdir(), { ...options, ...words.judge });
  showProgress('');
  const files = [relative(process.cwd(), outdir()) || '.'];
  let { exitCode } = report.verdict;
  try {
    const out = (text: string): void => void process.stdout.write(text);
    writeReports([{ files, report }], words.outputs, { files: options, out, style: terminalStyle() });
  } catch (error) {
    // Whoever asked for that report would take an older one for it.
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    exitCode = 2;
  }
  if (exitCode === 0) process.off('exit', removeAll);
  else {
    removeAll();
    process.exitCode = exitCode;
    process.stderr.write(`Nothing that could be deployed was left in ${app.outdir}.\n`);
  }
  releaseSignals();
  return report;
}

/** What the options ask for; a problem in place of what cannot be understood. */
function understood({ args, json }: SynthJudgedOptions): Words & { readonly problem?: Report } {
  try {
    const words = wordsOf(args ?? []);
    return json === true ? { ...words, outputs: outputsOf({ json }) } : words;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const problem = couldNotJudge([
      {
        stack: '',
        what: `The command line cannot be understood: ${error.message}`,
        why: 'A report that somebody asked for and that is not written would be missed too late.',
        fix: 'Options are --format NAME[=FILE], --output FILE, --json, --waivers FILE, --baseline FILE, --fail-on SEVERITY.',
      },
    ]);
    return { outputs: outputsOf({}), judge: {}, problem };
  }
}

/** The report, with the lines that made what it is about. */
function judged(app: JudgedApp, outdir: string, options: JudgeOptions): Report {
  const report = judgeSynthesized(outdir, options);
  const lineOf = sourceLines(app, process.cwd());
  const located = <T extends Judgement>(entries: readonly T[]): T[] =>
    entries.map((entry) => {
      const source = entry.constructPath === undefined ? undefined : lineOf(entry.constructPath);
      return source === undefined ? entry : { ...entry, source };
    });
  return {
    ...report,
    findings: located(report.findings),
    undecided: located(report.undecided),
    waived: located(report.waived),
    known: located(report.known),
  };
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
function synthesize(app: JudgedApp): Report | undefined {
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
