import { join, relative, resolve } from 'node:path';
import type { IConstruct } from 'constructs';
import { removeDeployable } from './deployable';
import { Unjudged } from './unjudged';
import { INCIDENT_VARIABLE } from '../engine/incident';
import { verdict } from '../engine/verdict';
import { couldNotJudge, judgeSynthesized, type JudgeOptions } from '../judge';
import { CouldNotJudge, type Judged, type Judgement, type Problem, type Report } from '../model';
import { outputsOf, UsageError, wordsOf, writeReports, type Words } from '../output';
import { judgeByBaseSync, type Deciding } from '../proposal';
import { clean, cleanAllLines, cleanLines } from '../report/clean';
import { showProgress, terminalStyle } from '../terminal';
import { sourceLines } from './trace';

/**
 * The part of an app that {@link synthJudged} uses. Both cdktf and its successor cdktn have this part in their `App`,
 * so the gate depends on neither package.
 */
export interface JudgedApp extends IConstruct {
  /** Output directory of the app. */
  readonly outdir: string;
  /** Writes all stacks to the output directory. */
  synth(): void;
}

/** Options of {@link synthJudged}. */
export interface SynthJudgedOptions extends JudgeOptions {
  /**
   * Print the report as JSON.
   *
   * @default false
   */
  readonly json?: boolean;
  /**
   * Command-line arguments of the program. `synthJudged` accepts the same options as `tollgate check`: `--format`,
   * `--output`, `--json`, `--waivers`, `--baseline`, `--settings-from` and `--fail-on`.
   *
   * @default none
   */
  readonly args?: readonly string[];
}

/**
 * Replaces `app.synth()`: synthesizes to a directory of its own, judges the written files, prints the report, and moves
 * the files to the output directory of the app only when the verdict is *passed*. Otherwise removes every file there that
 * Terraform or `cdktf deploy` would run, files of an earlier run included, and sets the exit code of the process to 1
 * (denied) or 2 (could not judge). State, plugins and the lock file of Terraform stay as they are.
 *
 * @param app the app with all its stacks
 * @param options policy, settings, exceptions and reports
 * @returns the report
 */
export function synthJudged(app: JudgedApp, options: SynthJudgedOptions = {}): Report {
  const outdir = resolve(app.outdir);
  const files = [relative(process.cwd(), outdir) || '.'];
  let unjudged: Unjudged | undefined;
  const removeAll = (): string[] => {
    if (unjudged !== undefined) return unjudged.discard();
    removeDeployable(outdir);
    return [];
  };
  // Registered before anything is written and removed only after a pass, so that no exit leaves an unjudged stack.
  process.on('exit', removeAll);
  const releaseSignals = exitOnSignals();
  removeDeployable(outdir);
  const words = understood(options);
  const report =
    words.problem ??
    attempt(() => {
      const synthesis = (unjudged = new Unjudged(outdir));
      const by = { ...incidentOfDeployment(), ...options, ...words.judge };
      return synthesizedAndJudged(app, synthesis, by, words.settingsFrom);
    });
  showProgress('');
  let { exitCode } = report.verdict;
  try {
    const out = (text: string): void => void process.stdout.write(text);
    writeReports([{ files, report }], words.outputs, {
      files: options,
      out,
      style: { ...terminalStyle(), details: words.details },
    });
  } catch (error) {
    // A report that cannot be written must fail the run: an older report in its place would be misleading.
    process.stderr.write(cleanLines(`${error instanceof Error ? error.message : String(error)}\n`));
    exitCode = 2;
  }
  if (exitCode === 0) process.off('exit', removeAll);
  else {
    const left = removeAll();
    process.exitCode = exitCode;
    process.stderr.write(`Removed everything deployable from ${app.outdir}.\n`);
    for (const path of left)
      process.stderr.write(`Not removed, because the app did not write it: ${clean(join(outdir, path))}.\n`);
  }
  unjudged?.close();
  releaseSignals();
  return report;
}

/** The incident file of `tollgate deploy --incident`, which runs this program and prints the waivers itself. */
function incidentOfDeployment(): JudgeOptions {
  const incident = process.env[INCIDENT_VARIABLE];
  if (incident === undefined || incident === '') return {};
  process.stderr.write(`INCIDENT: waivers of ${clean(incident)} excuse findings of this synthesis.\n`);
  return { incident };
}

