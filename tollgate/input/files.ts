import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { decode } from './encoding';
import { JsonTextError, parseJson } from './json-text';
import {
  isPresent,
  looksLikePlan,
  refuseBinary,
  refuseOtherKinds,
  unknownDocument,
  unreadableText,
} from './not-a-plan';
import { readPlan, type ReadTypes } from './plan';
import { readStacks, stackSources } from './stacks';
import { isTerraformJson, readSources, type ReadStacks, type StackSource } from './terraform-json';
import { isWrapped, unwrap } from './wrapper';
import {
  CouldNotJudge,
  isObject,
  unread,
  type Json,
  type JsonObject,
  type Problem,
  type StackDocument,
} from '../model';

/** One input of the gate. */
export interface Input {
  /** Path of a file or directory as given on the command line. Reports name the input by this path. */
  readonly path: string;
  /** The content, for an input that is not on disk, such as standard input. */
  readonly bytes?: Uint8Array;
}

/** The documents of several inputs, with the inputs that could not be read. */
export interface ReadInputs extends ReadStacks {
  /** Inputs that could not be read. Any such input prevents a verdict. */
  readonly unread: readonly Problem[];
}

/**
 * Reads inputs that form one system: plans, states, Terraform JSON, directories of synthesized stacks.
 *
 * @param types resource types whose attributes the policies read; attributes of other types are dropped
 */
export function readInputs(inputs: readonly Input[], types: ReadTypes): ReadInputs {
  const names = new Names(inputs);
  const stacks: StackDocument[] = [];
  const sources: StackSource[] = [];
  const problems: Problem[] = [];
  const unread: Problem[] = [];
  for (const input of inputs) {
    try {
      const read = withFile(readInput(input, names.of(input), types), input);
      if ('contents' in read) sources.push(read);
      else if ('stacks' in read) {
        stacks.push(...read.stacks);
        problems.push(...read.problems);
      } else stacks.push(read);
    } catch (error) {
      if (!(error instanceof CouldNotJudge)) throw error;
      unread.push({ ...error.problem, stack: '' });
    }
  }
  // Read together, because a stack may refer to outputs of another stack.
  const synthesized = sources.length === 0 ? { stacks: [], problems: [] } : readSources(sources);
  const all = [...stacks, ...synthesized.stacks];
  return { stacks: all, problems: [...problems, ...synthesized.problems], unread: [...unread, ...sameNames(all)] };
}

/** Adds the file of each stack, so that a report can point to the file. */
function withFile<T extends StackDocument | StackSource | ReadStacks>(read: T, { path, bytes }: Input): T {
  if ('stacks' in read) {
    const stacks = read.stacks.map((stack) => ({ ...stack, file: stackFile(join(path, 'stacks', stack.name)) }));
    return { ...read, stacks };
  }
  return { ...read, file: bytes === undefined && 'contents' in read ? stackFile(path) : path };
}

/** The file that represents the directory of a stack in reports; a file path stays as given. */
function stackFile(path: string): string {
  const main = ['cdk.tf.json', 'cdk.tf'].map((name) => join(path, name)).find((file) => existsSync(file));
  return main ?? path;
}

function sameNames(stacks: readonly StackDocument[]): Problem[] {
  const seen = new Set<string>();
  const twice = new Set(stacks.map(({ name }) => name).filter((name) => seen.size === seen.add(name).size));
  return [...twice].map((name) => ({
    stack: '',
    what: `The stack ${name} occurs twice among the inputs.`,
    why: 'A report could not tell two stacks of one name apart, and one would replace the other.',
    fix: 'Name each file and each directory once.',
  }));
}

/** Names of the inputs in reports: the base name if that is unique, otherwise the path. */
class Names {
  private readonly counts = new Map<string, number>();

  constructor(inputs: readonly Input[]) {
    for (const input of inputs) {
      const name = shortName(input);
      this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    }
  }

  of(input: Input): string {
    const name = shortName(input);
    return this.counts.get(name) === 1 ? name : input.path;
  }
}

