import type { CostItem, Judged, Judgement, OpenRule, PriceBasis, Problem, Proposed, Report, RuleReport, SettingsChange, Unpriced, Verdict } from '../model';
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
/** Number of rules by whether they applied to a resource. */
export interface Coverage {
    readonly rules: number;
    /** Rules that checked at least one resource. */
    readonly applied: number;
    readonly notApplicable: number;
    readonly off: number;
}
/** Counts rules by whether they checked any resource. */
export declare function coverageOf(rules: readonly Pick<RuleReport, 'outcome'>[]): Coverage;
/** Whether the input passed only because every rule is off or applies to no resource. */
export declare function isEmptyPass({ verdict, rules }: Pick<Report, 'verdict' | 'rules'>): boolean;
/** Appended to the verdict when {@link isEmptyPass} is true. */
export declare const EMPTY_PASS = ", but no rule applied to any resource";
/** The verdict in capitals, with a remark if no rule applied. */
export declare function verdictWords(report: Report): string;
/** The remark as a sentence, for formats without a headline. */
export declare function coverageNotices(report: Report): string[];
/** The properties of a report that {@link countsOf} counts. */
export type Counted = Pick<Report, 'problems' | 'findings' | 'undecided' | 'accepted' | 'waived' | 'known'> & {
    readonly unpriced?: readonly Pick<Unpriced, 'stack' | 'address'>[];
    readonly rules: readonly Pick<RuleReport, 'id' | 'outcome'>[];
};
/** {@link countsOf} for several reports together. A rule that is off counts once. */
export declare function countsOfAll(reports: readonly Counted[]): string[];
/** The counts besides passes: `2 blocking findings`, `1 undecided`, `1 rule off`. */
export declare function countsOf(counted: Counted): string[];
/** Number of resources of which a part has no price. */
export declare function unpricedCount(unpriced?: readonly Pick<Unpriced, 'stack' | 'address'>[]): number;
/** A sum with what it lacks: `$83.79 + 2 unpriced`; `unpriced` when it holds nothing. */
export declare function sumText(microDollars: number | undefined, unpriced: number): string;
/** The assumptions of all prices, as sentences. */
export declare function basisText({ region, date, hours }: PriceBasis): string;
/** The properties of a report that the notices need. */
export type Noticed = Pick<Report, 'failOn' | 'known' | 'baseline' | 'waivers' | 'stacks' | 'undeclared' | 'proposed' | 'sourceNotes'>;
/** Sentences about the whole report: findings that do not count, and waivers that need attention. */
export declare function notices(report: Noticed): string[];
/**
 * Merges all reports of a run, so that notices do not contradict each other: a waiver is needed if one of the inputs
 * needs it.
 */
export declare function ofRun(reports: readonly Report[]): Noticed;
/** Sentences about findings and checks that do not count. */
export declare function scopeNotices(report: Noticed): string[];
/** The proposal of a run, with the worst verdict of its inputs. */
export declare function proposedOf(reports: readonly Pick<Report, 'proposed'>[]): Proposed | undefined;
/** `The change alters what judges it: flows.json, budgets.json.` */
export declare function proposedHeadline({ changes }: Proposed): string;
/** Which files judged, and the verdict by the proposed files. */
export declare function proposedSentence({ commit, verdict }: Proposed): string;
/** `flows.json: flows: adds {…}`, `budgets.json: stack_maximum_usd: 260 → 1000000`. */
export declare function settingsChangeText({ file, path, before, after }: SettingsChange): string;
/** The changes, up to a readable number. */
export declare function settingsChangeTexts({ changes }: Proposed): string[];
/**
 * Resources without a price, grouped by reason: `aws_x.a, aws_x.b: the price book neither prices aws_x nor lists it as
 * free`.
 */
export declare function unpricedTexts(unpriced: readonly Unpriced[]): string[];
/** Security group rules that allow traffic from the Internet, up to a readable number. */
export declare function openTexts(open: readonly OpenRule[]): {
    readonly address: string;
    readonly text: string;
}[];
/** The fix of a problem, with an example file if there is one. */
export declare function fixText({ fix, example }: Pick<Problem, 'fix' | 'example'>): string;
/** Waivers that need attention. */
export declare function waiverNotices({ waivers }: Pick<Noticed, 'waivers'>): string[];
/** Prices that depend on usage, without duplicates: two load balancers share the same text. */
export declare function usageTexts(costs: readonly CostItem[]): {
    readonly part: string;
    readonly text: string;
}[];
/** The worst verdict: "could not judge" is worse than "denied". */
export declare function worstOf(judged: readonly Judged[]): Verdict;
/** Capitalizes the first letter. */
export declare function capital(text: string): string;
/** Groups entries by rule, in the order of first occurrence. */
export declare function byRule<T extends {
    readonly id: string;
}>(entries: readonly T[]): T[][];
/** Makes a rule's message a sentence. */
export declare function sentence(text: string): string;
/** An entry that occurs at the same place in several stacks, for example in the environments of one program. */
export interface Shared<T> {
    /** The first occurrence. */
    readonly entry: T;
    /** Never empty; the name is `''` if there is only one document. */
    readonly stacks: readonly string[];
}
/**
 * Merges entries that differ only in their stack, in the order of first occurrence.
 *
 * @param place returns the place of an entry
 */
export declare function acrossStacks<T extends Judgement>(entries: readonly T[], place: (entry: T) => string | undefined): Shared<T>[];
