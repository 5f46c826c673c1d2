/** Compares each report with a golden file. `UPDATE_GOLDEN=1` writes the files: review the difference. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv, { type ValidateFunction } from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import type { Log } from 'sarif';
import { FORMATS, render, type Format } from '../../../tollgate/report/formats';
import { githubReport } from '../../../tollgate/report/github';
import { junitReport } from '../../../tollgate/report/junit';
import { markdownReport } from '../../../tollgate/report/markdown';
import type { Finding, Judged, Repair } from '../../../tollgate/model';
import { catalog, denied, examples, passed, unjudged } from './example';

const GOLDEN = join(__dirname, '..', '..', 'golden', 'reports');
const SUFFIX: Readonly<Record<Format, string>> = {
  human: 'txt',
  json: 'json',
  sarif: 'sarif',
  junit: 'xml',
  markdown: 'md',
  github: 'github.txt',
};
const options = { version: '1.2.3', catalog, style: { colour: false, width: 100 } };
const write = (format: Format, judged: readonly Judged[]): string => render(format, judged, options);

const cases = Object.keys(examples).flatMap((name) => FORMATS.map((format) => [name, format] as const));

test.each(cases)('%s as %s', (name, format) => {
  const text = write(format, examples[name] ?? []);
  const path = join(GOLDEN, `${name}.${SUFFIX[format]}`);
  if (process.env['UPDATE_GOLDEN'] === '1' || !existsSync(path)) {
    // In a build server a missing file is a failure.
    expect(process.env['CI']).toBeUndefined();
    mkdirSync(GOLDEN, { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).toBe(readFileSync(path, 'utf8'));
});

test('there is no golden file that nothing writes', () => {
  expect(readdirSync(GOLDEN).sort()).toEqual(cases.map(([name, format]) => `${name}.${SUFFIX[format]}`).sort());
});

test.each(FORMATS)('%s shows new, waived, known and undecided findings', (format) => {
  const all = { ...options, style: { ...options.style, details: true } };
  const text = render(format, examples['denied'] ?? [], all).replaceAll('\\', '');
  for (const shown of ['NET-001', 'NET-002', 'DB-002', 'STO-003', '2026-03-31', 'network team', 'Until the import']) {
    expect(text).toContain(shown);
  }
  expect(text).toMatch(/expired|unused/);
});

describe('forgotten resources', () => {
  const forgetting = (...forgotten: string[]): Judged => ({
    files: ['plans/good.json'],
    report: { ...passed, stacks: [{ name: 'good.json', resources: 20, forgotten }] },
  });
  const words = (format: Format, ...judged: Judged[]): string => write(format, judged).replace(/\s+|\\|> /g, ' ');

  test.each(FORMATS.filter((format) => format !== 'json'))('is named once by %s', (format) => {
    const text = words(format, forgetting('aws_instance.old'));
    expect(text.split('Terraform forgets 1 resource, which stays in AWS: aws')).toHaveLength(2);
    expect(text).toContain('nothing else of it is judged or priced.');
  });

  test('are in the JSON of their stack', () => {
    expect(JSON.parse(write('json', [forgetting('a.b', 'a.c')]))).toMatchObject({
      stacks: [{ forgotten: ['a.b', 'a.c'] }],
    });
  });

  test('are named up to ten, then counted', () => {
    const names = Array.from({ length: 12 }, (_, at) => `aws_instance.i${at}`);
    const text = words('github', forgetting(...names));
    expect(text).toContain('Terraform forgets 12 resources, which stay in AWS: aws_instance.i0, ');
    expect(text).toMatch(/aws_instance\.i9, 2 more\. What they let through still counts/);
    expect(text).not.toContain('aws_instance.i10');
  });
});

describe('repairs by the plan', () => {
  const repairing = (...repairs: Repair[]): Judged => ({
    files: ['plans/good.json'],
    report: { ...passed, stacks: [{ name: 'good.json', resources: 20, repairs }] },
  });
  const words = (format: Format, ...judged: Judged[]): string => write(format, judged).replace(/\s+|\\|> /g, ' ');
  const raised = (at: number): Repair => ({
    ...{ address: `aws_autoscaling_group.g${at}`, attribute: 'max_size', found: '40', planned: '10' },
  });

  test.each(FORMATS.filter((format) => format !== 'json'))('are reported once by %s', (format) => {
    const text = words(format, repairing(raised(1), { address: 'aws_lb.gone' })).replaceAll(' _', '_');
    const sentence =
      'Changed outside of Terraform: aws_autoscaling_group.g1 max_size is 40; the plan changes it to 10.';
    expect(text.split(sentence)).toHaveLength(2);
    expect(text).toContain('Deleted outside of Terraform: aws_lb.gone. The plan creates it again.');
  });

  test('are in the JSON of their stack, as the schema says', () => {
    const written: unknown = JSON.parse(write('json', [repairing(raised(1), { address: 'aws_lb.gone' })]));
    expect(written).toMatchObject({ stacks: [{ repairs: [raised(1), { address: 'aws_lb.gone' }] }] });
    expect(published()(written)).toBe(true);
  });

  test('are listed up to ten, then counted', () => {
    const text = words('github', repairing(...Array.from({ length: 12 }, (_, at) => raised(at))));
    expect(text).toContain('aws_autoscaling_group.g9 max_size is 40');
    expect(text).toContain('The plan reverts 2 more changes made outside of Terraform.');
    expect(text).not.toContain('aws_autoscaling_group.g10');
  });

  test('shortens long values', () => {
    const long = JSON.stringify('x'.repeat(200));
    const text = words('github', repairing({ ...raised(1), found: long }));
    expect(text).toContain(`is "${'x'.repeat(59)}…; the plan changes it to 10.`);
  });
});

/** Validates a report against the published schema. */
function published(): ValidateFunction {
  const text = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'report.schema.json'), 'utf8');
  return new Ajv2020({ allErrors: true, strict: true, strictTypes: false }).compile(JSON.parse(text) as object);
}

