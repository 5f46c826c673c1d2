import { join } from 'node:path';
import { STANDARD_INPUT } from '../gate/input/not-a-plan';
import { judgeApart, judgeTogether, type GateFiles } from '../gate/judge';
import type { ExitCode, Judged, Verdict } from '../gate/model';
import { humanReport } from '../gate/report/human';
import { jsonReport, jsonReports } from '../gate/report/json';
import type { Console } from './program';

/** Options of `tollgate check`. */
export interface CheckOptions {
  readonly settings?: string;
  readonly together?: boolean;
  readonly json?: boolean;
}

const DASH = '-';

// Also right for the bundle: dist/ is as deep as cli/.
const ROOT = join(__dirname, '..');

/**
 * Judges files and prints what the gate says.
 *
 * @param paths files, directories, `-` for standard input
 * @returns the exit code: the worst of all judgements, where 2 (could not judge) is worse than 1 (denied)
 */
export async function check(paths: readonly string[], options: CheckOptions, console: Console): Promise<ExitCode> {
  if (paths.filter((path) => path === DASH).length > 1) {
    console.error('error: standard input (-) can be read only once.\n');
    return 2;
  }
  const inputs = await Promise.all(
    paths.map(async (path) => (path === DASH ? { path: STANDARD_INPUT, bytes: await console.input() } : { path })),
  );
  const files: GateFiles = {
    artifact: join(ROOT, 'gate', 'artifact'),
    settings: join(ROOT, 'policies', 'settings'),
    ...(options.settings === undefined ? {} : { overrides: options.settings }),
  };
  const judged = options.together === true ? [judgeTogether(inputs, files)] : judgeApart(inputs, files);
  const worst = worstOf(judged);
  console.out(options.json === true ? asJson(judged, worst) : asText(judged, console));
  return worst.exitCode;
}

function worstOf(judged: readonly Judged[]): Verdict {
  const verdicts = judged.map(({ report }) => report.verdict);
  return verdicts.reduce((worst, verdict) => (verdict.exitCode > worst.exitCode ? verdict : worst));
}

function asJson(judged: readonly Judged[], worst: Verdict): string {
  const [only] = judged;
  return judged.length === 1 && only !== undefined ? jsonReport(only.report) : jsonReports(judged, worst);
}

function asText(judged: readonly Judged[], { style }: Console): string {
  const reports = judged.map(({ files, report }) => {
    const text = humanReport(report, style);
    return judged.length === 1 ? text : `${files.join(', ')}\n${text}`;
  });
  if (judged.length === 1) return reports.join('');
  const count = (outcome: Verdict['outcome']): number =>
    judged.filter(({ report }) => report.verdict.outcome === outcome).length;
  const counts = [
    `${count('passed')} passed`,
    `${count('denied')} denied`,
    `${count('could-not-judge')} could not be judged`,
  ];
  return `${reports.join('\n')}\n${judged.length} files: ${counts.join(', ')}\n`;
}
