import type { Judged } from '../model';
/**
 * Workflow commands that GitHub shows as annotations on the lines of a pull request, after one line for the log. Worst first,
 * since GitHub shows ten errors, ten warnings and ten notices of a step.
 */
export declare function githubReport(judged: readonly Judged[]): string;
