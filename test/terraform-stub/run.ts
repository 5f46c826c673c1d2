/**
 * Runs the real `terraform` offline with the stand-in AWS provider of this directory, each time in a fresh temporary
 * directory. Needs `terraform` and `go` on the PATH; the first call builds the provider.
 *
 * ```ts
 * const terraform = await standIn();
 * const workspace = await terraform.workspace({ files: { 'main.tf': '...' } });
 * const plan = await workspace.plan();
 * ```
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { providerVersion } from '../../scripts/provider-schema';

/** What Terraform is to work on: files by name (objects are written as JSON), a directory, or both (files win). */
export interface Configuration {
  files?: { readonly [name: string]: string | object };
  /** Copied, but for what Terraform itself left there. */
  directory?: string;
  /** Values of input variables. */
  variables?: { readonly [name: string]: unknown };
}

/** Choices for one workspace. */
export interface WorkspaceOptions {
  /**
   * How a set of objects with a partly unknown member is planned: the entry with that member unknown, or the whole set
   * unknown. Real plans show both.
   * @default 'member'
   */
  unknownSets?: 'member' | 'whole';
  /**
   * Whether reading a security group shows the rules that standalone rule resources made, as AWS does.
   * @default true
   */
  readBack?: boolean;
}

/** One entry of `resource_changes`. */
export interface ResourceChange {
  address: string;
  mode: string;
  type: string;
  name: string;
  action_reason?: string;
  change: {
    actions: string[];
    before: { [name: string]: unknown } | null;
    after: { [name: string]: unknown } | null;
    after_unknown: { [name: string]: unknown };
    after_sensitive: unknown;
  };
}

/** A plan as `terraform show -json` gives it; members that are not listed are there too. */
export interface Plan {
  format_version: string;
  terraform_version: string;
  applyable: boolean;
  complete: boolean;
  resource_changes?: ResourceChange[];
  configuration: { root_module: { [name: string]: unknown } };
  [name: string]: unknown;
}

/** A state as `terraform show -json` gives it. */
export interface State {
  format_version: string;
  values?: { root_module: { [name: string]: unknown }; outputs?: { [name: string]: unknown } };
  [name: string]: unknown;
}

/** The outcome of `terraform validate -json`. */
export interface Validation {
  valid: boolean;
  error_count: number;
  diagnostics: { severity: string; summary: string; detail?: string }[];
}

/** Terraform ended with an error. The message holds what it printed. */
export class TerraformError extends Error {
  override readonly name = 'TerraformError';
}

const SOURCE = 'registry.terraform.io/hashicorp/aws';
const CACHE = join(__dirname, '..', '..', 'node_modules', '.cache', 'terraform-stub');

interface Result {
  stdout: string;
  stderr: string;
  failed: boolean;
}

function run(command: string, args: string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Result> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { cwd, env, maxBuffer: 1 << 30 }, (error, stdout, stderr) => {
      if (error !== null && error.code === 'ENOENT') {
        reject(
          new Error(`${command} is not on the PATH: the stand-in provider needs go to build and terraform to run`),
        );
      } else {
        resolve({ stdout, stderr, failed: error !== null });
      }
    });
  });
}

/** Builds the provider unless this very source was built before; gives the directory of its mirror. */
async function build(version: string): Promise<string> {
  const sources = (await readdir(__dirname))
    .filter((name) => /\.(go|mod|sum|json)$/.test(name) && !name.endsWith('_test.go'))
    .sort();
  const hash = createHash('sha256').update(version);
  for (const name of sources) hash.update(`\n${name}\n`).update(await readFile(join(__dirname, name)));
  const home = join(CACHE, hash.digest('hex').slice(0, 16));
  if (existsSync(home)) return home;
  const platform = `${process.platform}_${{ x64: 'amd64', arm64: 'arm64' }[process.arch as string] ?? process.arch}`;
  await mkdir(CACHE, { recursive: true });
  const draft = await mkdtemp(join(CACHE, 'build-'));
  const binary = join(draft, 'mirror', SOURCE, version, platform, `terraform-provider-aws_v${version}`);
  const built = await run('go', ['build', '-trimpath', '-ldflags=-s -w', '-o', binary, '.'], __dirname, process.env);
  if (built.failed) throw new Error(`The stand-in provider does not build:\n${built.stderr}`);
  await writeFile(
    join(draft, 'terraform.rc'),
    `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(join(home, 'mirror'))}\n  }\n}\n`,
  );
  // Another process may have finished the same build meanwhile; then its result stands.
  await rename(draft, home).catch(() => rm(draft, { recursive: true, force: true }));
  return home;
}

/** Makes workspaces. One per process is enough; see {@link standIn}. */
export class StandIn {
  private readonly initialized = new Map<boolean, Promise<string>>();

  /** @param home directory with the provider's mirror and Terraform's own configuration file */
  constructor(
    private readonly home: string,
    private readonly version: string,
  ) {}

  /** Lays out a configuration in a fresh temporary directory and initializes it. */
  async workspace(configuration: Configuration, options: WorkspaceOptions = {}): Promise<Workspace> {
    const directory = await mkdtemp(join(tmpdir(), 'terraform-stub-'));
    const workspace = new Workspace(directory, this.environment(directory, options));
    await workspace.write(configuration);
    const { backend, modules, others } = await inspect(directory);
    if (modules || others) {
      await workspace.init();
    } else {
      await cp(await this.template(backend), directory, { recursive: true, verbatimSymlinks: true });
    }
    return workspace;
  }