/** Synthesizes, judges, and moves the files when they passed. */
function synthesizedAndJudged(
  app: JudgedApp,
  unjudged: Unjudged,
  options: JudgeOptions,
  settingsFrom?: string,
): Report {
  const renamed = (problem: Problem): Problem => ({
    ...problem,
    what: unjudged.renamed(problem.what, app.outdir),
    fix: unjudged.renamed(problem.fix, app.outdir),
  });
  showProgress('synthesizing …');
  const failed = synthesize(app, unjudged);
  showProgress('judging …');
  const judgement = failed ?? judged(app, unjudged.directory, options, settingsFrom);
  const report = { ...judgement, problems: judgement.problems.map(renamed) };
  if (report.verdict.exitCode !== 0) return report;
  const problems = unjudged.problems();
  if (problems.length > 0) return withProblems(report, problems);
  return attempt(() => {
    unjudged.place();
    return report;
  }, report);
}

function withProblems(report: Report, problems: readonly Problem[]): Report {
  return { ...report, problems: cleanAllLines(problems), verdict: verdict(report.rules, problems) };
}

/** The report of a step; when the step fails, a report with the problem. */
function attempt(step: () => Report, judgement: Report = couldNotJudge([])): Report {
  try {
    return step();
  } catch (error) {
    const problem =
      error instanceof CouldNotJudge
        ? error.problem
        : new CouldNotJudge(
            `The app could not be synthesized to a directory of its own: ${error instanceof Error ? error.message : String(error)}.`,
            'Files that nobody judged must not come into the output directory.',
            'Free space on the disk, and check the permissions of the directory that contains the output directory.',
          ).problem;
    return withProblems(judgement, [problem]);
  }
}

/** The parsed options; for an invalid command line, a report with the problem. */
function understood({ args, json }: SynthJudgedOptions): Words & { readonly problem?: Report } {
  try {
    const words = wordsOf(args ?? []);
    return json === true ? { ...words, outputs: outputsOf({ json }) } : words;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const problem = couldNotJudge([
      {
        stack: '',
        what: `The command line is not valid: ${error.message}`,
        why: 'With an invalid option, a report that you asked for might silently be missing.',
        fix: 'Use only --format NAME[=FILE], --output FILE, --json, --details, --waivers FILE, --baseline FILE, --settings-from COMMIT and --fail-on SEVERITY.',
      },
    ]);
    return { outputs: outputsOf({}), details: false, judge: {}, problem };
  }
}

/** The report by the working tree, or by the files of a commit. */
function judgedFrom(commit: string | undefined, outdir: string, options: JudgeOptions): Report {
  if (commit === undefined) return judgeSynthesized(outdir, options);
  const judge = (deciding: Deciding): Judged[] => [
    { files: [], report: judgeSynthesized(outdir, { ...options, ...deciding }) },
  ];
  try {
    const [one] = judgeByBaseSync(commit, options, judge);
    if (one !== undefined) return one.report;
    throw new Error('no judgement');
  } catch (error) {
    if (!(error instanceof CouldNotJudge)) throw error;
    return couldNotJudge([error.problem]);
  }
}

/** The report, with source lines added. */
function judged(app: JudgedApp, outdir: string, options: JudgeOptions, settingsFrom?: string): Report {
  const report = judgedFrom(settingsFrom, outdir, options);
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
    ...(report.accepted === undefined ? {} : { accepted: located(report.accepted) }),
    waived: located(report.waived),
    known: located(report.known),
  };
}

/**
 * By default, a signal ends the process at once and leaves the files on disk. With a listener, the process finishes its
 * synchronous work first and then exits normally.
 */
function exitOnSignals(): () => void {
  const listeners = SIGNALS.map(([signal, number]) => [signal, () => process.exit(128 + number)] as const);
  for (const [signal, listener] of listeners) process.on(signal, listener);
  // Signals that arrived meanwhile are delivered before this callback runs.
  return () => setImmediate(() => listeners.forEach(([signal, listener]) => process.off(signal, listener)));
}

const SIGNALS = [
  ['SIGHUP', 1],
  ['SIGINT', 2],
  ['SIGTERM', 15],
] as const;

/** Runs CDKTF's own synth. Returns a report when the synth itself fails. */
function synthesize(app: JudgedApp, unjudged: Unjudged): Report | undefined {
  try {
    unjudged.written(app, () => app.synth());
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return couldNotJudge([
      {
        stack: '',
        what: `The app could not be synthesized: ${reason}`,
        why: 'A stack with errors must not be deployed, whatever the policies say.',
        fix: 'Correct the app as the message says.',
      },
    ]);
  }
}
