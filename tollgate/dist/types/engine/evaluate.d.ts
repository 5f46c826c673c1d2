import { type CostItem, type FlowFact, type StackDocument } from '../model';
/**
 * The answer of one rule. Addresses include the stack: `productos-api::aws_lb.alb`. The lists are sets in Rego, so
 * their order has no meaning.
 */
export interface RawRule {
    readonly checked: readonly string[];
    readonly deny: readonly RawFinding[];
    readonly undecided: readonly RawUndecided[];
}
/** An element of a rule's set `undecided`. */
export interface RawUndecided {
    readonly address: string;
    readonly path: string;
    readonly why: string;
}
/** An element of a rule's set `deny`. */
export interface RawFinding extends RawUndecided {
    readonly found: string;
    readonly allowed: string;
}
/** A flow as the settings declare it. */
export type RawFlow = Pick<FlowFact, 'from' | 'to' | 'protocol' | 'port'>;
/** A problem that prevents a verdict. The policy may set `why` and `fix`. */
export interface RawProblem {
    readonly stack: string;
    readonly message: string;
    readonly why?: string;
    readonly fix?: string;
    /** Flows for the example of a settings file. */
    readonly flows?: readonly RawFlow[];
}
/** The result of the entrypoint `gate/report`. */
export interface RawReport {
    readonly documents: Readonly<Record<string, {
        readonly resources: number;
    }>>;
    readonly problems: readonly RawProblem[];
    readonly rules: Readonly<Record<string, RawRule>>;
    readonly facts: {
        readonly costs: readonly CostItem[];
        readonly flows: readonly FlowFact[];
        /** Addresses of resources that Terraform removes from the state but keeps in AWS. */
        readonly forgotten: readonly string[];
        /** Settings without a declaration: `flows`, `budgets.stack_maximum_usd`. */
        readonly undeclared: readonly string[];
        /** Security group rules that allow traffic from the Internet; empty if flows are declared. */
        readonly open_to_internet: readonly {
            readonly address: string;
            readonly path: string;
            readonly opening: string;
        }[];
        /** Resources without a price; empty if a budget is declared, because a rule then reports them. */
        readonly unpriced: readonly {
            readonly stack: string;
            readonly address: string;
            readonly reason: string;
        }[];
    };
}
/** A loaded policy with its settings, reused for all judgements. */
export declare class Engine {
    private readonly wasm;
    private readonly settings;
    /** Undefined after an error, which may leave the policy's memory in any state. */
    private policy;
    /**
     * Loads the policy. Call this before reading a plan: allocating the policy's memory triggers a garbage collection,
     * which is fast while the heap is small.
     *
     * @param wasm output of `opa build --target wasm`
     * @param settings `data.settings` as JSON
     * @throws CouldNotJudge when the policy cannot be loaded
     */
    constructor(wasm: ArrayBuffer, settings: string);
    /**
     * Evaluates the policy once for all documents.
     *
     * @throws CouldNotJudge when the policy fails, gives no answer, or answers in an unexpected shape
     */
    evaluate(stacks: readonly StackDocument[]): RawReport;
    private ask;
    private load;
}
/**
 * The engine for a policy and its settings: the one of the previous call, if both are the same. A process that judges plan
 * after plan then compiles the policy and reserves its memory once.
 *
 * @param digest SHA-256 of the policy
 * @param settings JSON of the settings
 * @throws CouldNotJudge when the policy cannot be loaded
 */
export declare function engineFor(wasm: ArrayBuffer, digest: string, settings: string): Engine;
