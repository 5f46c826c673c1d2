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
/** A flow as the settings declare it. */
export type RawFlow = Pick<FlowFact, 'from' | 'to' | 'protocol' | 'port'>;
/** Why there is no verdict; the policy may say itself why that matters and what to do. */
export interface RawProblem {
    readonly stack: string;
    readonly message: string;
    readonly why?: string;
    readonly fix?: string;
    /** Flows that a file of settings could begin with. */
    readonly flows?: readonly RawFlow[];
}
/** What the entrypoint `gate/report` gives. */
export interface RawReport {
    readonly documents: Readonly<Record<string, {
        readonly resources: number;
    }>>;
    readonly problems: readonly RawProblem[];
    readonly rules: Readonly<Record<string, RawRule>>;
    readonly facts: {
        readonly costs: readonly CostItem[];
        readonly flows: readonly FlowFact[];
        /** Addresses of what Terraform forgets. */
        readonly forgotten: readonly string[];
        /** Settings that declare nothing: `flows`, `budgets.stack_maximum_usd`. */
        readonly undeclared: readonly string[];
        /** Rules of security groups that let the Internet in; none once flows are declared. */
        readonly open_to_internet: readonly {
            readonly address: string;
            readonly path: string;
            readonly opening: string;
        }[];
        /** Resources without a price; none once a budget is declared, since then a rule tells them. */
        readonly unpriced: readonly {
            readonly stack: string;
            readonly address: string;
            readonly reason: string;
        }[];
    };
}
/** A loaded policy with its settings: each judgement costs neither loading nor compiling. */
export declare class Engine {
    private readonly wasm;
    private readonly settings;
    /** Undefined after an error: nobody can say what the memory of the policy holds then. */
    private policy;
    /**
     * Loads the policy. Do it before a plan is read: the memory of the policy makes V8 collect garbage, and there is little yet.
     *
     * @param wasm what `opa build --target wasm` makes
     * @param settings JSON of what the policy reads as `data.settings`
     * @throws CouldNotJudge when the policy cannot be loaded
     */
    constructor(wasm: ArrayBuffer, settings: string);
    /**
     * Runs the policy over all documents together.
     *
     * @throws CouldNotJudge when the policy fails, answers nothing, or answers in another shape than agreed
     */
    evaluate(stacks: readonly StackDocument[]): RawReport;
    private ask;
    private load;
}
