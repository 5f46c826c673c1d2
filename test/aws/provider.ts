import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

import { CACHE, plainEnvironment, run, serve, until, type Server } from './program';
import { AWS_PROVIDER_VERSION } from './version';

const SOURCE = 'registry.terraform.io/hashicorp/aws';

/**
 * Directories of this machine that mirror this version of the AWS provider. Skips directories of Terraform itself and
 * of npm.
 */
async function mirrors(version: string): Promise<string[]> {
  const pruned = ['.terraform', 'node_modules', '.git'].flatMap((name) => ['-name', name, '-o']);
  const { stdout } = await run(
    'find',
    [
      '/',
      '-xdev',
      '(',
      ...pruned,
      '-path',
      '/proc',
      ')',
      '-prune',
      '-o',
      '-type',
      'd',
      '-path',
      `*/${SOURCE}`,
      '-print',
    ],
    '/',
    process.env,
  );
  const found = stdout.split('\n').filter((line) => line !== '' && !line.startsWith(CACHE + sep));
  const holding: string[] = [];
  for (const directory of found.sort()) {
    const unpacked = existsSync(join(directory, version));
    const packed = (await readdir(directory)).some((name) => name.startsWith(`terraform-provider-aws_${version}_`));
    if (unpacked || packed) holding.push(directory.slice(0, -SOURCE.length - 1));
  }
  return holding;
}

/** Working directory whose configuration installs only the provider. */
const homeOf = (version: string): string => join(CACHE, `aws-provider-${version}`);

/** Path of the provider program. Terraform installs the provider from a local mirror, or else from the registry. */
async function install(version: string): Promise<string> {
  const home = homeOf(version);
  const installed = async (directory: string): Promise<string | undefined> => {
    const root = join(directory, '.terraform', 'providers', ...SOURCE.split('/'), version);
    if (!existsSync(root)) return undefined;
    const [platform = ''] = await readdir(root);
    const program = (await readdir(join(root, platform))).find((name) => name.startsWith('terraform-provider-aws'));
    return program === undefined ? undefined : join(root, platform, program);
  };
  const kept = await installed(home);
  if (kept !== undefined) return kept;
  await mkdir(CACHE, { recursive: true });
  const draft = await mkdtemp(join(CACHE, 'aws-provider-'));
  try {
    const [mirror] = await mirrors(version);
    const aws = { source: 'hashicorp/aws', version };
    await writeFile(join(draft, 'main.tf.json'), JSON.stringify({ terraform: { required_providers: { aws } } }));
    const from = mirror === undefined ? 'direct {}' : `filesystem_mirror {\n path = ${JSON.stringify(mirror)}\n }`;
    await writeFile(join(draft, 'terraform.rc'), `provider_installation {\n ${from}\n}\n`);
    const env = { ...plainEnvironment(), CHECKPOINT_DISABLE: '1', TF_CLI_CONFIG_FILE: join(draft, 'terraform.rc') };
    const { failed, stderr } = await run('terraform', ['init', '-input=false', '-no-color'], draft, env);
    if (failed) throw new Error(`The AWS provider ${version} cannot be installed:\n${stderr}`);
    await rm(home, { recursive: true, force: true });
    // If another process has finished first, its result stays.
    await rename(draft, home).catch(() => undefined);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  const program = await installed(home);
  if (program === undefined) throw new Error(`terraform init installed no AWS provider ${version}`);
  return program;
}

let program: Promise<string> | undefined;

/** The output of `terraform providers schema -json`. */
export async function providerSchemaOf(version = AWS_PROVIDER_VERSION): Promise<unknown> {
  await install(version);
  const args = ['providers', 'schema', '-json'];
  const { failed, stdout, stderr } = await run('terraform', args, homeOf(version), plainEnvironment());
  if (failed) throw new Error(`Terraform cannot show the schema of the AWS provider ${version}:\n${stderr}`);
  return JSON.parse(stdout);
}

/** A running provider, which Terraform finds through an environment variable. */
export interface Provider {
  /** The value of `TF_REATTACH_PROVIDERS`. */
  readonly reattach: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the provider as a process that serves any number of Terraform runs, but only one at a time: the provider keeps
 * the default tags of the last run.
 *
 * @param env credentials, region and endpoint, which the provider reads from its environment
 */
export async function startProvider(env: NodeJS.ProcessEnv): Promise<Provider> {
  program ??= install(AWS_PROVIDER_VERSION);
  const server: Server = serve(await program, ['-debug'], CACHE, { ...plainEnvironment(), GOGC: '400', ...env });
  const reattach = await until(
    'The AWS provider',
    server,
    () => /TF_REATTACH_PROVIDERS='(\{.*\})'/.exec(server.output())?.[1],
  );
  return { reattach, stop: server.stop };
}
