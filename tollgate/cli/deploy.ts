import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { sha256 } from '../digest';
import { removeDeployable } from '../cdktf/deployable';
import { INCIDENT_VARIABLE, type Incident } from '../engine/incident';
import { couldNotJudge, digestsOf, incidentOf, judgeApart, runBy, type Digests, type GateFiles } from '../judge';
import { CouldNotJudge, isObject, type JsonObject, type Report } from '../model';
import { cleanLines } from '../report/clean';
import { humanReport } from '../report/human';
import { sumText, unpricedCount } from '../report/summary';
import { writeRecord, type After, type Change, type DeployRecord, type Stage } from './deploy-record';
import { Programs } from './terraform';
import type { SettingsDirectories } from '../engine/settings';
import type { Console } from './console';
import { settingsOption } from './settings-option';

/** Options of `tollgate deploy`. */
export interface DeployOptions {
  readonly autoApprove?: boolean;
  readonly record?: string;
  readonly settings?: SettingsDirectories;
  readonly rules?: string;
  readonly app?: string;
  readonly incident?: string;
}

const OUTDIR = 'cdktf.out';
const INTERRUPTED = 130;

/** Adds `tollgate deploy` to the program. */
export function registerDeploy(program: Command, console: Console, done: (code: number) => void): void {
  program
    .command('deploy')
    .summary('judge the plan of a stack, then apply exactly that plan')
    .description(
      'Synthesizes and judges the app in this directory, plans one stack with Terraform, judges the plan, asks for approval, and applies that plan file.',
    )
    .argument('<STACK>', 'name of the stack, such as productos-api')
    .option('--auto-approve', 'apply a passed plan without asking')
    .option(
      '--record <DIR>',
      'directory of the deployment record (default: the directory of a local state, else tollgate-records)',
    )
    .addOption(settingsOption())
    .option('--rules <DIR>', 'directory of rules of your own, which judge as well')
    .option('--app <COMMAND>', 'command that synthesizes the app (default: "app" of cdktf.json)')
    .option(
      '--incident <FILE>',
      'waivers for an incident: approved by another person, and of hours only; see docs/incidents.md',
    )
    .helpOption('-h, --help', 'print this help')
    .addHelpText(
      'after',
      `
\`cdktf deploy\` plans again when it applies, so it may apply another plan than the one you have seen. \`tollgate deploy\`
applies the judged plan file. If the plan file, the policy or the settings change after the judgement, nothing is applied.
After the apply, the command judges the state as well: some values are known only then.

Exit codes:
  0    applied, or nothing to change
  1    denied, not approved, or Terraform failed; or applied, and the state is denied
  2    could not be judged, or changed after the judgement; or applied, and the state could not be judged
  130  interrupted`,
    )
    .action(async (stack: string, options: DeployOptions) => {
      done(await deploy(stack, options, console));
    });
}

/**
 * Deploys a stack.
 *
 * @returns the exit code
 */
export async function deploy(stack: string, options: DeployOptions, console: Console): Promise<number> {
  const programs = new Programs(console.error);
  const workspace = mkdtempSync(join(tmpdir(), 'tollgate-deploy-'));
  let incident: Incident | undefined;
  try {
    incident = incidentOf(filesOf(options));
    if (incident !== undefined) console.error(`${incidentText(incident)}\n`);
    return await new Deployment(stack, options, console, programs, join(workspace, 'plan'), incident).run();
  } catch (error) {
    if (error instanceof Stop) {
      console.error(`${error.message}\n`);
      return programs.interrupted === undefined ? error.code : INTERRUPTED;
    }
    if (error instanceof CouldNotJudge) {
      console.error(`${error.message}\n`);
      return 2;
    }
    throw error;
  } finally {
    rmSync(workspace, { recursive: true, force: true });
    programs.release();
    if (incident !== undefined) {
      // These stacks would not pass without the incident. State and plugins stay.
      removeDeployable(resolve(OUTDIR));
      console.error(`\n${incidentText(incident)}`);
    }
  }
}

function filesOf({ settings, rules, incident }: DeployOptions): GateFiles {
  return { settings, rules, ...(incident === undefined ? {} : { incident: resolve(incident) }) };
}

function incidentText({ path, entries }: Incident): string {
  const lines = entries.flatMap(({ rule, address, reason, owner, approvedBy, expires }) => [
    `  ${rule} ${address} until ${expires}`,
    `    approved by ${approvedBy}, owner ${owner}: ${reason}`,
  ]);
  return cleanLines([`INCIDENT: waivers of ${path} excuse findings of this deployment:`, ...lines, ''].join('\n'));
}

/** Ends a deployment with an explanation and an exit code. */
class Stop extends Error {
  constructor(
    readonly code: number,
    what: string,
    fix: string,
  ) {
    super(`${what}\n  ${fix}`);
  }
}

