import { Option, type Command } from 'commander';
import { judgeTogether } from '../judge';
import { STANDARD_INPUT } from '../input/not-a-plan';
import { CouldNotJudge, type Problem, type Report } from '../model';
import { costSummary, costTable, GROUPINGS, type Grouping } from '../report/cost';
import type { Console } from './console';
import type { SettingsDirectories } from '../engine/settings';
import { settingsOption } from './settings-option';

/** Options of `tollgate cost`. */
export interface CostOptions {
  readonly settings?: SettingsDirectories;
  readonly by: Grouping;
  readonly json?: boolean;
}

/** Stands for standard input. */
const DASH = '-';

const HELP = `
FILE is a plan or a state of \`terraform show -json\`; "-" reads standard input. The command judges nothing: a budget
decides in \`tollgate check\`.

Exit codes:
  0  priced, also where some resource has no price
  2  the file could not be read or does not show everything, or the command line is invalid

Example:
  terraform show -json tfplan | tollgate cost --by service`;

/** Adds `tollgate cost` to the program. */
export function registerCost(program: Command, console: Console, done: (code: number) => void): void {
  program
    .command('cost')
    .summary('show what a plan or a state costs a month')
    .description('Prices a plan or a state: what each resource costs a month, and what has no price.')
    .argument('[FILE]', 'plan or state as JSON', DASH)
    .addOption(settingsOption())
    .addOption(new Option('--by <WHAT>', 'meaning of a line').choices([...GROUPINGS]).default('resource'))
    .option('--json', 'print JSON, which docs/cost.schema.json describes')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', HELP)
    .showHelpAfterError('Run `tollgate cost --help` for the options.')
    .action(async (file: string, options: CostOptions) => {
      done(await cost(file, options, console));
    });
}

/**
 * Prices one file and prints the table, or JSON.
 *
 * @returns the exit code
 */
export async function cost(file: string, { settings, by, json }: CostOptions, console: Console): Promise<0 | 2> {
  try {
    const input = file === DASH ? { path: STANDARD_INPUT, bytes: await console.input() } : { path: file };
    const report = judgeTogether([input], { settings }).report;
    const [problem, ...more] = problemsOf(report);
    if (problem !== undefined && report.rules.length === 0)
      throw new CouldNotJudge(problem.what, problem.why, problem.fix);
    console.out(
      json === true ? `${JSON.stringify(costSummary(report, by), null, 2)}\n` : costTable(report, by, console.style),
    );
    for (const { what, why } of problem === undefined ? [] : [problem, ...more]) console.error(`${what}\n  ${why}\n`);
    return problem === undefined ? 0 : 2;
  } catch (error) {
    console.error(error instanceof CouldNotJudge ? `${error.message}\n` : `error: ${String(error)}\n`);
    return 2;
  }
}

/** Problems that keep the sums from being whole. A price needs no declared flow. */
function problemsOf({ problems }: Report): readonly Problem[] {
  return problems.filter(({ example }) => example === undefined);
}
