import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  cpSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bytes, openGroup, plan } from '../gate/input/plans';
import { SETTINGS } from '../settings';
import { withSettings } from './run';

const ROOT = join(__dirname, '..', '..');
const PACKAGE = join(ROOT, 'tollgate');

const PROGRAM = join(PACKAGE, 'dist', 'js', 'tollgate.js');

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'tollgate-process-'));
  writeFileSync(join(directory, 'good.json'), bytes(plan([openGroup(80)])));
  writeFileSync(join(directory, 'bad.json'), bytes(plan([openGroup(22)])));
});
afterEach(() => rmSync(directory, { recursive: true }));

const run = (command: string, args: readonly string[], cwd: string, input?: Buffer): SpawnSyncReturns<string> =>
  spawnSync(command, args, {
    cwd,
    timeout: 20_000,
    encoding: 'utf8',
    ...(input === undefined ? {} : { input }),
    env: { ...process.env, npm_config_cache: join(directory, 'npm'), NODE_OPTIONS: '' },
  });
const tollgate = (...args: string[]) => run(process.execPath, [PROGRAM, ...withSettings(args)], directory);

test('a run in another directory judges the files of that directory and ends with the verdict', () => {
  const passed = tollgate('check', 'good.json');
  expect([passed.status, passed.stderr, passed.stdout.split('\n')[0]]).toEqual([0, '', 'PASSED  1 stack, 1 resource']);
  const denied = tollgate('check', 'bad.json');
  expect([denied.status, denied.stderr, denied.stdout]).toEqual([
    1,
    '',
    expect.stringContaining('aws_security_group.open'),
  ]);
  expect(tollgate('check', 'no.json').status).toBe(2);
  expect(tollgate('check', 'good.json', '--nothing').status).toBe(2);
});

test('standard input is read, and a pipe that is closed early is not a failure', () => {
  const script = `cat bad.json | "${process.execPath}" "${PROGRAM}" check --settings "${SETTINGS}" - --json | head -c 20`;
  const { stdout, stderr } = run('bash', ['-c', script], directory);
  expect([stdout, stderr]).toEqual(['{\n  "schemaVersion":', '']);
});

test('a pipe that does not wait gets all of a long report', async () => {
  const groups = Array.from({ length: 300 }, (_, at) => openGroup(22, `open_${at}`));
  writeFileSync(join(directory, 'many.json'), bytes(plan(groups)));
  const whole = tollgate('check', 'many.json', '--json').stdout;
  expect(whole.length).toBeGreaterThan(1 << 17);
  const pipe = join(directory, 'pipe');
  run('mkfifo', [pipe], directory);
  const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
  const writer = openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK);
  const child = spawn(process.execPath, [PROGRAM, ...withSettings(['check', 'many.json', '--json'])], {
    cwd: directory,
    stdio: ['ignore', writer, 'inherit'],
  });
  closeSync(writer);
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const parts: Buffer[] = [];
  const part = Buffer.alloc(1 << 16);
  // Slower than it writes, until it has closed its end.
  for (let length = -1; length !== 0;) {
    await sleep(20);
    try {
      length = readSync(reader, part);
      parts.push(Buffer.from(part.subarray(0, length)));
    } catch (error) {
      expect((error as NodeJS.ErrnoException).code).toBe('EAGAIN');
    }
  }
  closeSync(reader);
  expect(await ended).toBe(1);
  expect(Buffer.concat(parts).toString()).toBe(whole);
}, 60_000);

test('npx finds the program anywhere in the repository', () => {
  const { status, stdout, stderr } = run(
    'npx',
    ['--offline', 'tollgate', ...withSettings(['check', join(directory, 'bad.json')])],
    join(ROOT, 'policies'),
  );
  expect([status, stderr, stdout.split('\n')[0]]).toEqual([1, '', 'DENIED  1 blocking finding (1 stack, 1 resource)']);
}, 60_000);

