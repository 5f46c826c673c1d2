import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { evaluate, fill, truthy, type Lookup } from './expression';

/** A step as a workflow or a composite action has it. */
export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'continue-on-error'?: boolean;
}

/** The machine and the event that the steps see. */
export interface Runner {
  /** Working directory: what GitHub calls the workspace. */
  readonly workspace: string;
  /** For files of the runner. */
  readonly temp: string;
  readonly environment: Readonly<Record<string, string>>;
  /** `inputs.plan`, `github.token`, …; `steps.…` comes from the steps themselves. */
  readonly context: Readonly<Record<string, string>>;
}

/** The result of the steps. */
export interface Ran {
  /** `success` or `failure` of the job. */
  readonly conclusion: 'success' | 'failure';
  /** Names of the steps that ran, with their exit codes. */
  readonly codes: Readonly<Record<string, number>>;
  /** `steps.judge.outputs.verdict`. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly log: string;
}

/** Runs the `run` steps in their order, as GitHub's runner does; steps that use an action are left out. */
export async function runSteps(steps: readonly Step[], runner: Runner): Promise<Ran> {
  const outputs: Record<string, string> = {};
  const codes: Record<string, number> = {};
  let failed = false;
  let log = '';
  const lookup: Lookup = (path) => outputs[path] ?? runner.context[path];
  for (const step of steps) {
    if (step.run === undefined) continue;
    const condition = step.if ?? 'success()';
    const status = /\b(always|cancelled|success|failure)\(/.test(condition);
    if (!truthy(evaluate(condition, lookup, { failed })) || (failed && !status)) continue;
    const files = mkdtempSync(join(runner.temp, 'step-'));
    const script = join(files, 'run.sh');
    writeFileSync(script, fill(step.run, lookup, { failed }));
    writeFileSync(join(files, 'output'), '');
    const env = Object.fromEntries(
      Object.entries(step.env ?? {}).map(([name, value]) => [name, fill(value, lookup, { failed })]),
    );
    const { code, text } = await bash(script, runner.workspace, {
      ...inherited(),
      ...runner.environment,
      ...env,
      RUNNER_TEMP: runner.temp,
      GITHUB_OUTPUT: join(files, 'output'),
      GITHUB_STEP_SUMMARY: join(runner.temp, 'summary.md'),
    });
    log += text;
    codes[step.name ?? step.run] = code;
    const outcome = code === 0 ? 'success' : 'failure';
    failed ||= code !== 0 && step['continue-on-error'] !== true;
    if (step.id === undefined) continue;
    outputs[`steps.${step.id}.outcome`] = outcome;
    for (const [name, value] of outputsIn(readFileSync(join(files, 'output'), 'utf8'))) {
      outputs[`steps.${step.id}.outputs.${name}`] = value;
    }
  }
  return { conclusion: failed ? 'failure' : 'success', codes, outputs, log };
}

function bash(script: string, cwd: string, env: Record<string, string>): Promise<{ code: number; text: string }> {
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], { cwd, env });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += String(part)));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 2, text }));
  });
}

/** The environment of a runner: without the variables of Jest, and without those of a workflow around this test. */
function inherited(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^(GITHUB|RUNNER|JEST|TOLLGATE)_|^npm_(lifecycle|package)_|^(NODE_ENV|INIT_CWD)$/.test(name),
  );
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** Reads both forms: `name=value`, and a string between delimiters. */
function outputsIn(text: string): [string, string][] {
  const found = text.matchAll(/^([\w-]+)(?:=(.*)|<<(.+)\n([\s\S]*?)\n\3)$/gm);
  return [...found].map(([, name = '', line, , block]) => [name, line ?? block ?? '']);
}

const ROOT = join(__dirname, '..', '..');
const NOT_THERE = new Set(['node_modules', 'cdktf.out', 'coverage', '.git']);

/** Copies the files of this repository that a checkout has: no installed and no generated files. */
export function checkout(directory: string): void {
  cpSync(ROOT, directory, { recursive: true, filter: (path) => !NOT_THERE.has(basename(path)) });
}
