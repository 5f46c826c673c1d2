import { join } from 'node:path';
import fc from 'fast-check';
import { loadArtifact } from '../../../tollgate/engine/artifact';
import { Engine } from '../../../tollgate/engine/evaluate';
import { loadSettings } from '../../../tollgate/engine/settings';
import { judgeEach } from '../../../tollgate/judge';
import type { Json, JsonObject, Report } from '../../../tollgate/model';
import { anyPlan } from './arbitrary-plans';
import { bytes, openGroup, plan, queue } from './plans';
import { read } from './reading';
import { DEFAULTS, SETTINGS } from '../../settings';

const ROOT = join(__dirname, '..', '..', '..');
const artifact = loadArtifact(join(ROOT, 'policies', 'compiled'));
const settings = loadSettings(DEFAULTS, artifact.settings, artifact.catalog, SETTINGS);
const engine = new Engine(artifact.wasm, JSON.stringify(settings.data));

/** Sets come out of the policy in any order. */
const canonical = (value: unknown): Json => {
  if (Array.isArray(value)) return value.map((element) => JSON.stringify(canonical(element))).sort();
  if (typeof value !== 'object' || value === null) return value as Json;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([member, held]) => [member, canonical(held)]));
};

const judgeOne = judgeEach({ settings: SETTINGS }, true);
const judge = (content: Uint8Array): Report => judgeOne({ path: 'plan.json', bytes: content }).report;

test('the policy is compiled with the resource types that it reads', () => {
  expect([...(artifact.types ?? [])]).toEqual(
    expect.arrayContaining(['aws_security_group', 'aws_lb', 'terraform_data']),
  );
});

test('pruning values that no rule reads does not change the answer of the policy', () => {
  let removed = 0;
  fc.assert(
    fc.property(anyPlan, (content) => {
      const kept = read(bytes(content), artifact.types);
      const whole = { ...kept, document: content };
      const said = engine.evaluate([kept]);
      expect(canonical(said)).toEqual(canonical(engine.evaluate([whole])));
      expect(said.documents['plan.json']?.resources).toBe(kept.resources);
      removed += JSON.stringify(content).length - JSON.stringify(kept.document).length;
    }),
    { numRuns: 60 },
  );
  expect(removed).toBeGreaterThan(10_000);
}, 120_000);

describe('a denied plan', () => {
  const denied = plan([openGroup(22), queue()], { variables: { note: { value: 'ä ☂ 😀 "quoted" \\ {[]}:,' } } });
  const text = JSON.stringify(denied);
  const report = judge(Buffer.from(text));

  test('is denied', () => {
    expect(report.verdict.exitCode).toBe(1);
    expect(report.findings.map(({ address }) => address)).toEqual(['aws_security_group.open']);
  });

  const layout = fc.constantFrom(undefined, 1, '\t');
  const encoding = fc.constantFrom<(written: string) => Buffer>(
    (written) => Buffer.from(written),
    (written) => Buffer.from(`\uFEFF${written}`),
    (written) => Buffer.from(written, 'utf16le'),
    (written) => Buffer.from(`\uFEFF${written}`, 'utf16le'),
    (written) => Buffer.from(written, 'utf16le').swap16(),
    (written) => Buffer.from(`\uFEFF${written}`, 'utf16le').swap16(),
  );

  test('is denied in every encoding and layout, with unknown keys', () => {
    const extra = fc.dictionary(fc.stringMatching(/^[a-z_]{1,12}$/), fc.jsonValue() as fc.Arbitrary<Json>, {
      maxKeys: 3,
    });
    fc.assert(
      fc.property(
        encoding,
        layout,
        extra,
        fc.constantFrom('stacks', 'input', 'data'),
        (encode, space, more, wrapper) => {
          const content = { ...more, [wrapper]: { x: plan([queue()]) }, ...denied };
          expect(judge(encode(JSON.stringify(content, null, space))).findings).toEqual(report.findings);
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);

  test('never passes when it is cut off anywhere', () => {
    fc.assert(
      fc.property(
        encoding,
        layout,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (encode, space, part) => {
          const whole = encode(JSON.stringify(denied, null, space));
          const cut = judge(whole.subarray(0, Math.floor(whole.length * part)));
          expect(cut.verdict.exitCode).toBe(2);
        },
      ),
      { numRuns: 100 },
    );
  }, 60_000);

  test('never passes with anything but white space after it or before it', () => {
    const rest = fc.oneof(fc.string({ minLength: 1 }), fc.json(), fc.constantFrom('\0', '}', ']', ',', '{}', text));
    fc.assert(
      fc.property(encoding, rest, fc.boolean(), (encode, garbage, before) => {
        const content = encode(before ? `${garbage}${text}` : `${text}${garbage}`);
        const { exitCode } = judge(content).verdict;
        expect(exitCode).toBe(/^[ \t\r\n]*$/.test(garbage) ? 1 : 2);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  test('is refused when an object has a key twice, also when the key is escaped', () => {
    const names = [...text.matchAll(/([{,])("([a-z_]+)"):/g)];
    const value = fc.constantFrom('null', '{}', '[]', '[{}]', '"x"', '0');
    fc.assert(
      fc.property(fc.nat(names.length - 1), value, fc.boolean(), (index, other, escape) => {
        const [, start = '', quoted = '', name = ''] = names[index] ?? [];
        const at = (names[index]?.index ?? 0) + start.length;
        const twin = escape ? `"\\u00${name.charCodeAt(0).toString(16)}${name.slice(1)}"` : quoted;
        const doubled = `${text.slice(0, at)}${twin}:${other},${text.slice(at)}`;
        // JSON itself allows it, and the last one counts.
        expect(() => JSON.parse(doubled) as unknown).not.toThrow();
        expect(judge(Buffer.from(doubled)).problems[0]?.what).toContain(`has the key "${name}" twice`);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  test('never ends in a crash, whatever byte is changed', () => {
    const content = Buffer.from(text);
    fc.assert(
      fc.property(fc.nat(content.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const changed = Buffer.from(content);
        changed[at] = byte;
        expect(JSON.stringify(judge(changed).problems)).not.toContain('This is a bug in the gate');
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});

test('unusual keys and values are judged like any others', () => {
  const odd: JsonObject = JSON.parse(
    '{"__proto__": {"ingress": []}, "constructor": 1, "toString": null, "large": 90071992547409931234, "nul": "\\u0000"}',
  ) as JsonObject;
  const group = openGroup(22);
  const after = { ...group.after };
  Object.defineProperty(after, '__proto__', { value: odd['__proto__'], enumerable: true });
  const { findings } = judge(bytes(plan([{ ...group, after: { ...after, tags: odd } }])));
  expect(findings.map(({ address }) => address)).toEqual(['aws_security_group.open']);
});
