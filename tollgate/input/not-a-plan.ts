/**
 * What is named like a plan and is none: each gets an error of its own that says what it is and which command makes what can
 * be judged. All of these were found in repositories under names such as `plan.json`.
 */
import { basename } from 'node:path';
import { CouldNotJudge, isObject, type Json, type JsonObject } from '../model';
import type { JsonTextError } from './json-text';

/** What standard input is called in reports. */
export const STANDARD_INPUT = 'standard input';

/** The command that makes what can be judged out of what `terraform plan` leaves. */
const SHOW = 'Run `terraform plan -out tfplan`, then `terraform show -json tfplan > plan.json`, and judge plan.json.';

const NO_PLAN = 'It does not say what will be there, so there is nothing to judge.';

/**
 * Refuses what is no text of a plan at all, by its first bytes.
 *
 * @throws CouldNotJudge
 */
export function refuseBinary(bytes: Uint8Array, file: string): void {
  if (bytes.length === 0) throw empty(file);
  const magic = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (magic.startsWith('PK')) {
    throw new CouldNotJudge(
      `${file} is a plan in Terraform's own binary form, as \`terraform plan -out\` writes it.`,
      'Only Terraform, with the providers of that plan, can read it.',
      `Run \`terraform show -json ${word(file)} > ${other(file)}\` where the plan was made, and judge ${other(file)}.`,
    );
  }
  if (magic.startsWith('\x1f\x8b')) {
    throw new CouldNotJudge(
      `${file} is compressed.`,
      'Only plain JSON is read.',
      'Unpack it, and judge what comes out.',
    );
  }
}