  /** A directory as `init` leaves it. Without modules it is the same for every configuration, so it is made once. */
  private template(backend: boolean): Promise<string> {
    const known = this.initialized.get(backend);
    if (known !== undefined) return known;
    const made = (async () => {
      const directory = join(this.home, backend ? 'initialized-local' : 'initialized');
      if (existsSync(directory)) return directory;
      const draft = await mkdtemp(join(this.home, 'init-'));
      const terraform: { [name: string]: unknown } = {
        required_providers: { aws: { source: 'aws', version: this.version } },
      };
      await writeFile(join(draft, 'main.tf.json'), JSON.stringify({ terraform }));
      if (backend) await writeFile(join(draft, OVERRIDE), LOCAL_BACKEND);
      await new Workspace(draft, this.environment(draft, {})).init();
      await rm(join(draft, 'main.tf.json'));
      await rename(draft, directory).catch(() => rm(draft, { recursive: true, force: true }));
      return directory;
    })();
    this.initialized.set(backend, made);
    return made;
  }

  /** The environment in which any program that runs Terraform gets the stand-in, as {@link Workspace} does. */
  variables(): NodeJS.ProcessEnv {
    return this.environment(this.home, { readBack: false });
  }

  private environment(directory: string, options: WorkspaceOptions): NodeJS.ProcessEnv {
    const inherited = Object.entries(process.env).filter(([name]) => !/^(TF_|AWS_|TOLLGATE_STAND_IN)/.test(name));
    return {
      ...Object.fromEntries(inherited),
      CHECKPOINT_DISABLE: '1',
      TF_CLI_CONFIG_FILE: join(this.home, 'terraform.rc'),
      TF_IN_AUTOMATION: '1',
      TOLLGATE_STAND_IN: '1',
      TOLLGATE_STAND_IN_SETS: options.unknownSets ?? 'member',
      ...(options.readBack !== false && { TOLLGATE_STAND_IN_CLOUD: join(directory, '.stand-in-cloud.json') }),
    };
  }
}

const OVERRIDE = 'zz_override.tf.json';
const LOCAL_BACKEND = JSON.stringify({ terraform: { backend: { local: {} } } });

/** What `init` has to do for the configuration in a directory. */
async function inspect(directory: string): Promise<{ backend: boolean; modules: boolean; others: boolean }> {
  let text = '';
  for (const name of await readdir(directory)) {
    if (/\.tf(\.json)?$/.test(name)) text += `${await readFile(join(directory, name), 'utf8')}\n`;
  }
  return {
    backend: /^\s*cloud\s*\{|^\s*backend\s+"|"(cloud|backend)"\s*:\s*[{[]/m.test(text),
    modules: /^\s*module\s+"|"module"\s*:\s*\{/m.test(text),
    others: /"?source"?\s*[=:]\s*"(?!(registry\.terraform\.io\/)?(hashicorp\/)?aws")[\w./-]+"/.test(text),
  };
}

/** One configuration and its state. */
export class Workspace {
  private runs = 0;
  private planned = false;

  constructor(
    /** Where it is. {@link dispose} removes it. */
    readonly directory: string,
    private readonly environment: NodeJS.ProcessEnv,
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
    // State stays in this directory, whatever backend the configuration names.
    if ((await inspect(this.directory)).backend) await writeFile(join(this.directory, OVERRIDE), LOCAL_BACKEND);
    this.planned = false;
  }

  /** `terraform init`; {@link StandIn.workspace} has done what is needed. */
  async init(): Promise<void> {
    await this.terraform('init', '-input=false', '-no-color');
  }

  /** `terraform validate -json`. An invalid configuration is an answer, not an exception. */
  async validate(): Promise<Validation> {
    return JSON.parse((await this.attempt(['validate', '-json'])).stdout) as Validation;
  }

  /**
   * `terraform plan -out` and `show -json`.
   * @throws TerraformError when Terraform refuses the configuration
   */
  async plan(...args: string[]): Promise<Plan> {
    await this.terraform('plan', '-input=false', '-no-color', '-lock=false', '-out=tfplan', ...args);
    this.planned = true;
    return JSON.parse(await this.terraform('show', '-json', 'tfplan')) as Plan;
  }

  /** Applies the last plan, or plans first when there is none. */
  async apply(): Promise<void> {
    const plan = this.planned ? ['tfplan'] : ['-auto-approve'];
    this.planned = false;
    await this.terraform('apply', '-input=false', '-no-color', '-lock=false', ...plan);
  }

  /** `terraform show -json` of the state. */
  async state(): Promise<State> {
    return JSON.parse(await this.terraform('show', '-json')) as State;
  }

  /** `terraform destroy`. */
  async destroy(): Promise<void> {
    this.planned = false;
    await this.terraform('destroy', '-input=false', '-no-color', '-lock=false', '-auto-approve');
  }

  /** Runs any Terraform command and gives its standard output. */
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
    this.runs += 1;
    return run('terraform', args, this.directory, { ...this.environment, TOLLGATE_STAND_IN_RUN: String(this.runs) });
  }
}

let instance: Promise<StandIn> | undefined;

/** The stand-in, built on the first call. */
export function standIn(): Promise<StandIn> {
  instance ??= (async () => {
    const version = providerVersion();
    return new StandIn(await build(version), version);
  })();
  return instance;
}

/** Works on all items, at most `width` at a time; results in the order of the items. */
export async function atMost<T, R>(width: number, items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array<R>(items.length);
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