class Deployment {
  private readonly files: GateFiles;
  private readonly directory: string;

  constructor(
    private readonly stack: string,
    private readonly options: DeployOptions,
    private readonly console: Console,
    private readonly programs: Programs,
    private readonly planFile: string,
    private readonly incident: Incident | undefined,
  ) {
    this.files = filesOf(options);
    this.directory = resolve(OUTDIR, 'stacks', stack);
  }

  async run(): Promise<number> {
    await this.synthesize();
    // Taken before the judgement, so that a change during the judgement is noticed too.
    const judgedBy = digestsOf(this.files);
    const plan = await this.plan();
    const [judged] = judgeApart([{ path: `plan of ${this.stack}`, bytes: plan.json }], this.files);
    if (judged === undefined)
      throw new Stop(2, 'The plan was not judged.', 'This is a bug in the gate: please report it.');
    const { report } = judged;
    this.console.out(humanReport(report, this.console.style));
    const changes = changesOf(plan.document);
    const { incident } = this;
    const record = (stage: Stage, after?: After): string =>
      writeRecord(this.recordDirectory(), {
        schemaVersion: 1,
        ...{ stack: this.stack, stage, time: new Date().toISOString(), verdict: report.verdict },
        ...{ plan: plan.digest, judgedBy, changes },
        ...(after === undefined ? {} : { after }),
        ...(incident === undefined ? {} : { incident: { entries: incident.entries, runBy: runBy() } }),
      } satisfies DeployRecord);
    if (report.verdict.exitCode !== 0) {
      record('denied');
      throw new Stop(
        report.verdict.exitCode,
        'Nothing was applied: the plan did not pass the gate.',
        'The report above names the findings and how to fix them.',
      );
    }
    this.console.out(`\n${this.summary(changes, report, plan.document)}`);
    if (changes.length === 0 && plan.document['applyable'] !== true) {
      record('unchanged');
      this.console.out('Nothing to change: the deployed stack equals the synthesized one.\n');
      return 0;
    }
    record('judged');
    this.stopIfInterrupted();
    const approved = await this.approved();
    this.stopIfInterrupted();
    if (!approved) {
      record('declined');
      throw new Stop(
        1,
        'Nothing was applied: the plan was not approved.',
        'Run the command again and answer yes, or use --auto-approve.',
      );
    }
    this.requireUnchanged(plan.digest, judgedBy, record);
    record('applying');
    const { code } = await this.terraform(['apply', '-input=false', this.planFile]);
    return this.applied(code, changes, record);
  }

  /** An app that uses `synthJudged` judges itself; the written stacks are judged here in any case. */
  private async synthesize(): Promise<void> {
    const app = this.options.app ?? appOf(resolve('cdktf.json'));
    this.console.error(`Synthesizing: ${app}\n`);
    const { code, stdout } = await this.programs.run(app, [], {
      cwd: process.cwd(),
      shell: true,
      keepOutput: true,
      env: {
        CDKTF_OUTDIR: OUTDIR,
        // An app that judges itself uses the same waivers.
        ...(this.files.incident === undefined ? {} : { [INCIDENT_VARIABLE]: this.files.incident }),
      },
    });
    this.stopIfInterrupted();
    if (code !== 0) {
      this.console.out(stdout.toString('utf8'));
      throw new Stop(
        code === 1 ? 1 : 2,
        `Nothing was planned: the synth command "${app}" ended with exit code ${code}.`,
        'See the messages of the command above.',
      );
    }
    const [judged] = judgeApart([{ path: OUTDIR }], this.files);
    if (judged?.report.verdict.exitCode !== 0) {
      if (judged !== undefined) this.console.out(humanReport(judged.report, this.console.style));
      throw new Stop(
        judged?.report.verdict.exitCode ?? 2,
        'Nothing was planned: the synthesized stacks did not pass the gate.',
        'The report above names the findings and how to fix them.',
      );
    }
    // Only stacks that were just judged. A path such as `../other` is not the name of a stack.
    const stacks = readdirSync(resolve(OUTDIR, 'stacks'));
    if (!stacks.includes(this.stack)) {
      throw new Stop(2, `The app has no stack ${this.stack}.`, `Name one of: ${stacks.join(', ')}.`);
    }
  }

  private async plan(): Promise<{ json: Uint8Array; document: JsonObject; digest: string }> {
    await this.mustRun(['init', '-input=false'], 'Terraform could not initialize the working directory.');
    await this.mustRun(['plan', '-input=false', `-out=${this.planFile}`], 'Terraform could not plan.');
    const shown = await this.terraform(['show', '-json', this.planFile], true);
    this.stopIfInterrupted();
    if (shown.code !== 0)
      throw new Stop(2, 'Terraform could not show its plan.', 'See the messages of Terraform above.');
    const document: unknown = JSON.parse(shown.stdout.toString('utf8'));
    return { json: shown.stdout, document: isObject(document) ? document : {}, digest: digestOfFile(this.planFile) };
  }