/** CDKTF gives every stack's file the same name, so the directory provides the name. */
function shortName({ path, bytes }: Input): string {
  if (bytes !== undefined) return path;
  const name = basename(path);
  return /^cdk\.tf(\.json)?$/.test(name) || /^\.*$/.test(name)
    ? basename(resolve(path, name.startsWith('c') ? '..' : ''))
    : name;
}

function readInput(input: Input, name: string, types: ReadTypes): StackDocument | StackSource | ReadStacks {
  const { path, bytes } = input;
  if (bytes === undefined && isDirectory(path)) return readDirectory(path, name);
  const content = bytes ?? readBytes(path);
  const read = readDocument(content, path, name, types);
  if (bytes !== undefined || !('contents' in read) || !path.endsWith('.tf.json')) return read;
  // Terraform runs whole directories: a file beside this one may add to it or override it.
  const [source = read] = stackSources(dirname(path), name);
  return source;
}

/**
 * Reads the content of one file.
 *
 * @param file name of the file in errors
 * @param name name of the document in reports
 * @throws CouldNotJudge for content that the gate cannot judge, naming the kind of content
 */
export function readDocument(
  bytes: Uint8Array,
  file: string,
  name: string,
  types: ReadTypes,
): StackDocument | StackSource {
  refuseBinary(bytes, file);
  const text = decode(bytes, file);
  const json = isWrapped(text) ? unwrap(text, file) : text;
  let value: Json;
  try {
    value = parseJson(json);
  } catch (error) {
    throw error instanceof JsonTextError ? unreadableText(json, file, error) : error;
  }
  if (!isObject(value)) throw unknownDocument(value, file);
  refuseOtherKinds(value, file);
  const plan = planIn(value, file);
  if (plan !== undefined) {
    refuseOtherKinds(plan, file);
    return readPlan(name, plan, types);
  }
  if (file.endsWith('.tf.json') || isTerraformJson(value)) return { name, contents: [value] };
  throw unknownDocument(value, file);
}

/** The plan or state, either at the top level or under `plan`, where HCP Terraform puts it for policies. */
function planIn(value: JsonObject, file: string): JsonObject | undefined {
  const { plan } = value;
  if (isObject(plan) && (looksLikePlan(plan) || isPresent(plan.format_version))) {
    if (!looksLikePlan(value)) return plan;
    throw new CouldNotJudge(
      `${file} contains two plans, one nested under the other.`,
      'Other programs might read the plan that the gate does not judge.',
      'Keep one plan in the file.',
    );
  }
  if (looksLikePlan(value)) return value;
  const { format_version: format, values, terraform_version: terraform } = value;
  if (!isPresent(format)) return undefined;
  // The state of a workspace without resources has no `values`.
  const empty = Object.keys(value).every((member) => ['format_version', 'terraform_version'].includes(member));
  return (isObject(values) && (isPresent(terraform) || isPresent(values.root_module))) || empty ? value : undefined;
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw unread(path, error, 'The gate cannot judge an input that it cannot read.');
  }
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw unread(path, error, 'The gate cannot judge an input that it cannot read.');
  }
}

function readDirectory(path: string, name: string): ReadStacks | StackSource {
  if (existsSync(join(path, 'stacks'))) {
    const read = readStacks(path);
    if (read.stacks.length > 0) return read;
  }
  const files = readdirSync(path);
  if (files.includes('cdk.tf') || files.some((file) => file.endsWith('.tf.json'))) {
    const [source] = stackSources(path, name);
    if (source !== undefined) return source;
  }
  throw noStacks(path, files);
}

function noStacks(path: string, files: readonly string[]): CouldNotJudge {
  const fix = files.some((file) => file.endsWith('.tf'))
    ? 'Run `terraform plan -out tfplan` there, then `terraform show -json tfplan > plan.json`, and judge plan.json.'
    : files.includes('cdktf.out')
      ? `Synthesize, and name the output directory: \`tollgate check ${join(path, 'cdktf.out')}\`.`
      : files.some((file) => file.endsWith('.json'))
        ? `Name the files: \`tollgate check ${join(path, '*.json')}\`.`
        : 'Name a plan file, or the directory that `cdktf synth` writes (cdktf.out).';
  return new CouldNotJudge(
    `${path} is a directory without synthesized stacks.`,
    'The directory contains nothing to judge.',
    fix,
  );
}
