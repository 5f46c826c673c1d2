/**
 * Errors for files that look like a plan by name and are something else. Each error names the kind of file and the
 * command that makes a file the gate can judge. All kinds were found in public repositories under names such as
 * `plan.json`.
 */
import { basename } from 'node:path';
import { CouldNotJudge, isObject, type Json, type JsonObject } from '../model';
import type { JsonTextError } from './json-text';

/** Name of standard input in reports. */
export const STANDARD_INPUT = 'standard input';

/** The commands that make a plan file the gate can judge. */
const SHOW = 'Run `terraform plan -out tfplan`, then `terraform show -json tfplan > plan.json`, and judge plan.json.';

const NO_PLAN = 'The file does not describe planned resources, so the gate has nothing to judge.';

/**
 * Refuses binary files, by their first bytes.
 *
 * @throws CouldNotJudge naming the kind of file
 */
export function refuseBinary(bytes: Uint8Array, file: string): void {
  if (bytes.length === 0) throw empty(file);
  const magic = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (magic.startsWith('PK')) {
    throw new CouldNotJudge(
      `${file} is a binary plan file, as \`terraform plan -out\` writes it.`,
      'Only Terraform, with the providers of that plan, can read a binary plan.',
      `Run \`terraform show -json ${word(file)} > ${other(file)}\` where the plan was made, and judge ${other(file)}.`,
    );
  }
  if (magic.startsWith('\x1f\x8b')) {
    throw new CouldNotJudge(
      `${file} is compressed.`,
      'The gate reads plain JSON only.',
      'Decompress the file, and judge the result.',
    );
  }
}

/** The error for a file that {@link JsonTextError} refuses. */
export function unreadableText(text: string, file: string, { defect, message }: JsonTextError): CouldNotJudge {
  if (text.trim() === '') return empty(file);
  if (isStream(firstLine(text))) return stream(file);
  // Terminal colours start with an escape character.
  const plain = text.slice(0, 20_000).replaceAll(String.fromCharCode(27), '');
  if (
    /^(\s|\[\d+m)*(Terraform|OpenTofu) (used|will|planned)|^\s*Refreshing state|: Refreshing state\.\.\./m.test(plain)
  ) {
    return new CouldNotJudge(`${file} is the human-readable output of \`terraform plan\`.`, NO_PLAN, SHOW);
  }
  if (
    /^\s*(resource|data|module|variable|provider|terraform|locals|output)\b[^:\n]*\{/m.test(plain) &&
    !plain.startsWith('{')
  ) {
    return new CouldNotJudge(
      `${file} is Terraform code.`,
      'The resources that Terraform code creates are known only after planning.',
      SHOW,
    );
  }
  const reasons: Partial<Record<JsonTextError['defect'], readonly [why: string, fix: string]>> = {
    truncated: [
      'The missing part could contain anything.',
      'Write the file again, and wait until the command has finished.',
    ],
    trailing: [
      'Some programs read the second part and some do not.',
      'Keep one JSON document in the file: write only the output of `terraform show -json` to it.',
    ],
    duplicate: [
      'Programs differ in which of the two values they use, so the gate and Terraform could read different values.',
      'Terraform never writes duplicate keys: make the file again with `terraform show -json`.',
    ],
    deep: [
      'No real plan is nested that deeply, and programs that read the file would fail.',
      'Judge the plan as Terraform wrote it.',
    ],
    number: ['Programs read such a number differently.', 'Correct the value; Terraform would refuse the number too.'],
    surrogate: ['Terraform never writes half of a surrogate pair, and programs read it differently.', SHOW],
  };
  const [why, fix] = reasons[defect] ?? ['The gate cannot judge a file that it cannot read.', SHOW];
  return new CouldNotJudge(`${file} is not JSON that the gate accepts: ${message}.`, why, fix);
}

/**
 * Refuses JSON that Terraform or HCP Terraform writes for other purposes. Some of it has the properties of a plan.
 *
 * @throws CouldNotJudge naming the kind of file
 */
export function refuseOtherKinds(document: JsonObject, file: string): void {
  for (const { is, what, why = NO_PLAN, fix = SHOW } of KINDS) {
    if (is(document)) throw new CouldNotJudge(`${file} is ${what}.`, why, fix);
  }
}

/** The error for JSON that is neither a plan nor a state nor Terraform JSON. */
export function unknownDocument(value: Json, file: string): CouldNotJudge {
  if (!isObject(value)) {
    const kind = Array.isArray(value) ? 'a list' : value === null ? 'null' : `a ${typeof value}`;
    return new CouldNotJudge(`${file} contains ${kind}; a plan is a JSON object.`, NO_PLAN, SHOW);
  }
  const inside = nestedPlans(value, '', 5);
  if (inside.length > 0) {
    return new CouldNotJudge(
      `${file} is not a plan itself; it contains ${inside.length === 1 ? 'one' : inside.length} inside, at ${inside.slice(0, 5).join(', ')}.`,
      'The meaning of a nested plan depends on the document around it, and the gate does not guess.',
      `Extract the plan: \`jq '${inside[0] ?? '.'}' ${word(file)} > ${other(file)}\`, and judge ${other(file)}.`,
    );
  }
  const members = Object.keys(value);
  const list = members.slice(0, 5).map((name) => JSON.stringify(name.slice(0, 40)));
  const holds =
    members.length === 0
      ? 'is an empty object'
      : `has the properties ${list.join(', ')}${members.length > 5 ? ', …' : ''}`;
  return new CouldNotJudge(
    `${file} ${holds}, so it is neither a plan, nor a state, nor Terraform JSON.`,
    NO_PLAN,
    SHOW,
  );
}

/** Quotes a file name for a shell. */
function word(file: string): string {
  if (file === STANDARD_INPUT) return 'FILE';
  return /^[\w./~-]+$/.test(file) ? file : `'${file.replaceAll("'", `'\\''`)}'`;
}

/**
 * Output file for a suggested command. Never the input itself: the shell would empty it before the command reads it.
 */
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
    what: 'the message stream of `terraform plan -json`, not the plan',
  },
  {
    is: (document) => 'plan_format_version' in document,
    what: 'a redacted plan of HCP Terraform (it has plan_format_version)',
    why: 'A redacted plan has no configuration, so the gate cannot follow references.',
    fix: 'Download the full plan, `GET /api/v2/plans/PLAN-ID/json-output`, and judge that.',
  },
  {
    is: (document) => 'provider_schemas' in document,
    what: 'the provider schemas of `terraform providers schema -json`',
  },
  {
    is: (document) => 'function_signatures' in document,
    what: 'the function list of `terraform metadata functions -json`',
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
    why: 'The format of state files is internal to Terraform and differs between versions.',
    fix: 'Run `terraform show -json > state.json` in the directory of the state, and judge state.json.',
  },
];

/** Whether a value has properties that only a plan has. */
export function looksLikePlan(value: Json | undefined): boolean {
  return (
    isObject(value) && ['resource_changes', 'planned_values', 'prior_state'].some((member) => isPresent(value[member]))
  );
}

/** Whether a property exists and is not null. */
export function isPresent(value: Json | undefined): boolean {
  return value !== undefined && value !== null;
}

/** `jq` paths of the plans inside a document. */
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
  return new CouldNotJudge(`${file} is the message stream of \`terraform plan -json\`, not the plan.`, NO_PLAN, SHOW);
}

function empty(file: string): CouldNotJudge {
  return new CouldNotJudge(
    `${file} is empty.`,
    'An empty file contains no resources to judge.',
    `The command that should have written the file probably failed: read its messages. ${SHOW}`,
  );
}
