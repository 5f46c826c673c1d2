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

/** Something to judge. */
export interface Input {
  /** Path of a file or a directory as it was given; what reports call it. */
  readonly path: string;
  /** What it holds where that is not at the path, as for standard input. */
  readonly bytes?: Uint8Array;
}

/** What was read of several inputs, or why one of them could not be read. */
export interface ReadInputs extends ReadStacks {
  /** Inputs that could not be read: then nothing about the others as a whole can be said. */
  readonly unread: readonly Problem[];
}

/**
 * Reads inputs that belong together: plans, states, Terraform JSON, directories of synthesized stacks.
 *
 * @param types resource types whose attributes the policies read; those of others are left away
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
  // Together, since one may read what another puts out.
  const synthesized = sources.length === 0 ? { stacks: [], problems: [] } : readSources(sources);
  const all = [...stacks, ...synthesized.stacks];
  return { stacks: all, problems: [...problems, ...synthesized.problems], unread: [...unread, ...sameNames(all)] };
}

/** Says of each stack which file it is from, so that a report can point there. */
function withFile<T extends StackDocument | StackSource | ReadStacks>(read: T, { path, bytes }: Input): T {
  if ('stacks' in read) {
    const stacks = read.stacks.map((stack) => ({ ...stack, file: stackFile(join(path, 'stacks', stack.name)) }));
    return { ...read, stacks };
  }
  return { ...read, file: bytes === undefined && 'contents' in read ? stackFile(path) : path };
}

/** What stands for all files of a stack's directory; a path to a file stays what it is. */
function stackFile(path: string): string {
  const main = ['cdk.tf.json', 'cdk.tf'].map((name) => join(path, name)).find((file) => existsSync(file));
  return main ?? path;
}

function sameNames(stacks: readonly StackDocument[]): Problem[] {
  const seen = new Set<string>();
  const twice = new Set(stacks.map(({ name }) => name).filter((name) => seen.size === seen.add(name).size));
  return [...twice].map((name) => ({
    stack: '',
    what: `${name} is given twice.`,
    why: 'Two stacks of one name cannot be told apart in a report, and one would take the place of the other.',
    fix: 'Name each file and each directory once.',
  }));
}

/** What the files are called: by their names alone where that tells them apart. */
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

/** CDKTF calls every stack's file the same: there the directory has the name. */
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
  // Terraform runs directories: what stands beside the file adds to it, or changes what it means.
  const [source = read] = stackSources(dirname(path), name);
  return source;
}

/**
 * Reads the bytes of one file.
 *
 * @param file what errors call it
 * @param name what reports call it
 * @throws CouldNotJudge saying what it is instead, where it is nothing that can be judged
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

/** The plan or state itself, also where it stands under `plan`, as HCP Terraform hands it to policies. */
function planIn(value: JsonObject, file: string): JsonObject | undefined {
  const { plan } = value;
  if (isObject(plan) && (looksLikePlan(plan) || isPresent(plan.format_version))) {
    if (!looksLikePlan(value)) return plan;
    throw new CouldNotJudge(
      `${file} holds two plans, one inside of the other.`,
      'Programs differ in which of both they take.',
      'Keep one of both in the file.',
    );
  }
  if (looksLikePlan(value)) return value;
  const { format_version: format, values, terraform_version: terraform } = value;
  if (!isPresent(format)) return undefined;
  // The state of a workspace without resources has no values.
  const empty = Object.keys(value).every((member) => ['format_version', 'terraform_version'].includes(member));
  return (isObject(values) && (isPresent(terraform) || isPresent(values.root_module))) || empty ? value : undefined;
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw unread(path, error, 'What cannot be read cannot be judged.');
  }
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw unread(path, error, 'What cannot be read cannot be judged.');
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
      ? `Synthesize, and name the directory of the result: \`tollgate check ${join(path, 'cdktf.out')}\`.`
      : files.some((file) => file.endsWith('.json'))
        ? `Name the files themselves: \`tollgate check ${join(path, '*.json')}\`.`
        : 'Name a file with a plan, or the directory that `cdktf synth` writes (cdktf.out).';
  return new CouldNotJudge(
    `${path} is a directory without synthesized stacks.`,
    'There is nothing in it to judge.',
    fix,
  );
}
