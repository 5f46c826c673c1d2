import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { PARTS, type Artifact, type Parts } from '../engine/artifact';
import { gateArtifact } from '../judge';
import { makeDirectory } from '../make-directory';
import { CouldNotJudge } from '../model';
import { buildOwn, withLibrary } from '../own/build';
import { newRule } from '../own/new-rule';
import { opa } from '../own/opa';
import { BUILT, readOwnSources } from '../own/sources';
import type { Console } from './console';

/** The directory of a team's rules, where the command line names none. */
const DIRECTORY = 'rules';

interface DirectoryOption {
  readonly dir: string;
}

interface NewOptions extends DirectoryOption {
  readonly about: string;
  readonly team: string;
  readonly name?: string;
}

interface BuildOptions extends DirectoryOption {
  readonly check?: boolean;
}

const HELP = `
Exit codes:
  0  done
  1  a test failed, or the compiled rules differ from their sources
  2  not done`;

/** Adds `tollgate rules new`, `test` and `build`. */
export function registerOwnRules(rules: Command, console: Console, done: (code: number) => void): void {
  const add = (name: string, summary: string): Command =>
    rules
      .command(name)
      .summary(summary)
      .description(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`)
      .option('--dir <DIR>', 'directory of your rules', DIRECTORY)
      .helpOption('-h, --help', 'print this help')
      .addHelpText('after', HELP)
      .showHelpAfterError(`Run \`tollgate rules ${name} --help\` for the options.`);
  add('new', 'write a rule of your own, with its test')
    .argument('<ID>', 'id of the rule, such as NET-101')
    .requiredOption('--about <TYPE>', 'resource type that the rule judges, such as aws_s3_bucket')
    .option('--team <NAME>', 'name of your team, the first part of the package', 'team')
    .option('--name <NAME>', 'name of the rule: what is right, such as buckets_are_private (default: the id)')
    .action((id: string, options: NewOptions) => done(reported(console, () => create(id, options, console))));
  add('test', 'run the tests of your rules with `opa test`').action((options: DirectoryOption) =>
    done(reported(console, () => test(options, console))),
  );
  add('build', 'compile your rules with `opa build`, so that later runs need no OPA')
    .option('--check', 'write nothing, and end with 1 if the compiled rules differ from their sources')
    .action((options: BuildOptions) => done(reported(console, () => build(options, console))));
}

function reported(console: Console, work: () => number): number {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof CouldNotJudge)) throw error;
    console.error(`${error.message}\n`);
    return 2;
  }
}

function create(id: string, { dir, about, team, name }: NewOptions, console: Console): number {
  const files = newRule({ id, about, team, name: name ?? id.toLowerCase().replaceAll('-', '_') }, gateArtifact());
  const paths = [...files.keys()].map((path) => join(dir, path));
  const taken = paths.find((path) => existsSync(path));
  if (taken !== undefined) {
    throw new CouldNotJudge(`${taken} exists already.`, 'Nothing was written.', 'Choose another id, or a --name.');
  }
  for (const [path, text] of files) {
    makeDirectory(dirname(join(dir, path)));
    writeFileSync(join(dir, path), text, { flag: 'wx' });
  }
  const option = dir === DIRECTORY ? '' : ` --dir ${dir}`;
  console.out(
    [
      ...paths.map((path) => `wrote ${path}`),
      '',
      'Next:',
      `  tollgate rules test${option}`,
      `  tollgate rules build${option}`,
      `  tollgate check --rules ${dir} plan.json`,
      '',
    ].join('\n'),
  );
  return 0;
}

function test({ dir }: DirectoryOption, console: Console): number {
  const sources = readOwnSources(dir);
  return withLibrary(sources, gateArtifact(), (workspace) => {
    const library = join(workspace, 'lib');
    const { ok, out, error } = opa(process.cwd(), [
      ...['test', '--ignore', '*.schema.json', '--ignore', BUILT, '--timeout', '60s'],
      ...['--capabilities', join(workspace, 'capabilities.json'), library, dir],
    ]);
    console.out(out);
    if (error !== '') console.error(error);
    return ok ? 0 : 1;
  });
}

function build({ dir, check }: BuildOptions, console: Console): number {
  const sources = readOwnSources(dir);
  const gate: Artifact = gateArtifact();
  const { parts, opa: version } = buildOwn(sources, gate);
  const target = join(dir, BUILT);
  if (check === true) {
    const differing = PARTS.filter((name) => !same(join(target, name), parts[name]));
    if (differing.length === 0) {
      console.out(`${target} matches its sources.\n`);
      return 0;
    }
    console.error(
      `${target} differs from its sources: ${differing.join(', ')}. Run \`tollgate rules build --dir ${dir}\`.\n`,
    );
    return 1;
  }
  write(target, parts);
  const { rules } = JSON.parse(parts['manifest.json'].toString('utf8')) as { rules: readonly string[] };
  console.out(`Compiled ${rules.join(', ')} with OPA ${version} to ${target}.\n`);
  return 0;
}

function write(target: string, parts: Parts): void {
  try {
    makeDirectory(target);
    for (const name of PARTS) writeFileSync(join(target, name), parts[name]);
  } catch (error) {
    throw new CouldNotJudge(
      `${target} cannot be written: ${error instanceof Error ? error.message : String(error)}.`,
      'The rules are not compiled.',
      'Choose a directory where you have write permission.',
    );
  }
}

function same(path: string, bytes: Buffer): boolean {
  return existsSync(path) && readFileSync(path).equals(bytes);
}
