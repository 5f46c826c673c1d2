import type { Judged } from '../model';
/** JUnit XML with a test case for every pair of rule and checked resource, passed ones included. */
export declare function junitReport(judged: readonly Judged[]): string;
