/** What every format says of a report as a whole, in the same words. */
import type { CostItem, Judged, Judgement, OpenRule, Problem, Report, RuleReport, Unpriced, Verdict } from '../model';
/** The verdict in capitals. */
export declare const VERDICTS: {
    readonly passed: "PASSED";
    readonly denied: "DENIED";
    readonly 'could-not-judge': "COULD NOT JUDGE";
};
/** `1 finding`, `2 findings`. */
export declare function count(number: number, noun: string): string;
/** `2 blocking findings, 1 undecided (2 stacks, 13 resources)`. */
export declare function summary(report: Report): string;
/** How many of the rules looked at something. */
export interface Coverage {
    readonly rules: number;
    /** Found something to look at. */
    readonly applied: number;
    readonly notApplicable: number;
    readonly off: number;
}
/** Counts rules by whether they looked at anything. */
export declare function coverageOf(rules: readonly Pick<RuleReport, 'outcome'>[]): Coverage;
/** Whether it passed because nobody looked: every rule is off, or is about nothing that it holds. */
export declare function isEmptyPass({ verdict, rules }: Pick<Report, 'verdict' | 'rules'>): boolean;
/** What follows the word of the verdict where {@link isEmptyPass} says so. */
export declare const EMPTY_PASS = ", but no rule applied to what it holds";
/** The verdict in capitals, and that it says little where no rule applied. */
export declare function verdictWords(report: Report): string;
/** The same as sentences, for formats without a first line. */
export declare function coverageNotices(report: Report): string[];
/** What there is besides passes: `2 blocking findings`, `1 undecided`, `1 rule off`. */
export declare function countsOf({ problems, findings, undecided, waived, known, rules }: Report): string[];
/** What the sentences about a report as a whole are made from. */
export type Noticed = Pick<Report, 'failOn' | 'known' | 'baseline' | 'waivers' | 'stacks' | 'undeclared'>;
/** Sentences about the report as a whole: what does not count, and waivers that somebody has to look after. */
export declare function notices(report: Noticed): string[];
/** All reports of a run as one, so that no sentence about one input contradicts another: a waiver is needed when one of them needs it. */
export declare function ofRun(reports: readonly Report[]): Noticed;
/** What does not count. */
export declare function scopeNotices(report: Noticed): string[];
/** What costs have no price, by the reason: `3 resources: the price book neither prices aws_x nor lists it as free`. */
export declare function unpricedTexts(unpriced: readonly Unpriced[]): string[];
/** Rules of security groups that let the Internet in, as many as a person reads. */
export declare function openTexts(open: readonly OpenRule[]): {
    readonly address: string;
    readonly text: string;
}[];
/** What to do about a problem, with the file to begin with where there is one. */
export declare function fixText({ fix, example }: Pick<Problem, 'fix' | 'example'>): string;
/** Waivers that somebody has to look after. */
export declare function waiverNotices({ waivers }: Pick<Noticed, 'waivers'>): string[];
/** What depends on use, each part and price once: two load balancers say the same of their traffic. */
export declare function usageTexts(costs: readonly CostItem[]): {
    readonly part: string;
    readonly text: string;
}[];
/** The worst verdict: could not judge is worse than denied. */
export declare function worstOf(judged: readonly Judged[]): Verdict;
/** What each word of a severity is with a capital. */
export declare function capital(text: string): string;
/** Entries of one rule together, in the order in which the rules first come. */
export declare function byRule<T extends {
    readonly id: string;
}>(entries: readonly T[]): T[][];
/** What a rule says, as a sentence of its own. */
export declare function sentence(text: string): string;
/** The same at the same place in several stacks, as environments of one program have it. */
export interface Shared<T> {
    /** The first of them. */
    readonly entry: T;
    /** Never empty; without the name where there is only one document. */
    readonly stacks: readonly string[];
}
/**
 * Takes together what differs in nothing but its stack, in the order in which it first comes.
 *
 * @param place where each is
 */
export declare function acrossStacks<T extends Judgement>(entries: readonly T[], place: (entry: T) => string | undefined): Shared<T>[];
