import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { archive } from './export/archive';
import { writeArchive, writeDirectory } from './export/output';
import { readSources, type SourceOptions, type Sources } from './export/sources';
import { bundleTree, conftestTree, hcpPolicies, hcpTree, type Grouping } from './export/trees';
import { sha256 } from '../digest';
import { CouldNotJudge } from '../model';
import type { Console } from './console';
import { settingsOption } from './settings-option';

/** Options of `tollgate export hcp`. */
export interface HcpOptions extends SourceOptions {
  readonly policyPer: Grouping;
}

const HELP = `
The exported policies deny everything that the gate denies. They also deny undecided values and input that could not be
judged, because policies have no third answer. A rule that only warns in the settings only warns in the export too.

Exit codes:
  0  exported
  2  not exported`;

/** Adds `tollgate export` to the program. */
export function registerExport(program: Command, console: Console, done: (code: number) => void): void {
  const group = program
    .command('export')
    .summary('write the policies for HCP Terraform, conftest or OPA')
    .description('Writes the policies and their settings for another program that runs OPA policies.')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .addHelpText('after', HELP);
  const add = (name: string, argument: readonly [string, string], summary: string): Command =>
    group
      .command(name)
      .summary(summary)
      .description(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`)
      .argument(...argument)
      .addOption(settingsOption())
      .option('--rules <DIR>', 'directory of rules of your own, which are exported as well')
      .option('--waivers <FILE>', 'file with exceptions to rules, instead of waivers.json of the settings')
      .helpOption('-h, --help', 'print this help')
      .addHelpText('after', HELP)
      .showHelpAfterError(`Run \`tollgate export ${name} --help\` for the options.`);
  const directory = ['<DIR>', 'output directory: new, empty, or an earlier export'] as const;

  add('hcp', directory, 'write an OPA policy set for HCP Terraform')
    .addOption(
      new Option(
        '--policy-per <WHAT>',
        'one policy for the whole set (fastest), one for each severity, or one for each rule (many times slower)',
      )
        .choices(['set', 'severity', 'rule'])
        .default('set'),
    )
    .action((target: string, options: HcpOptions) => report(console, done, () => exportHcp(target, options)));
  add('conftest', directory, 'write policies and data for conftest').action((target: string, options: SourceOptions) =>
    report(console, done, () => exportConftest(target, options)),
  );
  add('bundle', ['<FILE>', 'output file, such as bundle.tar.gz'], 'write an OPA bundle').action(
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
    stackWaivers.length === 0 ? '' : `; ${stackWaivers.length} omitted, because they name a stack and a plan does not`;
  return [`waivers   ${waivers.length}${left}`];
}

function lines(...texts: readonly string[]): string {
  return `${texts.join('\n')}\n`;
}
