import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytes, openGroup, plan } from '../gate/input/plans';
import { run } from './run';

const ROOT = join(__dirname, '..', '..');

const { version } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as {
  version: string;
};

test.each([['--version'], ['-V']])('%s prints the version', async (option) => {
  expect(await run([option])).toEqual({ code: 0, out: `${version}\n`, error: '' });
});

test.each([['--help'], ['-h']])('%s names the commands and the exit codes', async (option) => {
  const { code, out, error } = await run([option]);
  expect([code, error]).toEqual([0, '']);
  expect(out).toMatch(/^Usage: tollgate \[options\] \[command\]\n/);
  expect(out).toMatch(/check \[options\] <FILE...> +judge plans, states or synthesized stacks/);
  expect(out).toMatch(/\n {2}0 {2}every blocking rule passed\n {2}1 .*\n {2}2 /);
});

test('check --help names every option, the kinds of files, and examples', async () => {
  const { code, out, error } = await run(['check', '--help']);
  expect([code, error]).toEqual([0, '']);
  for (const word of [
    '--settings <DIR>',
    '--waivers <FILE>',
    '--baseline <FILE>',
    '--fail-on <SEVERITY>',
    '--together',
    '--format <NAME[=FILE]>',
    '--output <FILE>',
    '--json',
    'cdktf.out',
    'standard input',
    'terraform show -json',
  ]) {
    expect(out).toContain(word);
  }
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
});

describe('a command line that is not understood ends with 2, with a hint, and judges nothing', () => {
  test.each([
    [['check', '--jsn', 'plan.json'], "error: unknown option '--jsn'\n(Did you mean --json?)\n"],
    [['check'], "error: missing required argument 'FILE'\n"],
    [['check', '--settings'], "error: option '--settings <DIR>' argument missing\n"],
    [['chek', 'plan.json'], "error: unknown command 'chek'\n(Did you mean check?)\n"],
    [['plan.json'], "error: unknown command 'plan.json'\n"],
    [['--jsn'], "error: unknown option '--jsn'\n"],
  ])('%j', async (words, message) => {
    const { code, out, error } = await run(words);
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain(message);
    expect(error).toMatch(/Run `tollgate (check )?--help` for the (commands|options)\.\n$/);
  });

  test('nothing at all', async () => {
    const { code, out, error } = await run([]);
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain('Usage: tollgate');
  });
});

test('no documentation has a reader run a package of a registry by our name', () => {
  const docs = ['README.md', ...readdirSync(join(ROOT, 'docs')).map((name) => join('docs', name))];
  const commands = docs
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => readFileSync(join(ROOT, name), 'utf8').match(/^```[^]*?^```/gm) ?? [])
    .flatMap((block) => block.split('\n'));
  expect(commands.filter((line) => /npx (?!--no-install )(.* )?tollgate( |$)/.test(line))).toEqual([]);
  expect(commands.filter((line) => line.includes('tollgate/dist/js/tollgate.js')).length).toBeGreaterThan(0);
});

test('the flows that README declares for another team are in order, and let their load balancer through', async () => {
  const [, flows = ''] = /```json\n(\{\n {2}"flows"[^]*?)```/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8')) ?? [];
  const directory = mkdtempSync(join(tmpdir(), 'tollgate-usage-'));
  try {
    mkdirSync(join(directory, 'settings'));
    writeFileSync(join(directory, 'settings', 'flows.json'), flows);
    const path = join(directory, 'plan.json');
    writeFileSync(path, bytes(plan([openGroup(443)])));
    expect((await run(['check', path])).code).toBe(1);
    expect((await run(['check', '--settings', join(directory, 'settings'), path])).code).toBe(0);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
