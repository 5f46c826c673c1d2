import { execFileSync, spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootShape, writePlan } from '../../bench/plans';
import { expand } from '../../tollgate/cli/wildcards';
import { SETTINGS } from '../settings';

const TOLLGATE = join(__dirname, '..', '..', 'tollgate', 'dist', 'js', 'tollgate.js');

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'tollgate-many-'));
  mkdirSync(join(directory, 'b'));
  mkdirSync(join(directory, '[x]'));
  // Together large enough that threads pay.
  writePlan(join(directory, 'b', '2.json'), rootShape(1_000));
  for (const name of ['b/10.json', 'a.json']) linkSync(join(directory, 'b', '2.json'), join(directory, name));
  writeFileSync(join(directory, 'c.json'), '{');
  writeFileSync(join(directory, '[x]', 'plan.json'), '{}');
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('patterns on the command line', () => {
  const expanded = (...words: string[]): string[] => {
    const files = expand(words.map((word) => join(directory, word)));
    return files.map((file) => file.slice(directory.length + 1));
  };

  test.each([
    [['*.json'], ['a.json', 'c.json']],
    [['**/*.json'], ['[x]/plan.json', 'a.json', 'b/10.json', 'b/2.json', 'c.json']],
    [
      ['c.json', 'b/{2,10}.json', 'a.json'],
      ['c.json', 'b/10.json', 'b/2.json', 'a.json'],
    ],
    [['[x]'], ['[x]']],
    [['missing.json'], ['missing.json']],
  ])('%j are the files %j', (words, files) => {
    expect(expanded(...words)).toEqual(files);
  });

  test('that match nothing are refused', () => {
    expect(() => expanded('a.json', 'nothing/*.json')).toThrow('no file matches');
  });
});

test('many plans are judged on all cores as one after the other, in their order', () => {
  const files = ['c.json', 'b/2.json', 'a.json', 'b/10.json'].map((name) => join(directory, name));
  const { status, stdout } = spawnSync(
    process.execPath,
    [TOLLGATE, 'check', '--settings', SETTINGS, '--json', ...files],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  const { reports } = JSON.parse(stdout) as {
    reports: { files: string[]; report: { verdict: { outcome: string } } }[];
  };
  expect(status).toBe(2);
  expect(reports.map((one) => [one.files[0], one.report.verdict.outcome])).toEqual([
    [files[0], 'could-not-judge'],
    [files[1], 'passed'],
    [files[2], 'passed'],
    [files[3], 'passed'],
  ]);
  const alone = execFileSync(process.execPath, [TOLLGATE, 'check', '--settings', SETTINGS, '--json', files[2] ?? ''], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  expect(reports[2]?.report).toEqual(JSON.parse(alone));
});
