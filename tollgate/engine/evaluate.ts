import { OutOfMemory, WasmPolicy } from './wasm-policy';
import { CouldNotJudge, isObject, type CostItem, type FlowFact, type Json, type StackDocument } from '../model';

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
  readonly documents: Readonly<Record<string, { readonly resources: number }>>;
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
    readonly open_to_internet: readonly { readonly address: string; readonly path: string; readonly opening: string }[];
    /** Resources without a price; none once a budget is declared, since then a rule tells them. */
    readonly unpriced: readonly { readonly stack: string; readonly address: string; readonly reason: string }[];
  };
}

const ENTRYPOINT = 'gate/report';

/** A loaded policy with its settings: each judgement costs neither loading nor compiling. */
export class Engine {
  /** Undefined after an error: nobody can say what the memory of the policy holds then. */
  private policy: WasmPolicy | undefined;

  /**
   * Loads the policy. Do it before a plan is read: the memory of the policy makes V8 collect garbage, and there is little yet.
   *
   * @param wasm what `opa build --target wasm` makes
   * @param settings JSON of what the policy reads as `data.settings`
   * @throws CouldNotJudge when the policy cannot be loaded
   */
  constructor(
    private readonly wasm: ArrayBuffer,
    private readonly settings: string,
  ) {
    this.policy = reporting(() => this.load());
  }

  /**
   * Runs the policy over all documents together.
   *
   * @throws CouldNotJudge when the policy fails, answers nothing, or answers in another shape than agreed
   */
  evaluate(stacks: readonly StackDocument[]): RawReport {
    const answer = reporting(() => this.ask(textOf(stacks)));
    const defect = whereWrong(answer);
    if (defect !== undefined) throw failed(`its answer has not the agreed shape (${defect === '' ? '/' : defect})`);
    // What the shape says.
    return (answer as unknown as [{ result: RawReport }])[0].result;
  }

  private ask(input: readonly Uint8Array[]): Json {
    const policy = this.policy ?? this.load();
    this.policy = undefined;
    const answer = policy.evaluate(ENTRYPOINT, ...input);
    this.policy = policy;
    return answer;
  }

  private load(): WasmPolicy {
    const policy = new WasmPolicy(this.wasm);
    policy.setData(new TextEncoder().encode(`{"settings":${this.settings}}`));
    return policy;
  }
}

/** `{"stacks": {…}}`, each document by its name; in pieces, since one string may be too small for all of them. */
function textOf(stacks: readonly StackDocument[]): Uint8Array[] {
  const pieces = stacks.map(({ name, document }, at) =>
    Buffer.from(`${at === 0 ? '' : ','}${JSON.stringify(name)}:${JSON.stringify(document)}`),
  );
  return [Buffer.from('{"stacks":{'), ...pieces, Buffer.from('}}')];
}

/** Runs a part of the policy; an error of it becomes one that says what to do. */
function reporting<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof OutOfMemory) throw tooLarge();
    throw failed(error instanceof Error ? error.message : String(error));
  }
}

function tooLarge(): CouldNotJudge {
  return new CouldNotJudge(
    'It is more than the policy can judge at once: it needs more memory than 32 bits can address, or than this system grants.',
    'What was not judged to its end counts as not judged.',
    'Judge the parts apart: plan the modules or workspaces that it consists of by themselves.',
  );
}

function failed(why: string): CouldNotJudge {
  return new CouldNotJudge(
    `The policy could not be evaluated: ${why}.`,
    'A policy that gives no answer has not allowed anything.',
    'Check that policies/compiled/ is the one of this version; if it is, this is a defect of the policies: please report it.',
  );
}

/** Says where a value is not what it has to be: the empty path is the value itself; undefined: nowhere. */
type Check = (value: Json | undefined) => string | undefined;

const check =
  (holds: (value: Json | undefined) => boolean): Check =>
  (value) =>
    holds(value) ? undefined : '';

const text = check((value) => typeof value === 'string');
const whole = check((value) => Number.isInteger(value));
const amount = check((value) => Number.isInteger(value) && Number(value) >= 0);
const state = check((value) => value === 'open' || value === 'closed' || value === 'unknown');

function record(members: Readonly<Record<string, Check>>): Check {
  const checks = Object.entries(members);
  return (value) => {
    if (!isObject(value)) return '';
    for (const [name, member] of checks) {
      const where = member(Object.hasOwn(value, name) ? value[name] : undefined);
      if (where !== undefined) return `/${name}${where}`;
    }
    return undefined;
  };
}

function list(item: Check, length?: number): Check {
  return (value) => {
    if (!Array.isArray(value) || value.length !== (length ?? value.length)) return '';
    // Counted, since an iterator over what may be a hundred thousand addresses takes longer than the checks.
    for (let at = 0; at < value.length; at++) {
      const where = item(value[at]);
      if (where !== undefined) return `/${at}${where}`;
    }
    return undefined;
  };
}

function map(item: Check): Check {
  return (value) =>
    isObject(value) ? record(Object.fromEntries(Object.keys(value).map((name) => [name, item])))(value) : '';
}

const optional =
  (member: Check): Check =>
  (value) =>
    value === undefined ? undefined : member(value);
const flow = record({ from: text, to: text, protocol: text, port: whole });
const undecided = { address: text, path: text, message: text };

/** An undefined entrypoint gives an empty list, and a rule with a missing set would look like one that found nothing. */
const whereWrong = list(
  record({
    result: record({
      documents: map(record({ resources: whole })),
      problems: list(
        record({ stack: text, message: text, why: optional(text), fix: optional(text), flows: optional(list(flow)) }),
      ),
      rules: map(
        record({
          checked: list(text),
          deny: list(record({ ...undecided, actual: text, allowed: text })),
          undecided: list(record(undecided)),
        }),
      ),
      facts: record({
        costs: list(
          record({
            ...{ stack: text, part: text, address: text, item: text, usage: text },
            ...{ minimum: amount, desired: amount, maximum: amount },
          }),
        ),
        flows: list(record({ stack: text, from: text, to: text, protocol: text, name: text, port: whole, state })),
        forgotten: list(text),
        undeclared: list(text),
        open_to_internet: list(record({ address: text, path: text, opening: text })),
        unpriced: list(record({ stack: text, address: text, reason: text })),
      }),
    }),
  }),
  1,
);
