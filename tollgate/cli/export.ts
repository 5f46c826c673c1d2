import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { archive } from './export/archive';
import { writeArchive, writeDirectory } from './export/output';
import { readSources, type SourceOptions, type Sources } from './export/sources';
import { bundleTree, conftestTree, hcpPolicies, hcpTree, type Grouping } from './export/trees';
import { sha256 } from '../digest';
import { CouldNotJudge } from '../model';
import type { Console } from './console';

/** Options of `tollgate export hcp`. */
export interface HcpOptions extends SourceOptions {
  readonly policyPer: Grouping;
}

const HELP = `
The exported policies deny what the gate denies. They know no third answer: what is undecided, and what could not be
judged, is denied as well. Enforcement is that of the settings: what only warns is a warning there too.

Exit codes:
  0  written
  2  not written`;

/** Adds `tollgate export` to the program. */
export function registerExport(program: Command, console: Console, done: (code: number) => void): void {
  const group = program
    .command('export')
    .summary('write the policies for HCP Terraform, conftest or OPA')
    .description('Writes the policies, with their settings, for another program that runs them.')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .addHelpText('after', HELP);
  const add = (name: string, argument: readonly [string, string], summary: string): Command =>
    group
      .command(name)
      .summary(summary)
      .description(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`)
      .argument(...argument)
      .option('--settings <DIR>', 'directory of your flows, limits, budgets, …: each file replaces the default')
      .option('--waivers <FILE>', 'exceptions to rules, in place of waivers.json of the settings')
      .helpOption('-h, --help', 'print this help')
      .addHelpText('after', HELP)
      .showHelpAfterError(`\`tollgate export ${name} --help\` says what there is.`);
  const directory = ['<DIR>', 'directory: new, empty, or an earlier export'] as const;

  add('hcp', directory, 'writes an OPA policy set that HCP Terraform runs as it is')
    .addOption(
      new Option(
        '--policy-per <WHAT>',
        'one policy for the whole set, the fastest; or a policy for each severity, or for each rule, which takes many times as long',
      )
        .choices(['set', 'severity', 'rule'])
        .default('set'),
    )
    .action((target: string, options: HcpOptions) => report(console, done, () => exportHcp(target, options)));
  add('conftest', directory, 'writes policies and data for conftest').action((target: string, options: SourceOptions) =>
    report(console, done, () => exportConftest(target, options)),
  );
  add('bundle', ['<FILE>', 'the bundle, as bundle.tar.gz'], 'writes an OPA bundle').action(
    (target: string, options: SourceOptions) => report(console, done, () => exportBundle(target, options)),
  );
}

async function report(
  console: Console,
  done: (code: number) => void,
  work: () => string | Promise<string>,
): Promise<void> {
  try {
    console.out(await work());
    done(0);
  } catch (error) {
    if (!(error instanceof CouldNotJudge)) throw error;
    console.error(`${error.message}\n`);
    done(2);
  }
}

function exportHcp(directory: string, options: HcpOptions): string {
  const sources = readSources(options);
  const policies = hcpPolicies(sources, options.policyPer);
  const revision = writeDirectory(directory, 'hcp', hcpTree(sources, options.policyPer));
  const mandatory = policies.filter(({ level }) => level === 'mandatory').length;
  return lines(
    `Wrote a policy set for HCP Terraform to ${directory}.`,
    `policies  ${mandatory} mandatory, ${policies.length - mandatory} advisory`,
    ...waiverLines(sources),
    `revision  ${revision}`,
  );
}

function exportConftest(directory: string, options: SourceOptions): string {
  const sources = readSources(options);
  const revision = writeDirectory(directory, 'conftest', conftestTree(sources));
  return lines(
    `Wrote policies for conftest to ${directory}.`,
    `run       conftest test --policy ${join(directory, 'policy')} --data ${join(directory, 'data')} plan.json`,
    ...waiverLines(sources),
    `revision  ${revision}`,
  );
}

async function exportBundle(file: string, options: SourceOptions): Promise<string> {
  const sources = readSources(options);
  const { files, revision } = bundleTree(sources);
  const bytes = await archive(files);
  writeArchive(file, bytes);
  return lines(
    `Wrote an OPA bundle to ${file}.`,
    ...waiverLines(sources),
    `revision  ${revision}`,
    `sha256    ${sha256(bytes)}`,
  );
}

function waiverLines({ waivers, stackWaivers }: Sources): string[] {
  if (waivers.length + stackWaivers.length === 0) return [];
  const left =
    stackWaivers.length === 0
      ? ''
      : `; ${stackWaivers.length} left out: for one stack only, and a plan does not name its stack`;
  return [`waivers   ${waivers.length}${left}`];
}

function lines(...texts: readonly string[]): string {
  return `${texts.join('\n')}\n`;
}
