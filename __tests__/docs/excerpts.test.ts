/** The excerpts in README.md are output of the commands before them. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../cli/run';
import { DEFAULTS } from '../settings';

const ROOT = join(__dirname, '..', '..');
const LEFT_OUT = '…';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** The excerpt that begins with this word. */
function excerpt(word: string): string[] {
  const blocks = [...readme.matchAll(/^```text\n([^]*?)\n```$/gm)].map(([, block = '']) => block.split('\n'));
  const found = blocks.find(([first]) => first?.startsWith(word));
  if (found === undefined) throw new Error(`README.md has no excerpt that begins with ${word}`);
  return found;
}

/** Expects the lines in the output, in their order; lines that follow each other there do so in the output. */
function expectLines(output: string, lines: readonly string[]): void {
  const printed = output.split('\n');
  let at = 0;
  let anywhere = false;
  for (const line of lines) {
    if (line === LEFT_OUT) {
      anywhere = true;
      continue;
    }
    const found = anywhere ? printed.indexOf(line, at) : at;
    expect({ line: printed[found] }).toEqual({ line });
    at = found + 1;
    anywhere = false;
  }
}

/** The output of `npm start` in a copy of the app. */
function start(change: (production: string) => string): string {
  const copy = mkdtempSync(join(tmpdir(), 'tollgate-readme-'));
  try {
    for (const part of ['main.ts', 'tsconfig.json', 'package.json', 'config', 'stacks', 'policies']) {
      cpSync(join(ROOT, part), join(copy, part), { recursive: true });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'dir');
    const environment = join(copy, 'config', 'environments', 'production.ts');
    writeFileSync(environment, change(readFileSync(environment, 'utf8')));
    return spawnSync(process.execPath, ['--import', 'tsx', 'main.ts'], { cwd: copy, encoding: 'utf8' }).stdout;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

test('npm start prints the first excerpt', () => {
  expectLines(
    start((production) => production),
    excerpt('PASSED'),
  );
});

test('npm start prints the second excerpt after the change that README.md names', () => {
  expect(readme).toContain('set `maximum: 40`');
  const output = start((production) => production.replace('maximum: 10,', 'maximum: 40,'));
  expectLines(output, excerpt('DENIED'));
});

test('a check without settings prints the third excerpt', async () => {
  const { code, out } = await run(['check', '--settings', DEFAULTS, join(ROOT, 'bench', 'base-plan.json')]);
  expect(code).toBe(2);
  expectLines(out.replaceAll(/\S*base-plan\.json/g, 'plan.json'), excerpt('COULD NOT JUDGE'));
});