test('a path below a file is judged as one that does not exist', () => {
  const { status, stdout, stderr } = tollgate('check', 'good.json/y');
  expect([status, stderr]).toEqual([2, '']);
  expect(stdout).toContain('good.json/y does not exist: a part of the path is a file, not a directory.');
});

test.each([
  [['check', 'good.json', '--format', 'json=/proc/x/y'], 'error: /proc/x/y cannot be written: the directory /proc/x '],
  [['check', 'good.json', '--output', '/proc/x/y/z'], 'error: /proc/x/y/z cannot be written: the directory /proc/x '],
  [
    ['check', 'good.json', '--format', 'json=good.json/y'],
    'error: good.json/y cannot be written: the directory good.json ',
  ],
  [['check', 'good.json', '--output', 'good.json/y'], 'error: good.json/y cannot be written: the directory good.json '],
  [['export', 'hcp', '/proc/x/y/z'], '/proc/x/y/z cannot be written: the directory /proc/x cannot be created'],
  [
    ['export', 'bundle', '/proc/x/y.tar.gz'],
    '/proc/x/y.tar.gz cannot be written: the directory /proc/x cannot be created',
  ],
])('%j, where nothing can be written, ends at once', (words, message) => {
  const { status, signal, stderr } = tollgate(...words);
  expect([status, signal]).toEqual([2, null]);
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/^ +at .+:\d+/m);
});

describe('an installation that is damaged', () => {
  let copy: string;
  let installed: (...args: string[]) => SpawnSyncReturns<string>;
  beforeEach(() => {
    copy = join(directory, 'installation');
    cpSync(join(PACKAGE, 'dist'), copy, { recursive: true });
    installed = (...args) => run(process.execPath, [join(copy, 'js', 'tollgate.js'), ...args], directory);
    expect(installed('check', 'bad.json', '--settings', SETTINGS).status).toBe(1);
  });

  const setting = (name: string): string => join(copy, 'policies', 'defaults', `${name}.json`);
  const compiled = (name: string): string => join(copy, 'policies', 'compiled', name);

  test.each<[string, () => void, string]>([
    [
      'a setting that is wrong',
      () => writeFileSync(setting('enforcement'), '{"enforcement": {"default": "sometimes", "rules": {}}}'),
      '/enforcement/default must be equal to one of',
    ],
    ['a setting that is gone', () => rmSync(setting('limits')), 'limits.json is missing'],
    ['a setting without schema', () => writeFileSync(setting('more'), '{"more": 1}'), 'more.schema.json is missing'],
    [
      'another policy of the same size',
      () => {
        const bytes = readFileSync(compiled('policy.wasm'));
        writeFileSync(compiled('policy.wasm'), bytes.fill(bytes.at(-1) === 0 ? 1 : 0, bytes.length - 1));
      },
      'policy.wasm does not match manifest.json',
    ],
    [
      'another catalog',
      () => writeFileSync(compiled('catalog.json'), '[]'),
      'catalog.json does not match manifest.json',
    ],
    ['no policies', () => rmSync(join(copy, 'policies'), { recursive: true }), 'COULD NOT JUDGE'],
    [
      'a policy that is not a program',
      () => {
        writeFileSync(compiled('policy.wasm'), 'no program');
        const manifest = JSON.parse(readFileSync(compiled('manifest.json'), 'utf8')) as { sha256: object };
        const sha256 = { ...manifest.sha256, 'policy.wasm': createHash('sha256').update('no program').digest('hex') };
        writeFileSync(compiled('manifest.json'), JSON.stringify({ ...manifest, sha256 }));
      },
      'The policy could not be evaluated',
    ],
  ])('%s: nothing is judged', (_, damage, words) => {
    damage();
    const { status, stdout, stderr } = installed('check', 'bad.json');
    expect([status, stdout, stderr]).toEqual([2, expect.stringContaining(words), '']);
  });

  test('writes nothing into its own directory', () => {
    const files = (): string[] => readdirSync(copy, { recursive: true, encoding: 'utf8' }).sort();
    const before = files();
    installed('check', 'bad.json');
    installed('rules');
    expect(files()).toEqual(before);
  });
});
