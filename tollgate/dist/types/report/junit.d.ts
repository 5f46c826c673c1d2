import type { Judged } from '../model';
/** JUnit XML with a test case for every rule and resource that was looked at, so that passes count as well. */
export declare function junitReport(judged: readonly Judged[]): string;