/** The error for a text that {@link JsonTextError} says is no JSON that can be judged. */
export function unreadableText(text: string, file: string, { defect, message }: JsonTextError): CouldNotJudge {
  if (text.trim() === '') return empty(file);
  if (isStream(firstLine(text))) return stream(file);
  // The colours of a terminal begin with an escape.
  const plain = text.slice(0, 20_000).replaceAll(String.fromCharCode(27), '');
  if (
    /^(\s|\[\d+m)*(Terraform|OpenTofu) (used|will|planned)|^\s*Refreshing state|: Refreshing state\.\.\./m.test(plain)
  ) {
    return new CouldNotJudge(`${file} is what \`terraform plan\` prints for people.`, NO_PLAN, SHOW);
  }
  if (
    /^\s*(resource|data|module|variable|provider|terraform|locals|output)\b[^:\n]*\{/m.test(plain) &&
    !plain.startsWith('{')
  ) {
    return new CouldNotJudge(`${file} is Terraform code.`, 'What it makes is known only when it is planned.', SHOW);
  }
  const reasons: Partial<Record<JsonTextError['defect'], readonly [why: string, fix: string]>> = {
    truncated: ['What is missing could be anything.', 'Write it again, and wait until the command has ended.'],
    trailing: [
      'Programs differ in whether they see what follows.',
      'Keep one JSON document in the file: write only the output of `terraform show -json` to it.',
    ],
    duplicate: [
      'Programs differ in which of both they take, so the gate and Terraform could see different things.',
      'Terraform never writes that: make the file again with `terraform show -json`.',
    ],
    deep: ['Deeper than that nothing is real, and what reads it would fail.', 'Judge the plan as Terraform wrote it.'],
    number: ['No two programs would take it for the same number.', 'Correct the value; Terraform would refuse it too.'],
    surrogate: ['Terraform never writes that, and programs differ in what they take it for.', SHOW],
  };
  const [why, fix] = reasons[defect] ?? ['What cannot be read cannot be judged.', SHOW];
  return new CouldNotJudge(`${file} cannot be read as JSON: ${message}.`, why, fix);
}

/**
 * Refuses what Terraform or HCP Terraform writes for other purposes, some of it with the members of a plan.
 *
 * @throws CouldNotJudge
 */
export function refuseOtherKinds(document: JsonObject, file: string): void {
  for (const { is, what, why = NO_PLAN, fix = SHOW } of KINDS) {
    if (is(document)) throw new CouldNotJudge(`${file} is ${what}.`, why, fix);
  }
}

/** The error for JSON that is neither a plan nor a state nor Terraform code. */
export function unknownDocument(value: Json, file: string): CouldNotJudge {
  if (!isObject(value)) {
    const kind = Array.isArray(value) ? 'a list' : value === null ? 'null' : `a ${typeof value}`;
    return new CouldNotJudge(`${file} holds ${kind} where a plan is an object.`, NO_PLAN, SHOW);
  }
  const inside = nestedPlans(value, '', 5);
  if (inside.length > 0) {
    return new CouldNotJudge(
      `${file} is no plan itself; it has ${inside.length === 1 ? 'one' : inside.length} inside, at ${inside.slice(0, 5).join(', ')}.`,
      'What stands around a plan decides what it means, and the gate does not guess.',
      `Take it out: \`jq '${inside[0] ?? '.'}' ${word(file)} > ${other(file)}\`, and judge ${other(file)}.`,
    );
  }
  const members = Object.keys(value);
  const list = members.slice(0, 5).map((name) => JSON.stringify(name.slice(0, 40)));
  const holds =
    members.length === 0 ? 'is an empty object' : `holds ${list.join(', ')}${members.length > 5 ? ', …' : ''}`;
  return new CouldNotJudge(`${file} ${holds}: that is neither a plan, nor a state, nor Terraform JSON.`, NO_PLAN, SHOW);
}

/** A file's name as a shell takes it. */
function word(file: string): string {
  if (file === STANDARD_INPUT) return 'FILE';
  return /^[\w./~-]+$/.test(file) ? file : `'${file.replaceAll("'", `'\\''`)}'`;
}

/** Where to write what is made from a file: never into itself, which would empty it before it is read. */
function other(file: string): string {
  return basename(file) === 'plan.json' ? 'plan-2.json' : 'plan.json';
}

interface Kind {
  readonly is: (document: JsonObject) => boolean;
  readonly what: string;
  readonly why?: string;
  readonly fix?: string;
}

const KINDS: readonly Kind[] = [
  {
    is: (document) => '@level' in document || '@message' in document,
    what: 'the stream of messages that `terraform plan -json` prints, not the plan',
  },
  {
    is: (document) => 'plan_format_version' in document,
    what: 'a redacted plan of HCP Terraform (it has plan_format_version)',
    why: 'Its configuration is left out, so no reference can be followed.',
    fix: 'Download the full plan: `GET /api/v2/plans/PLAN-ID/json-output`, and judge that.',
  },
  {
    is: (document) => 'provider_schemas' in document,
    what: 'the schemas of providers, from `terraform providers schema -json`',
  },
  {
    is: (document) => 'function_signatures' in document,
    what: 'the list of functions, from `terraform metadata functions -json`',
  },
  {
    is: (document) => 'diagnostics' in document && 'valid' in document,
    what: 'the result of `terraform validate -json`',
  },
  {
    is: (document) => 'terraform_outdated' in document || 'provider_selections' in document,
    what: 'the result of `terraform version -json`',
  },
  {
    is: (document) => typeof document['version'] === 'number' && ('lineage' in document || 'serial' in document),
    what: 'a raw state file (terraform.tfstate)',
    why: 'Its form is private to Terraform and differs from version to version.',
    fix: 'Run `terraform show -json > state.json` where the state is, and judge state.json.',
  },
];

/** Whether something has the members that only a plan has. */
export function looksLikePlan(value: Json | undefined): boolean {
  return (
    isObject(value) && ['resource_changes', 'planned_values', 'prior_state'].some((member) => isPresent(value[member]))
  );
}

/** Whether a member is there and not null. */
export function isPresent(value: Json | undefined): boolean {
  return value !== undefined && value !== null;
}

/** Where plans stand inside of a document, as `jq` would name them. */
function nestedPlans(value: Json | undefined, path: string, depth: number): string[] {
  if (looksLikePlan(value)) return [path === '' ? '.' : path];
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value))
    return value.flatMap((element, at) => nestedPlans(element, `${path || '.'}[${at}]`, depth - 1));
  return Object.entries(value).flatMap(([name, member]) =>
    nestedPlans(
      member,
      /^[A-Za-z_]\w*$/.test(name) ? `${path}.${name}` : `${path || '.'}[${JSON.stringify(name)}]`,
      depth - 1,
    ),
  );
}

function firstLine(text: string): string {
  const start = text.trimStart();
  const end = start.indexOf('\n');
  return end < 0 ? start : start.slice(0, end);
}

function isStream(line: string): boolean {
  return line.length < 100_000 && line.startsWith('{') && line.includes('"@level"');
}

function stream(file: string): CouldNotJudge {
  return new CouldNotJudge(
    `${file} is the stream of messages that \`terraform plan -json\` prints, not the plan.`,
    NO_PLAN,
    SHOW,
  );
}

function empty(file: string): CouldNotJudge {
  return new CouldNotJudge(
    `${file} is empty.`,
    'Where nothing was read, nothing was found to be right either.',
    `The command that should have written it probably failed: look at its messages. ${SHOW}`,
  );
}
