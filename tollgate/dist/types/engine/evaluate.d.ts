import { type CostItem, type FlowFact, type Json, type PriceBasis, type StackDocument, type Unpriced } from '../model';
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
/** A flow of the report. `own` says whether the settings name the tiers. */
export type RawState = Omit<FlowFact, 'last' | 'own'> & {
    readonly last?: number;
    readonly own?: boolean;
};
/** The result of the entrypoint `gate/report`. */
export interface RawReport {
    readonly documents: Readonly<Record<string, {
        readonly resources: number;
    }>>;
    readonly problems: readonly RawProblem[];
    readonly rules: Readonly<Record<string, RawRule>>;
    readonly facts: {
        readonly costs: readonly CostItem[];
        readonly flows: readonly RawState[];
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
        /** Resources of which a part has no price. */
        readonly unpriced: readonly Unpriced[];
        /** Absent when the policy prices nothing. */
        readonly prices?: PriceBasis;
        /** Number of free resources, by stack. */
        readonly free?: Readonly<Record<string, number>>;
    };
}
/** The result of the entrypoint `own/report`: the answers of a team's rules. */
export type OwnReport = Pick<RawReport, 'documents' | 'problems' | 'rules'>;
/** The question to a policy, and the explanation of its failure. */
export interface Asked {
    readonly entrypoint: string;
    readonly check: Check;
    /** The policy, as the subject of a sentence. */
    readonly name: string;
    readonly fix: string;
}
/** The question to the rules of a team. */
export declare function askedOfOwn(directory: string): Asked;
/** A loaded policy with its settings, reused for all judgements. */
export declare class Engine<Report extends OwnReport = RawReport> {
    private readonly wasm;
    private readonly settings;
    private readonly asked;
    /** Undefined after an error, which may leave the policy's memory in any state. */
    private policy;
    /**
     * Loads the policy. Call this before reading a plan: allocating the policy's memory triggers a garbage collection,
     * which is fast while the heap is small.
     *
     * @param wasm output of `opa build --target wasm`
     * @param settings `data.settings` as JSON
     * @param asked the entrypoint; by default that of the gate
     * @throws CouldNotJudge when the policy cannot be loaded
     */
    constructor(wasm: ArrayBuffer, settings: string, asked?: Asked);
    /**
     * Evaluates the policy once for all documents.
     *
     * @throws CouldNotJudge when the policy fails, gives no answer, or answers in an unexpected shape
     */
    evaluate(stacks: readonly StackDocument[]): Report;
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
/** Same as {@link engineFor}, for the rules of a team. */
export declare function ownEngineFor(wasm: ArrayBuffer, digest: string, settings: string, directory: string): Engine<OwnReport>;
/** Returns the JSON pointer of the first wrong value, `''` for the value itself, undefined when all is right. */
type Check = (value: Json | undefined) => string | undefined;
export {};