  private async mustRun(words: readonly string[], what: string): Promise<void> {
    const { code } = await this.terraform(words);
    this.stopIfInterrupted();
    if (code !== 0) throw new Stop(1, what, 'Nothing was changed. See the messages of Terraform above.');
  }

  private async terraform(words: readonly string[], keepOutput = false): Promise<{ code: number; stdout: Buffer }> {
    try {
      return await this.programs.run('terraform', plain(words), {
        cwd: this.directory,
        keepOutput,
        env: { TF_IN_AUTOMATION: '1' },
      });
    } catch (error) {
      throw new Stop(2, `terraform cannot be run: ${String(error)}.`, 'Install Terraform and put it on the PATH.');
    }
  }

  private stopIfInterrupted(): void {
    if (this.programs.interrupted === undefined) return;
    throw new Stop(
      INTERRUPTED,
      `Interrupted by ${this.programs.interrupted}: nothing was changed.`,
      'Run the command again when you are ready.',
    );
  }

  private requireUnchanged(plan: string, judgedBy: Digests, record: (stage: Stage) => string): void {
    const now = digestsOf(this.files);
    const changed = [
      ...(digestOfFile(this.planFile) === plan ? [] : ['the plan file']),
      ...(now.policy === judgedBy.policy ? [] : ['the policy']),
      ...(now.settings === judgedBy.settings ? [] : ['the settings']),
      ...(now.incident === judgedBy.incident ? [] : ['the incident file']),
    ];
    if (changed.length === 0) return;
    record('refused');
    throw new Stop(
      2,
      `Nothing was applied: ${changed.join(' and ')} changed after the plan was judged.`,
      'Run the command again: it makes and judges a new plan.',
    );
  }

  private async applied(
    code: number,
    changes: readonly Change[],
    record: (stage: Stage, after?: After) => string,
  ): Promise<number> {
    if (code === 0) {
      // Written first: the apply is a fact, whatever becomes of the judgement.
      record('applied');
      const judged = await this.judgeState();
      const path = record('applied', judged?.after);
      if (judged !== undefined && judged.report.verdict.exitCode !== 0) throw this.cameToLight(judged.report, changes);
      this.console.out(`Applied. The record is ${path}.\n`);
      return 0;
    }
    if (this.programs.interrupted !== undefined) {
      record('interrupted');
      throw new Stop(
        INTERRUPTED,
        'Interrupted during the apply: Terraform finished its current step and saved the state.',
        'Run the command again: it plans, judges and applies the remaining changes.',
      );
    }
    record('failed');
    throw new Stop(
      1,
      `Terraform could not apply all changes (exit code ${code}).`,
      'Correct the cause that Terraform names above, and run the command again.',
    );
  }

  /**
   * Judges the state after the apply.
   *
   * @returns undefined when nothing is deployed any more
   */
  private async judgeState(): Promise<{ report: Report; after: After } | undefined> {
    const shown = await this.terraform(['show', '-json'], true);
    const state = shown.code === 0 ? parsed(shown.stdout) : undefined;
    // The state of a stack without resources has no values.
    if (state?.['format_version'] !== undefined && state['values'] === undefined) return undefined;
    const bytes = state === undefined ? Buffer.of() : shown.stdout;
    const [judged] = judgeApart([{ path: `state of ${this.stack}`, bytes }], this.files);
    const report = judged?.report ?? couldNotJudge([]);
    return {
      report,
      after: {
        verdict: report.verdict,
        findings: report.findings.map(({ id, address, found }) => ({ id, address, found })),
        undecided: report.undecided.map(({ id, address, why }) => ({ id, address, why })),
      },
    };
  }

  /** The message about findings that the plan could not show, with the ways to undo the change. */
  private cameToLight(report: Report, changes: readonly Change[]): Stop {
    this.console.out(humanReport(report, this.console.style));
    const denied = report.verdict.exitCode === 1;
    const blocking = (entry: { enforcement: string }): boolean => entry.enforcement === 'block';
    const entries = [
      ...report.findings.filter(blocking).map(({ id, address, found }) => `${id} ${address}: found ${found}`),
      ...(denied ? [] : report.undecided.filter(blocking).map(({ id, address, why }) => `${id} ${address}: ${why}`)),
      ...report.problems.map(({ what }) => what),
    ];
    const addresses = new Set([...report.findings, ...report.undecided].filter(blocking).map(({ address }) => address));
    const created = changes.filter(({ address, action }) => action === 'create' && addresses.has(address));
    const undo = [
      'Correct the app as the report above says, and run the command again.',
      'Or go back at once: check out the version that was deployed before, and run the command with that version.',
      ...created.map(
        ({ address }) =>
          `Or remove what was created: terraform -chdir=${join(OUTDIR, 'stacks', this.stack)} destroy -target='${address}'`,
      ),
    ];
    return new Stop(
      report.verdict.exitCode,
      cleanLines(
        [
          denied
            ? 'THE CHANGE IS APPLIED, AND THE STATE IS DENIED. The plan could not show this:'
            : 'THE CHANGE IS APPLIED, AND THE STATE COULD NOT BE JUDGED:',
          ...entries.map((entry) => `  ${entry}`),
        ].join('\n'),
      ),
      cleanLines(undo.join('\n  ')),
    );
  }

