import { spawn } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { judgeApart } from '../../tollgate/judge';
import type { Report } from '../../tollgate/model';
import type { LocalAws } from '../../test/aws/local-aws';
import type { Plan } from '../../test/aws/plan';
import { SETTINGS } from '../settings';

const ROOT = join(__dirname, '..', '..');

/** Files and folders that `main.ts` needs in order to run in another folder. */
const PARTS = ['main.ts', 'cdktf.json', 'package.json', 'tsconfig.json', 'config', 'stacks', 'policies'];

/** How a command ended. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** How a deployment ended. */
export interface Deployed extends Ended {
  /** The plan that was judged, as `terraform show -json` gave it; absent when nothing was planned. */
  readonly plan: Plan | undefined;
}

/** A copy of this project, deployed to a local AWS in separate processes. */
export class Project {
  private constructor(
    /** Where it is. */
    readonly directory: string,
    private readonly aws: LocalAws,
  ) {}

  static async copiedTo(aws: LocalAws): Promise<Project> {
    const directory = await mkdtemp(join(tmpdir(), 'life-'));
    for (const part of PARTS) await cp(join(ROOT, part), join(directory, part), { recursive: true });
    await symlink(join(ROOT, 'node_modules'), join(directory, 'node_modules'));
    const project = new Project(directory, aws);
    await project.keepPlans();
    return project;
  }

  /** A wrapper of `terraform` that keeps each plan of `terraform show`. */
  private async keepPlans(): Promise<void> {
    const { out } = await this.run('sh', ['-c', 'command -v terraform']);
    const real = out.trim();
    if (real === '') throw new Error('There is no `terraform` on the PATH.');
    const bin = join(this.directory, 'bin');
    await mkdir(bin);
    await writeFile(
      join(bin, 'terraform'),
      // Without a file, `show` prints the state after the apply.
      `#!/bin/sh\nfor last; do :; done\nif [ "$1" = show ] && [ -f "$last" ]; then "${real}" "$@" >"${bin}/shown.json" || exit; exec cat "${bin}/shown.json"; fi\nexec "${real}" "$@"\n`,
    );
    await chmod(join(bin, 'terraform'), 0o755);
  }

  /** Replaces a string in a file of the project. Throws when the file does not contain the string. */
  async edit(file: string, from: string, to: string): Promise<void> {
    const path = join(this.directory, file);
    const text = await readFile(path, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    await writeFile(path, text.replace(from, to));
  }

  /** `tollgate deploy STACK --auto-approve`. */
  async deploy(stack: string): Promise<Deployed> {
    const shown = join(this.directory, 'bin', 'shown.json');
    await rm(shown, { force: true });
    const words = [
      join(ROOT, 'tollgate', 'dist', 'js', 'tollgate.js'),
      'deploy',
      stack,
      '--settings',
      SETTINGS,
      '--auto-approve',
    ];
    const ended = await this.run(process.execPath, words);
    const json = await readFile(shown, 'utf8').catch(() => undefined);
    return { ...ended, plan: json === undefined ? undefined : (JSON.parse(json) as Plan) };
  }

  /** Runs Terraform where the stack was synthesized to. */
  terraform(stack: string, ...words: string[]): Promise<Ended> {
    return this.run('terraform', words, this.folderOf(stack));
  }

  /** `terraform show -json` of the state, as text. */
  async shownState(stack: string): Promise<string> {
    const { code, out, error } = await this.terraform(stack, 'show', '-json');
    if (code !== 0) throw new Error(error);
    return out;
  }

  /** The state file, byte for byte. */
  stateFile(stack: string): Promise<Buffer> {
    return readFile(join(this.directory, `terraform.${stack}.tfstate`));
  }

  /** How the records say that deployments ended, oldest first. */
  async stages(stack: string): Promise<string[]> {
    const names = (await readdir(this.directory)).filter((name) => /^tollgate-.*\.json$/.test(name));
    const records = await Promise.all(
      names.map(
        async (name) =>
          JSON.parse(await readFile(join(this.directory, name), 'utf8')) as {
            stack: string;
            stage: string;
            time: string;
          },
      ),
    );
    return records
      .filter((record) => record.stack === stack)
      .sort((a, b) => (a.time < b.time ? -1 : 1))
      .map(({ stage }) => stage);
  }

  /** The report of the gate on the last synth. */
  judgeSynthesized(stack: string): Report {
    return reportOf([{ path: join(this.folderOf(stack), 'cdk.tf.json') }]);
  }

  /** Removes the copy. */
  async dispose(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }

  private folderOf(stack: string): string {
    return join(this.directory, 'cdktf.out', 'stacks', stack);
  }

  private run(command: string, words: readonly string[], cwd = this.directory): Promise<Ended> {
    const env = this.aws.variables();
    const path = [join(this.directory, 'bin'), env['PATH'] ?? ''].join(delimiter);
    return this.aws.exclusive(
      () =>
        new Promise((resolve, reject) => {
          const child = spawn(command, words, {
            ...{ cwd, env: { ...env, PATH: path }, stdio: ['ignore', 'pipe', 'pipe'] },
          });
          let [out, error] = ['', ''];
          child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
          child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString('utf8')));
          child.on('error', reject);
          child.on('close', (code) => resolve({ code: code ?? 1, out, error }));
        }),
    );
  }
}

/** The gate's report on a plan or a state. */
export function judgedPlan(plan: Plan | undefined): Report {
  if (plan === undefined) throw new Error('Nothing was planned.');
  return reportOf([{ path: 'plan.json', bytes: Buffer.from(JSON.stringify(plan)) }]);
}

/** The gate's report on a state, as `terraform show -json` gives it. */
export function judgedState(json: string): Report {
  return reportOf([{ path: 'state.json', bytes: Buffer.from(json) }]);
}

function reportOf(inputs: Parameters<typeof judgeApart>[0]): Report {
  const [judged] = judgeApart(inputs, { settings: SETTINGS });
  if (judged === undefined) throw new Error('The gate gave no answer.');
  return judged.report;
}
