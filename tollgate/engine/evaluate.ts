import { OutOfMemory, WasmPolicy } from './wasm-policy';
import {
  CouldNotJudge,
  isObject,
  type CostItem,
  type FlowFact,
  type Json,
  type PriceBasis,
  type StackDocument,
  type Unpriced,
} from '../model';

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
export type RawState = Omit<FlowFact, 'last' | 'own'> & { readonly last?: number; readonly own?: boolean };

/** The result of the entrypoint `gate/report`. */
export interface RawReport {
  readonly documents: Readonly<Record<string, { readonly resources: number }>>;
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
    readonly open_to_internet: readonly { readonly address: string; readonly path: string; readonly opening: string }[];
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

const GATE: Asked = {
  entrypoint: 'gate/report',
  get check() {
    return whereWrong;
  },
  name: 'The policy',
  fix: 'Check that policies/compiled/ belongs to this version of the gate. If it does, report a bug in the policies.',
};

/** The question to the rules of a team. */
export function askedOfOwn(directory: string): Asked {
  return {
    entrypoint: 'own/report',
    check: whereOwnWrong,
    name: `The rules in ${directory}`,
    fix: 'Correct the rule, and test it with `tollgate rules test`. A rule with two values for one name ends like this, and a rule that asks `plan.resources_of` for a type that no METADATA names.',
  };
}

/** A loaded policy with its settings, reused for all judgements. */
export class Engine<Report extends OwnReport = RawReport> {
  /** Undefined after an error, which may leave the policy's memory in any state. */
  private policy: WasmPolicy | undefined;

  /**
   * Loads the policy. Call this before reading a plan: allocating the policy's memory triggers a garbage collection,
   * which is fast while the heap is small.
   *
   * @param wasm output of `opa build --target wasm`
   * @param settings `data.settings` as JSON
   * @param asked the entrypoint; by default that of the gate
   * @throws CouldNotJudge when the policy cannot be loaded
   */
  constructor(
    private readonly wasm: ArrayBuffer,
    private readonly settings: string,
    private readonly asked: Asked = GATE,
  ) {
    this.policy = reporting(asked, () => this.load());
  }

  /**
   * Evaluates the policy once for all documents.
   *
   * @throws CouldNotJudge when the policy fails, gives no answer, or answers in an unexpected shape
   */
  evaluate(stacks: readonly StackDocument[]): Report {
    const answer = reporting(this.asked, () => this.ask(textOf(stacks)));
    const defect = this.asked.check(answer);
    if (defect !== undefined)
      throw failed(this.asked, `the answer has an unexpected shape at ${defect === '' ? '/' : defect}`);
    // The check has checked the shape.
    return (answer as unknown as [{ result: Report }])[0].result;
  }

  private ask(input: readonly Uint8Array[]): Json {
    const policy = this.policy ?? this.load();
    this.policy = undefined;
    const answer = policy.evaluate(this.asked.entrypoint, ...input);
    this.policy = policy;
    return answer;
  }

  private load(): WasmPolicy {
    const policy = new WasmPolicy(this.wasm);
    policy.setData(new TextEncoder().encode(`{"settings":${this.settings}}`));
    return policy;
  }
}

let latest: { readonly key: string; readonly engine: Engine } | undefined;

/**
 * The engine for a policy and its settings: the one of the previous call, if both are the same. A process that judges plan
 * after plan then compiles the policy and reserves its memory once.
 *
 * @param digest SHA-256 of the policy
 * @param settings JSON of the settings
 * @throws CouldNotJudge when the policy cannot be loaded
 */
export function engineFor(wasm: ArrayBuffer, digest: string, settings: string): Engine {
  const key = `${digest} ${settings}`;
  if (latest?.key !== key) latest = { key, engine: new Engine(wasm, settings) };
  return latest.engine;
}

let latestOwn: { readonly key: string; readonly engine: Engine<OwnReport> } | undefined;

/** Same as {@link engineFor}, for the rules of a team. */
export function ownEngineFor(
  wasm: ArrayBuffer,
  digest: string,
  settings: string,
  directory: string,
): Engine<OwnReport> {
  const key = `${digest} ${directory} ${settings}`;
  if (latestOwn?.key !== key) latestOwn = { key, engine: new Engine(wasm, settings, askedOfOwn(directory)) };
  return latestOwn.engine;
}

/**
 * `{"stacks": {…}}` with each document under its stack name. Split into pieces, because all documents together may
 * exceed the maximum string length.
 */
function textOf(stacks: readonly StackDocument[]): Uint8Array[] {
  const pieces = stacks.map(({ name, document }, at) =>
    Buffer.from(`${at === 0 ? '' : ','}${JSON.stringify(name)}:${JSON.stringify(document)}`),
  );
  return [Buffer.from('{"stacks":{'), ...pieces, Buffer.from('}}')];
}

/** Runs a part of the policy and converts its errors to CouldNotJudge. */
function reporting<T>(asked: Asked, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof OutOfMemory) throw tooLarge();
    throw failed(asked, error instanceof Error ? error.message : String(error));
  }
}

function tooLarge(): CouldNotJudge {
  return new CouldNotJudge(
    'The input is too large to judge at once: the policy needs more than 4 GiB of memory, or more than this system grants.',
    'An incomplete evaluation has no verdict.',
    'Split the input: plan each module or workspace separately.',
  );
}

function failed({ name, fix }: Asked, why: string): CouldNotJudge {
  return new CouldNotJudge(
    `${name} could not be evaluated: ${why}.`,
    'Without an answer of the policy, nothing is allowed.',
    fix,
  );
}

/** Returns the JSON pointer of the first wrong value, `''` for the value itself, undefined when all is right. */
type Check = (value: Json | undefined) => string | undefined;

const check =
  (holds: (value: Json | undefined) => boolean): Check =>
  (value) =>
    holds(value) ? undefined : '';

const text = check((value) => typeof value === 'string');
const flag = check((value) => typeof value === 'boolean');
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
    // An index loop: iterators are slow for a hundred thousand addresses.
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
const undecided = { address: text, path: text, why: text };

const answered = {
  documents: map(record({ resources: whole })),
  problems: list(
    record({ stack: text, message: text, why: optional(text), fix: optional(text), flows: optional(list(flow)) }),
  ),
  rules: map(
    record({
      checked: list(text),
      deny: list(record({ ...undecided, found: text, allowed: text })),
      undecided: list(record(undecided)),
    }),
  ),
};

/**
 * An undefined entrypoint gives an empty list, and a rule without one of its sets would look like a rule without
 * findings.
 */
const whereWrong = list(
  record({
    result: record({
      ...answered,
      facts: record({
        costs: list(
          record({
            ...{ stack: text, part: text, address: text, item: text, usage: text },
            ...{ minimum: amount, desired: amount, maximum: amount },
          }),
        ),
        flows: list(
          record({
            ...{ stack: text, from: text, to: text, protocol: text, name: text },
            ...{ port: whole, last: optional(whole), own: optional(flag), state },
          }),
        ),
        forgotten: list(text),
        undeclared: list(text),
        open_to_internet: list(record({ address: text, path: text, opening: text })),
        unpriced: list(record({ stack: text, part: text, address: text, path: text, reason: text })),
        prices: optional(record({ region: text, date: text, hours: amount })),
        free: optional(map(amount)),
      }),
    }),
  }),
  1,
);

const whereOwnWrong = list(record({ result: record(answered) }), 1);
