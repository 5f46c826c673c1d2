import { loadPolicySync } from '@open-policy-agent/opa-wasm';
import Ajv2020 from 'ajv/dist/2020';
import { CouldNotJudge, type CostItem, type FlowFact, type JsonObject, type StackDocument } from '../model';

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
  readonly documents: Readonly<Record<string, { readonly resources: number }>>;
  readonly problems: readonly { readonly stack: string; readonly message: string }[];
  readonly rules: Readonly<Record<string, RawRule>>;
  readonly facts: { readonly costs: readonly CostItem[]; readonly flows: readonly FlowFact[] };
}

const ENTRYPOINT = 'gate/report';
const PAGE_BYTES = 64 * 1024;
/** Evaluation frees nothing and needs about 62 bytes for each byte of input; growing in small steps costs a collection each. */
const MEMORY_PER_INPUT_BYTE = 64;
const BASE_PAGES = 512;
/** The SDK reads pointers as signed: memory above 2 GiB cannot be used. */
const MAX_PAGES = 32_000;

/**
 * Runs the policy over all documents together.
 *
 * @throws CouldNotJudge when the policy fails, answers nothing, or answers in another shape than agreed
 */
export function evaluate(wasm: ArrayBuffer, settings: JsonObject, stacks: readonly StackDocument[]): RawReport {
  const documents = Object.fromEntries(stacks.map((stack) => [stack.name, stack.document]));
  const input = new TextEncoder().encode(JSON.stringify({ stacks: documents }));
  const pages = Math.min(MAX_PAGES, BASE_PAGES + Math.ceil((input.byteLength * MEMORY_PER_INPUT_BYTE) / PAGE_BYTES));
  let answer: unknown;
  try {
    const policy = loadPolicySync(wasm, { initial: pages });
    policy.setData({ settings });
    answer = policy.evaluate(input.buffer, ENTRYPOINT);
  } catch (error) {
    throw failed(reason(error));
  }
  if (!isAnswer(answer)) {
    throw failed(
      `its answer has not the agreed shape (${isAnswer.errors?.[0]?.instancePath ?? ''} ${isAnswer.errors?.[0]?.message ?? ''})`,
    );
  }
  return answer[0].result;
}

// The SDK throws strings and plain objects as well as errors.
function reason(error: unknown): string {
  if (error instanceof Error) return error.message;
  return typeof error === 'string' ? error : JSON.stringify(error);
}

function failed(why: string): CouldNotJudge {
  return new CouldNotJudge(
    `The policy could not be evaluated: ${why}.`,
    'A policy that gives no answer has not allowed anything.',
    'Check that gate/artifact/ is the one of this version; if it is, this is a defect of the policies: please report it.',
  );
}

const string = { type: 'string' };
const amount = { type: 'integer', minimum: 0 };

function record(properties: Readonly<Record<string, object>>): object {
  return { type: 'object', required: Object.keys(properties), properties };
}

function list(items: object): object {
  return { type: 'array', items };
}

const undecided = { address: string, path: string, message: string };

/** An undefined entrypoint gives an empty list, and a rule with a missing set would look like one that found nothing. */
const isAnswer = new Ajv2020({ validateSchema: false }).compile<[{ result: RawReport }]>({
  type: 'array',
  minItems: 1,
  maxItems: 1,
  items: record({
    result: record({
      documents: { type: 'object', additionalProperties: record({ resources: { type: 'integer' } }) },
      problems: list(record({ stack: string, message: string })),
      rules: {
        type: 'object',
        additionalProperties: record({
          checked: list(string),
          deny: list(record({ ...undecided, actual: string, allowed: string })),
          undecided: list(record(undecided)),
        }),
      },
      facts: record({
        costs: list(
          record({
            ...{ stack: string, part: string, address: string, item: string, usage: string },
            ...{ minimum: amount, desired: amount, maximum: amount },
          }),
        ),
        flows: list(
          record({
            ...{ stack: string, from: string, to: string, protocol: string, name: string },
            ...{ port: { type: 'integer' }, state: { enum: ['open', 'closed', 'unknown'] } },
          }),
        ),
      }),
    }),
  }),
});
