import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run';
import { couldNotJudge } from '../../tollgate/judge';

const ROOT = join(__dirname, '..', '..');

let directory: string;
beforeAll(() => (directory = mkdtempSync(join(tmpdir(), 'compare-'))));
afterAll(() => rmSync(directory, { recursive: true }));

const problem = { stack: '', what: 'It broke.', why: 'Because.', fix: 'Mend it.' };

function write(name: string, content: unknown): string {
  const path = join(directory, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

test.each([
  ['human', /^Could not judge\nThe change affects nothing that the gate reports/],
  ['markdown', /^## ⚠️ Could not judge\n\nThe change affects nothing/],
  ['json', /^\{\n {2}"schemaVersion": 1,\n {2}"verdict": \{\n {4}"exitCode": 2/],
])('prints as %s and ends with 0, though the head could not be judged', async (format, text) => {
  const report = write('report.json', couldNotJudge([problem]));
  const { code, out, error } = await run(['compare', report, report, '--format', format]);
  expect([code, error]).toEqual([0, '']);
  expect(out).toMatch(text);
});

test('prints human-readable text by default, and writes to a file with --output', async () => {
  const report = write('report.json', couldNotJudge([problem]));
  const output = join(directory, 'text');
  expect(await run(['compare', report, report, '--output', output])).toEqual({ code: 0, out: '', error: '' });
  expect((await run(['compare', report, report])).out).toBe(readFileSync(output, 'utf8'));
});

test.each([
  [
    'of another version',
    { ...couldNotJudge([]), schemaVersion: 2 },
    'has schemaVersion 2; this version of the gate reads schemaVersion 1 only.',
  ],
  ['that is not JSON', 'no', 'is not valid JSON'],
  ['that is something else', { schemaVersion: 1 }, 'is not a JSON report of the gate: verdict is not an object.'],
])('a report %s ends with 2, on either side', async (_, content, message) => {
  const [good, bad] = [write('good.json', couldNotJudge([problem])), write('bad.json', content)];
  for (const words of [
    [good, bad],
    [bad, good],
  ]) {
    const { code, out, error } = await run(['compare', ...words]);
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain(`${bad} ${message}`);
    expect(error).toContain('Write both reports with `--format json=FILE`');
  }
});

test.each([
  [
    'a file that is not there',
    ['nowhere.json', 'nowhere.json'],
    `nowhere.json does not exist.\nA comparison needs both reports.\nCheck the path. Relative paths start at ${process.cwd()}.`,
  ],
  ['a directory', [ROOT, ROOT], `${ROOT} is a directory.\n`],
  ['one file only', ['a.json'], "missing required argument 'HEAD'"],
  ['a form that there is not', ['a.json', 'b.json', '--format', 'sarif'], 'Allowed choices are human, markdown, json.'],
])('%s ends with 2', async (_, words, message) => {
  const { code, out, error } = await run(['compare', ...words]);
  expect([code, out]).toEqual([2, '']);
  expect(error).toContain(message);
});

test('a comparison that cannot be written says what is wrong, why, and how to fix it', async () => {
  const report = write('report.json', couldNotJudge([problem]));
  const output = join(report, 'below', 'text');
  const { code, out, error } = await run(['compare', report, report, '--output', output]);
  expect([code, out]).toEqual([2, '']);
  expect(error).toMatch(new RegExp(`^${output} cannot be written: the directory .*\n.+\n.+\n$`));
});