describe('JSON', () => {
  const validate = published();

  test.each(Object.keys(examples))('%s is as its published schema says', (name) => {
    const valid = validate(JSON.parse(write('json', examples[name] ?? [])));
    expect(validate.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  test.each<[string, object]>([
    ['another version', { ...denied, schemaVersion: 2 }],
    ['an unknown property', { ...denied, more: 1 }],
    ['a finding without fingerprint', { ...denied, findings: [{ ...denied.findings[0], fingerprint: undefined }] }],
    ['a finding with an unknown property', { ...denied, findings: [{ ...denied.findings[0], more: 1 }] }],
    ['a waiver without owner', { ...denied, waived: [{ ...denied.waived[0], waiver: { rule: 'NET-001' } }] }],
  ])('the schema refuses %s', (_, report) => {
    expect(validate(JSON.parse(JSON.stringify(report)))).toBe(false);
  });
});

describe('SARIF', () => {
  // The standard's own schema. It is of draft 4, but uses nothing that draft 7 means another way.
  const { $schema: _, id: __, ...standard } = schema;
  const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false, unicodeRegExp: false }).compile(
    standard,
  );
  const log = (name: string): Log => JSON.parse(write('sarif', examples[name] ?? [])) as Log;

  test.each(Object.keys(examples))('%s is as the standard says', (name) => {
    const valid = validate(log(name));
    expect(validate.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  test('a waived finding is suppressed, and a known finding is unchanged', () => {
    const results = log('denied').runs[0]?.results ?? [];
    expect(
      results.map(({ ruleId, suppressions, baselineState }) => [ruleId, suppressions?.length, baselineState]),
    ).toEqual([
      ['NET-001', undefined, 'new'],
      ['NET-001', undefined, 'new'],
      ['NET-001', undefined, 'new'],
      ['STO-003', undefined, 'new'],
      ['DB-002', undefined, undefined],
      ['NET-002', 1, undefined],
      ['NET-002', undefined, 'unchanged'],
    ]);
  });

  test('a place is the line that made the resource, else the file that was judged', () => {
    const places = (name: string) =>
      log(name).runs[0]?.results?.map(({ locations }) => {
        const { artifactLocation, region } = locations?.[0]?.physicalLocation ?? {};
        return [artifactLocation?.uri, artifactLocation?.uriBaseId, region?.startLine];
      });
    expect(places('denied')?.slice(1, 3)).toEqual([
      ['stacks/tiers/groups.ts', '%SRCROOT%', 42],
      ['cdktf.out', '%SRCROOT%', 1],
    ]);
    expect(places('could-not-judge')).toEqual([['plans/broken.json', '%SRCROOT%', 1]]);
  });

  test.each([
    ['/tmp/a plan.json', 'file:///tmp/a%20plan.json'],
    ['C:\\plans\\plan.json', 'file:///C:/plans/plan.json'],
    ['pläne/a#1.json', 'pl%C3%A4ne/a%231.json'],
  ])('%s becomes the URI %s', (file, uri) => {
    const { runs } = JSON.parse(write('sarif', [{ files: [file], report: unjudged }])) as Log;
    expect(runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(uri);
  });

  test('fingerprints stay when lines move, and tell several findings at one place apart', () => {
    const [first] = denied.findings;
    if (first === undefined) throw new Error('no finding');
    const at = (line: number): Finding => ({ ...first, source: { file: 'stacks/tiers/groups.ts', line } });
    const prints = (findings: Finding[]) =>
      (JSON.parse(write('sarif', [{ files: [], report: { ...denied, findings } }])) as Log).runs[0]?.results
        ?.slice(0, findings.length)
        .map(({ partialFingerprints }) => partialFingerprints);
    expect(prints([at(42)])).toEqual(prints([at(99)]));
    expect(prints([at(42), { ...at(42), found: 'tcp 3306' }])).toEqual([
      { 'tollgate/v1': first.fingerprint, primaryLocationLineHash: '1111111111111111:1' },
      { 'tollgate/v1': first.fingerprint, primaryLocationLineHash: '1111111111111111:2' },
    ]);
  });
});

describe('JUnit', () => {
  test('counts passes, and says the same numbers as it has elements', () => {
    const xml = junitReport(examples['denied'] ?? []);
    const [, tests, failures, errors] =
      /<testsuites name="tollgate" tests="(\d+)" failures="(\d+)" errors="(\d+)">/.exec(xml) ?? ['', '', '', ''];
    expect([tests, failures, errors]).toEqual(['8', '3', '1']);
    expect(xml.match(/<testcase /g)).toHaveLength(8);
    expect(xml.match(/<failure /g)).toHaveLength(3);
    expect(xml.match(/<error /g)).toHaveLength(1);
  });

  test('holds no character that XML cannot hold', () => {
    const problems = [{ stack: '', what: 'a\u0000b\u001bc\ud800d<&>"', why: '', fix: '' }];
    const xml = junitReport([{ files: [], report: { ...unjudged, problems } }]);
    expect(xml).toContain('name="a\ufffdb\ufffdc\ufffdd&lt;&amp;&gt;&quot;"');
  });
});

describe('Markdown', () => {
  test('prints a charge by use with the same description once', () => {
    const costs = denied.costs.flatMap((cost) => [
      cost,
      ...(cost.usage === '' ? [] : [{ ...cost, address: 'aws_lb.nlb' }]),
    ]);
    const text = markdownReport([{ files: ['cdktf.out'], report: { ...denied, costs } }]);
    expect(text.match(/web: capacity units: /g)).toHaveLength(1);
  });

  const many = (number: number, length: number): Judged[] => {
    const [first] = denied.findings;
    if (first === undefined) throw new Error('no finding');
    const findings = Array.from({ length: number }, (_, index) => ({
      ...first,
      address: `aws_security_group.g${index}`,
      why: `${'long '.repeat(length / 5)}end${index}`,
    }));
    return [{ files: ['cdktf.out'], report: { ...denied, findings } }];
  };

  test.each([
    [10, 100],
    [1000, 100],
    [300, 5000],
    [3, 100_000],
  ])('%i findings of %i characters fit into a comment', (number, length) => {
    const text = markdownReport(many(number, length));
    expect(text.length).toBeLessThanOrEqual(65_000);
    const shown = new Set([...text.matchAll(/aws_security_group\.g(\d+)/g)].map(([, index]) => index));
    // Whole, or not at all.
    for (const index of shown) expect(text).toMatch(new RegExp(`end${String(index)}\\.`));
    const left = /Omitted, because of the length limit of comments: (\d+) findings?/.exec(text)?.[1];
    expect(shown.size + Number(left ?? 0)).toBe(number);
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
    // Nothing is left out that there would have been room for.
    if (left !== undefined && length < 1000) expect(text.length).toBeGreaterThan(63_000);
  });

  test('nothing that was judged becomes Markdown, HTML or a mention', () => {
    const what = '<img src=x> **bold** [link](http://x) @everyone #1 | cell `code`';
    const text = markdownReport([
      { files: [], report: { ...unjudged, problems: [{ stack: '', what, why: '', fix: '' }] } },
    ]);
    expect(text).toContain('\\<img src=x\\> \\*\\*bold\\*\\* \\[link\\]');
    expect(text).not.toContain('@everyone');
    expect(text).not.toMatch(/[^\\]`code/);
  });
});

describe('annotations', () => {
  test('escape strings that GitHub would read as commands', () => {
    const problems = [{ stack: '', what: 'a%b\nc\r::error::d', why: 'why', fix: 'fix' }];
    const lines = githubReport([{ files: ['a,b:c.json'], report: { ...unjudged, problems } }]).split('\n');
    expect(lines[1]).toBe('::error file=a%2Cb%3Ac.json,title=Could not judge::a%25b%0Ac%0D::error::d why fix');
  });

  test('a pass has one line, which is not a workflow command', () => {
    expect(githubReport([{ files: ['plan.json'], report: passed }])).toBe('PASSED  1 stack, 1 resource\n');
  });
});
