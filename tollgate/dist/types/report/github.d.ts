import type { Judged } from '../model';
/**
 * Workflow commands that GitHub shows as annotations on the lines of a pull request, after one line for the log. Sorted
 * worst first, because GitHub shows only ten errors, ten warnings and ten notices per step.
 */
export declare function githubReport(judged: readonly Judged[]): string;
