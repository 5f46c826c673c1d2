import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Plan, State, Validation } from './plan';
import { run, type Result } from './program';

/** A Terraform configuration: files by name (objects become JSON), a directory, or both (files take precedence). */
export interface Configuration {
  files?: { readonly [name: string]: string | object };
  /** A directory to copy, without Terraform's working files. */
  directory?: string;
  /** Values of input variables. */
  variables?: { readonly [name: string]: unknown };
}

/** Terraform failed. The message contains its output. */
export class TerraformError extends Error {
  override readonly name = 'TerraformError';
}

/** The AWS of a workspace. */
interface Aws {
  readonly variables: () => NodeJS.ProcessEnv;
  readonly exclusive: <T>(work: () => Promise<T>) => Promise<T>;
}

const OVERRIDE = 'zz_override.tf.json';
const LOCAL_BACKEND = JSON.stringify({ terraform: { backend: { local: {} } } });

/** Whether a configuration needs `init`, and whether it names a backend. */
async function inspect(directory: string): Promise<{ backend: boolean; init: boolean }> {
  let text = '';
  for (const name of await readdir(directory)) {
    if (/\.tf(\.json)?$/.test(name)) text += `${await readFile(join(directory, name), 'utf8')}\n`;
  }
  const backend = /^\s*cloud\s*\{|^\s*backend\s+"|"(cloud|backend)"\s*:\s*[{[]/m.test(text);
  const modules = /^\s*module\s+"|"module"\s*:\s*\{/m.test(text);
  // The attached provider needs no installation; every other provider does.
  const others = /"?source"?\s*[=:]\s*"(?!(registry\.terraform\.io\/)?(hashicorp\/)?aws")[\w./-]+"/.test(text);
  return { backend, init: backend || modules || others };
}

/** Writes a configuration to a new temporary directory and initializes it if needed. */
export async function layOut(configuration: Configuration, aws: Aws): Promise<Workspace> {
  const directory = await mkdtemp(join(tmpdir(), 'local-aws-workspace-'));
  const workspace = new Workspace(directory, aws);
  await workspace.write(configuration);
  if ((await inspect(directory)).init) await workspace.init();
  return workspace;
}

/** One configuration and its state. */
export class Workspace {
  private planned = false;

  constructor(
    /** Path of the workspace. {@link dispose} removes the directory. */
    readonly directory: string,
    private readonly aws: Aws,
  ) {}

  /** Writes or overwrites files, for example for a second plan. */
  async write(configuration: Configuration): Promise<void> {
    const { directory, files = {}, variables } = configuration;
    if (directory !== undefined) {
      const own = /(^|[/\\])(\.terraform|\.terraform\.lock\.hcl|[^/\\]*\.tfstate[^/\\]*)$/;
      await cp(directory, this.directory, {
        recursive: true,
        filter: (path) => !own.test(path.slice(directory.length)),
      });
    }
    for (const [name, content] of Object.entries(files)) {
      const file = join(this.directory, name);
      await mkdir(join(file, '..'), { recursive: true });
      await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
    }
    if (variables !== undefined)
      await writeFile(join(this.directory, 'values.auto.tfvars.json'), JSON.stringify(variables));
    // The state stays in this directory, whatever backend the configuration names.
    if ((await inspect(this.directory)).backend) await writeFile(join(this.directory, OVERRIDE), LOCAL_BACKEND);
    this.planned = false;
  }

  /** Runs `terraform init`, which is needed again after adding a module. */
  async init(): Promise<void> {
    await this.terraform('init', '-input=false', '-no-color');
  }

  /** Runs `terraform validate -json`. An invalid configuration is not an exception. */
  async validate(): Promise<Validation> {
    return JSON.parse((await this.attempt(['validate', '-json'])).stdout) as Validation;
  }

  /**
   * Runs `terraform plan -out` and `show -json`.
   * @throws TerraformError when Terraform refuses the configuration
   */
  async plan(...args: string[]): Promise<Plan> {
    await this.terraform('plan', '-input=false', '-no-color', '-lock=false', '-out=tfplan', ...args);
    this.planned = true;
    return JSON.parse(await this.terraform('show', '-json', 'tfplan')) as Plan;
  }

  /** Applies the last plan, or plans and applies when there is none. */
  async apply(): Promise<void> {
    const plan = this.planned ? ['tfplan'] : ['-auto-approve'];
    this.planned = false;
    await this.terraform('apply', '-input=false', '-no-color', '-lock=false', ...plan);
  }

  /** Runs `terraform show -json` on the state. */
  async state(): Promise<State> {
    return JSON.parse(await this.terraform('show', '-json')) as State;
  }

  /** Runs `terraform destroy`. */
  async destroy(): Promise<void> {
    this.planned = false;
    await this.terraform('destroy', '-input=false', '-no-color', '-lock=false', '-auto-approve');
  }

  /** Runs a Terraform command and returns its standard output. */
  async terraform(...args: string[]): Promise<string> {
    const result = await this.attempt(args);
    if (result.failed) throw new TerraformError(`terraform ${args[0]} failed:\n${result.stdout}${result.stderr}`);
    return result.stdout;
  }

  /** Removes the directory. */
  async dispose(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }

  private attempt(args: string[]): Promise<Result> {
    return this.aws.exclusive(() => run('terraform', args, this.directory, this.aws.variables()));
  }
}