  private async approved(): Promise<boolean> {
    if (this.options.autoApprove === true) return true;
    const answer = await this.console.ask?.(`Apply this plan to ${this.stack}? Only "yes" is accepted: `);
    if (answer !== undefined) return answer.trim() === 'yes';
    throw new Stop(
      2,
      'Nothing was applied: standard input is not a terminal, so tollgate cannot ask for approval.',
      'Use --auto-approve.',
    );
  }

  private summary(changes: readonly Change[], report: Report, plan: JsonObject): string {
    const lines = changes.map(({ action, address }) => `  ${SIGNS[action]} ${action.padEnd(7)} ${address}`);
    const cost = (of: Report, size: 'desired' | 'maximum'): string =>
      sumText(
        of.costs.reduce((sum, item) => sum + item[size], 0),
        unpricedCount(of.unpriced),
      );
    const before = this.reportBefore(plan);
    const month = (size: 'desired' | 'maximum'): string => {
      const now = cost(report, size);
      return before === undefined ? now : `${now} (now ${cost(before, size)})`;
    };
    const heading = changes.length === 1 ? '1 change' : `${changes.length} changes`;
    return `${[`${this.stack}: ${heading}`, ...lines].join('\n')}\n\nA month at desired size: ${month('desired')}; at maximum size: ${month('maximum')}\n`;
  }

  /** Judges the current state of the stack, for its price only. */
  private reportBefore(plan: JsonObject): Report | undefined {
    const { prior_state: state, terraform_version } = plan;
    if (!isObject(state) || !isObject(state['values'])) return undefined;
    const bytes = Buffer.from(JSON.stringify({ format_version: '1.0', terraform_version, values: state['values'] }));
    const [judged] = judgeApart([{ path: 'state', bytes }], this.files);
    return judged === undefined || judged.report.rules.length === 0 ? undefined : judged.report;
  }

  private recordDirectory(): string {
    if (this.options.record !== undefined) return resolve(this.options.record);
    const state = localState(join(this.directory, 'cdk.tf.json'));
    return state === undefined ? resolve('tollgate-records') : dirname(resolve(this.directory, state));
  }
}

function parsed(bytes: Uint8Array): JsonObject | undefined {
  try {
    const document: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return isObject(document) ? document : undefined;
  } catch {
    return undefined;
  }
}

/** Disables colours unless standard error is a terminal. */
function plain([subcommand = '', ...words]: readonly string[]): string[] {
  return [subcommand, ...(process.stderr.isTTY ? [] : ['-no-color']), ...words];
}

const SIGNS: Readonly<Record<Change['action'], string>> = {
  create: '+',
  update: '~',
  replace: '±',
  delete: '-',
  forget: '.',
};

function changesOf(plan: JsonObject): Change[] {
  const entries = Array.isArray(plan['resource_changes']) ? plan['resource_changes'].filter(isObject) : [];
  return entries.flatMap(({ address, change, mode }) => {
    const actions = isObject(change) && Array.isArray(change['actions']) ? change['actions'] : [];
    const action = actions.length === 2 ? 'replace' : actions[0];
    return mode === 'managed' && typeof address === 'string' && isAction(action) ? [{ address, action }] : [];
  });
}

function isAction(action: unknown): action is Change['action'] {
  return typeof action === 'string' && action in SIGNS;
}

function digestOfFile(path: string): string {
  return sha256(readFileSync(path));
}

function appOf(path: string): string {
  const fix = 'Run the command in the directory of cdktf.json, or name the synth command with --app.';
  if (!existsSync(path)) throw new Stop(2, 'This directory contains no cdktf.json.', fix);
  const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const app = isObject(content) ? content['app'] : undefined;
  if (typeof app !== 'string') throw new Stop(2, 'cdktf.json has no "app", so the synth command is unknown.', fix);
  return app;
}

/** Path of the state file, for a stack with a local backend. */
function localState(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const terraform = isObject(content) ? content['terraform'] : undefined;
  const backend = isObject(terraform) ? terraform['backend'] : undefined;
  const local = isObject(backend) ? backend['local'] : undefined;
  const state = isObject(local) ? local['path'] : undefined;
  return typeof state === 'string' ? state : undefined;
}
