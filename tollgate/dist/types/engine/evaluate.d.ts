import { type CostItem, type FlowFact, type StackDocument } from '../model';
/** One rule's answer: addresses carry their stack, `productos-api::aws_lb.alb`. Sets in Rego, so in no particular order. */
export interface RawRule {
    readonly checked: readonly string[];
    readonly deny: readonly RawFinding[];
    readonly undecided: readonly RawUndecided[];
}
/** A member of a rule's `undecided`. */
export interface RawUndecided {
    readonly address: string;
    readonly path: string;
    readonly message: string;
}
/** A member of a rule's `deny`. */
export interface RawFinding extends RawUndecided {
    readonly actual: string;
    readonly allowed: string;
}
/** What the entrypoint `gate/report` gives. */
export interface RawReport {
    readonly documents: Readonly<Record<string, {
        readonly resources: number;
    }>>;
    readonly problems: readonly {
        readonly stack: string;
        readonly message: string;
    }[];
    readonly rules: Readonly<Record<string, RawRule>>;
    readonly facts: {
        readonly costs: readonly CostItem[];
        readonly flows: readonly FlowFact[];
        /** Addresses of what Terraform forgets. */
        readonly forgotten: readonly string[];
    };
}
/**
 * Runs the policy over all documents together.
 *
 * @param settings JSON of what the policy reads as `data.settings`
 * @throws CouldNotJudge when the policy fails, answers nothing, or answers in another shape than agreed
 */
export declare function evaluate(wasm: ArrayBuffer, settings: string, stacks: readonly StackDocument[]): RawReport;
