import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPolicySync } from '@open-policy-agent/opa-wasm';
import { loadArtifact } from '../../tollgate/engine/artifact';
import { loadSettings } from '../../tollgate/engine/settings';
import { OutOfMemory, WasmPolicy } from '../../tollgate/engine/wasm-policy';
import { DEFAULTS, SETTINGS } from '../settings';

const root = join(__dirname, '..', '..');
const { wasm, settings: names, catalog } = loadArtifact(join(root, 'policies', 'compiled'));
const settings = loadSettings(DEFAULTS, names, catalog, SETTINGS).data;
const plan = readFileSync(join(root, 'bench', 'base-plan.json'), 'utf8');

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function loaded(): WasmPolicy {
  const policy = new WasmPolicy(wasm);
  policy.setData(bytes(JSON.stringify({ settings })));
  return policy;
}

describe('the host of the compiled policy', () => {
  test.each([
    ['a plan', plan],
    ['a plan beside another', `{"stacks": {"a": ${plan}, "b": ${plan}}}`],
    ['no resources', '{}'],
    ['text beyond ASCII', plan.replaceAll('productos-api', 'productos-àpi-日本-😀')],
  ])('answers what the SDK of OPA answers: %s', (_, input) => {
    const sdk = loadPolicySync(wasm, { initial: 4_000 });
    sdk.setData({ settings });
    expect(loaded().evaluate('gate/report', bytes(input))).toEqual(
      sdk.evaluate(bytes(input).slice().buffer, 'gate/report'),
    );
  });

  test('gives the same answer on every call, after any other input', () => {
    const policy = loaded();
    const first = policy.evaluate('gate/report', bytes(plan));
    policy.evaluate('gate/report', bytes('{}'));
    expect(policy.evaluate('gate/report', bytes(plan))).toEqual(first);
  });

  test('takes an input in pieces, wherever it is cut', () => {
    const policy = loaded();
    const whole = bytes(`{"stacks": {"à": ${plan}}}`);
    const expected = policy.evaluate('gate/report', whole);
    for (const at of [1, 14, 15, 5_000, whole.length - 1]) {
      const pieces = [whole.subarray(0, at), new Uint8Array(0), whole.subarray(at)];
      expect(policy.evaluate('gate/report', ...pieces)).toEqual(expected);
    }
    expect(() => policy.evaluate('gate/report')).toThrow('is not valid JSON');
  });

  test('forgets data that is replaced', () => {
    const policy = loaded();
    const before = policy.evaluate('gate/report', bytes(plan));
    policy.setData(bytes('{}'));
    expect(policy.evaluate('gate/report', bytes(plan))).not.toEqual(before);
    policy.setData(bytes(JSON.stringify({ settings })));
    expect(policy.evaluate('gate/report', bytes(plan))).toEqual(before);
  });

  test.each(['', 'gate/other', 'toString', 'gate'])('refuses the entrypoint "%s", which there is not', (entrypoint) => {
    expect(() => loaded().evaluate(entrypoint, bytes(plan))).toThrow('the policy has no entrypoint');
  });

  test.each(['', '{', '{"a": }', 'undefined'])('refuses an input or data that is not JSON: %#', (text) => {
    expect(() => loaded().evaluate('gate/report', bytes(text))).toThrow('is not valid JSON');
    expect(() => loaded().setData(bytes(text))).toThrow('is not valid JSON');
  });

  test('refuses bytes that are not a policy', () => {
    expect(() => new WasmPolicy(new ArrayBuffer(8))).toThrow();
    // An empty module.
    expect(() => new WasmPolicy(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]).buffer)).toThrow('ABI ?.?');
  });
});

describe('memory', () => {
  const groups = Array.from({ length: 10_000 }, (_, at) => ({
    ...{ address: `aws_security_group.g${at}`, mode: 'managed', type: 'aws_security_group', name: `g${at}` },
    change: { actions: ['create'], before: null, after: { name: `g${at}` }, after_unknown: { id: true } },
  }));
  const large = bytes(JSON.stringify({ resource_changes: groups }));

  /** As on a system that grants no more than this many pages at once. */
  const granting = (pages: number): jest.SpyInstance => {
    const { Memory } = WebAssembly;
    return jest.spyOn(WebAssembly, 'Memory').mockImplementation((asked) => {
      if (asked.initial > pages) throw new RangeError('could not allocate memory');
      return new Memory(asked);
    });
  };
  afterEach(() => jest.restoreAllMocks());

  test('that runs out is an error, never an answer', () => {
    granting(1_000);
    expect(() => loaded().evaluate('gate/report', large)).toThrow(OutOfMemory);
    jest.restoreAllMocks();
    expect(loaded().evaluate('gate/report', large)).toHaveLength(1);
  });

  test('is less where the system grants less, and an error where it grants none', () => {
    granting(8_000);
    expect(loaded().evaluate('gate/report', bytes(plan))).toHaveLength(1);
    jest.restoreAllMocks();
    granting(500);
    expect(() => loaded()).toThrow('the system grants no memory for the policy');
  });
});
