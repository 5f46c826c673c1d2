/** Stock OPA over the sources of the policies. Where it is missing or fails, so does the test. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPolicySync } from '@open-policy-agent/opa-wasm';
import { isObject, type Json, type JsonObject } from '../../tollgate/model';

const ROOT = join(__dirname, '..', '..');
const SOURCES = ['--ignore', '*_test.rego', '--ignore', '*.schema.json', '--ignore', 'capabilities.json'];

/** Runs `opa` in the repository. */
export function opa(args: readonly string[], program = 'opa'): string {
  return execFileSync(program, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/**
 * Evaluates the rule of this path for each of the inputs, in one process.
 *
 * @param program which OPA
 * @returns by the name of the input; an undefined rule has no key
 */
export function evaluateAll(rule: string, inputs: ReadonlyMap<string, JsonObject>, program = 'opa'): JsonObject {
  return withFile({ cases: Object.fromEntries(inputs) }, (file) => {
    // OPA 0.61 reads no `some … in` here.
    const query = `{name: answer | document := data.cases[name]; answer := data.${rule} with input as document}`;
    const args = ['eval', '--format', 'json', '--data', 'policies', '--data', file, ...SOURCES, query];
    const answer: unknown = JSON.parse(opa(args, program));
    const [result] = isObject(answer) && Array.isArray(answer['result']) ? answer['result'] : [];
    const [expression] = isObject(result) && Array.isArray(result['expressions']) ? result['expressions'] : [];
    const value = isObject(expression) ? expression['value'] : undefined;
    if (!isObject(value)) throw new Error(`${program} gave no answer`);
    return value;
  });
}

/**
 * Compiles a policy from the libraries and one more file.
 *
 * @param file relative to the repository
 * @param entrypoint a rule of that file, `facts/all`
 * @returns asks it
 */
export function compiled(file: string, entrypoint: string): (input: JsonObject) => Json {
  const directory = mkdtempSync(join(tmpdir(), 'tollgate-opa-'));
  try {
    const bundle = join(directory, 'bundle.tar.gz');
    opa([
      'build',
      '--target',
      'wasm',
      '--output',
      bundle,
      '--entrypoint',
      entrypoint,
      ...SOURCES,
      'policies/lib',
      file,
    ]);
    execFileSync('tar', ['-xzf', bundle, '-C', directory, '/policy.wasm'], { stdio: ['ignore', 'ignore', 'pipe'] });
    const bytes = readFileSync(join(directory, 'policy.wasm'));
    const policy = loadPolicySync(Uint8Array.from(bytes).buffer, { initial: 2_000 });
    policy.setData({});
    return (input) => {
      const [answer] = policy.evaluate(input, entrypoint) as [{ result: Json }?];
      if (answer === undefined) throw new Error(`${entrypoint} is undefined`);
      return answer.result;
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Calls with a file that holds the data. */
export function withFile<T>(content: JsonObject, use: (file: string) => T): T {
  const directory = mkdtempSync(join(tmpdir(), 'tollgate-opa-'));
  try {
    const file = join(directory, 'data.json');
    writeFileSync(file, JSON.stringify(content));
    return use(file);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Sorts keys by name, and lists by their JSON, because a set in Rego has no order. */
export function canonical(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value
      .map((item) => [JSON.stringify(canonical(item)), canonical(item)] as const)
      .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
      .map(([, item]) => item);
  }
  if (!isObject(value)) return value;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, canonical(member)]));
}
