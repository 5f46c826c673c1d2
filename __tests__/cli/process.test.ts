import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bytes, openGroup, plan } from '../gate/input/plans';
import { DEFAULTS, SETTINGS } from '../settings';
import { withSettings } from './run';

const ROOT = join(__dirname, '..', '..');
const BUNDLE = join(ROOT, 'dist', 'tollgate.js');

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
const tollgate = (...args: string[]) =>
  run(process.execPath, [join(ROOT, 'cli', 'tollgate.js'), ...withSettings(args)], directory);

test('a run in another directory judges what is there and ends with the verdict', () => {
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

test('standard input is read, and a pipe that is closed early is no failure', () => {
  const script = `cat bad.json | "${process.execPath}" "${join(ROOT, 'cli', 'tollgate.js')}" check --settings "${SETTINGS}" - --json | head -c 20`;
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
  const child = spawn(
    process.execPath,
    [join(ROOT, 'cli', 'tollgate.js'), ...withSettings(['check', 'many.json', '--json'])],
    {
      cwd: directory,
      stdio: ['ignore', writer, 'inherit'],
    },
  );
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
    join(ROOT, 'gate'),
  );
  expect([status, stderr, stdout.split('\n')[0]]).toEqual([1, '', 'DENIED  1 blocking finding (1 stack, 1 resource)']);
}, 60_000);

test('a path below a file is judged as one that does not exist', () => {
  const { status, stdout, stderr } = tollgate('check', 'good.json/y');
  expect([status, stderr]).toEqual([2, '']);
  expect(stdout).toContain('good.json/y does not exist: a part of the path is a file.');
});

test.each([
  [['check', 'good.json', '--format', 'json=/proc/x/y'], 'error: /proc/x/y cannot be written: the directory /proc/x '],
  [['check', 'good.json', '--output', '/proc/x/y/z'], 'error: /proc/x/y/z cannot be written: the directory /proc/x '],
  [
    ['check', 'good.json', '--format', 'json=good.json/y'],
    'error: good.json/y cannot be written: the directory good.json ',
  ],
  [['check', 'good.json', '--output', 'good.json/y'], 'error: good.json/y cannot be written: the directory good.json '],
  [['export', 'hcp', '/proc/x/y/z'], '/proc/x/y/z cannot be written: the directory /proc/x cannot be made'],
  [
    ['export', 'bundle', '/proc/x/y.tar.gz'],
    '/proc/x/y.tar.gz cannot be written: the directory /proc/x cannot be made',
  ],
])('%j, where nothing can be written, ends at once', (words, message) => {
  const { status, signal, stderr } = tollgate(...words);
  expect([status, signal]).toEqual([2, null]);
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(/^ +at .+:\d+/m);
});

test.each([
  [['check', 'good.json'], 'small'],
  [['check', '--baseline', 'good.json', '-'], 'large'],
  [['check', 'b*.json', 'good.json'], 'large'],
  [['check', 'no.json'], 'large'],
  [['check', 'large.json'], 'large'],
  [['rules'], 'other'],
])('%j is a run of the kind %s', (words, kind) => {
  writeFileSync(join(directory, 'large.json'), Buffer.alloc(1 << 20));
  const script = `process.stdout.write(require('${join(ROOT, 'cli', 'ahead')}').begin(${JSON.stringify(words)}).kind)`;
  expect(run(process.execPath, ['-e', script], directory).stdout).toBe(kind);
});

describe('a bundle that was not made from the sources as they are', () => {
  const forged = 'module.exports = { main: async () => 0 };\n';
  const version = (code: string): string => code.slice(code.lastIndexOf('//# made from '));

  test.each<[string, () => string]>([
    ['has no sources', () => `${forged}//# made from {}`],
    ['names no sources', () => forged],
    ['names a source that is gone', () => `${forged}//# made from {"cli/gone.ts": "1 1"}`],
    ['names another version', () => forged + version(readFileSync(BUNDLE, 'utf8')).replace(/"(\d)/, '"1$1')],
    ['is cut off', () => readFileSync(BUNDLE, 'utf8').slice(0, -100)],
  ])('is made again when it %s', (_, content) => {
    tollgate('--version');
    const whole = readFileSync(BUNDLE, 'utf8');
    writeFileSync(BUNDLE, content());
    expect(tollgate('check', 'bad.json').status).toBe(1);
    expect(readFileSync(BUNDLE, 'utf8')).toBe(whole);
  });

  test('is made again when a source changed', () => {
    tollgate('--version');
    const before = version(readFileSync(BUNDLE, 'utf8'));
    const now = new Date();
    utimesSync(join(ROOT, 'cli', 'check.ts'), now, now);
    expect(tollgate('check', 'bad.json').status).toBe(1);
    expect(version(readFileSync(BUNDLE, 'utf8'))).not.toBe(before);
  });
});

describe('what an earlier run found right of the policy and the settings', () => {
  let copy: string;
  let installed: (...args: string[]) => SpawnSyncReturns<string>;
  beforeEach(() => {
    copy = join(directory, 'installation');
    for (const part of ['cli', 'gate', 'package.json', 'package-lock.json']) {
      cpSync(join(ROOT, part), join(copy, part), { recursive: true });
    }
    // Defaults that declare what ours do.
    for (const from of [DEFAULTS, SETTINGS]) cpSync(from, join(copy, 'policies', 'defaults'), { recursive: true });
    rmSync(join(copy, 'policies', 'defaults', 'prices.rego'));
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    installed = (...args) => run(process.execPath, [join(copy, 'cli', 'tollgate.js'), ...args], directory);
    expect(installed('check', 'bad.json').status).toBe(1);
  });

  const proven = (): string => readFileSync(join(copy, 'dist', 'tollgate.proven'), 'utf8');
  const setting = (name: string): string => join(copy, 'policies', 'defaults', `${name}.json`);
  const enforcement = (acts: string): void =>
    writeFileSync(setting('enforcement'), JSON.stringify({ enforcement: { default: acts, rules: {} } }));

  test('is taken while nothing changes', () => {
    const digest = /"digest":"(\w+)"/.exec(proven())?.[1] ?? '';
    writeFileSync(join(copy, 'dist', 'tollgate.proven'), proven().replace(digest, 'f'.repeat(64)));
    const { status, stdout } = installed('check', 'bad.json', '--json');
    expect([status, stdout]).toEqual([1, expect.stringContaining(`"policy": "${'f'.repeat(64)}"`)]);
  });

  test('is not taken when somebody else has settings of their own', () => {
    mkdirSync(join(directory, 'own'));
    writeFileSync(join(directory, 'own', 'enforcement.json'), '{"enforcement": {"default": "warn", "rules": {}}}');
    expect(installed('check', 'bad.json', '--settings', 'own').status).toBe(0);
    expect(installed('check', 'bad.json').status).toBe(1);
  });

  test.each<[string, () => void, number, string]>([
    ['a setting changed', () => enforcement('warn'), 0, 'PASSED'],
    [
      'a setting changed and looks as old as before',
      () => {
        const path = setting('enforcement');
        const { atime, mtime } = statSync(path);
        const text = readFileSync(path, 'utf8');
        writeFileSync(path, text.replace('"block"', '"warn" '));
        utimesSync(path, atime, mtime);
        expect(statSync(path).size).toBe(text.length);
      },
      0,
      'PASSED',
    ],
    ['a setting is wrong', () => enforcement('sometimes'), 2, '/enforcement/default must be equal to one of'],
    ['a setting is gone', () => rmSync(setting('limits')), 2, 'limits.json is missing'],
    ['there is another file', () => writeFileSync(setting('more'), '{"more": 1}'), 2, 'more.schema.json is missing'],
    [
      'the policy is another one of the same size',
      () => {
        const path = join(copy, 'gate', 'artifact', 'policy.wasm');
        const bytes = readFileSync(path);
        writeFileSync(path, bytes.fill(bytes.at(-1) === 0 ? 1 : 0, bytes.length - 1));
      },
      2,
      'policy.wasm is not the file that manifest.json names',
    ],
    [
      'the catalog is another one',
      () => writeFileSync(join(copy, 'gate', 'artifact', 'catalog.json'), '[]'),
      2,
      'catalog.json is not the file that manifest.json names',
    ],
    [
      'the code is another one',
      () =>
        writeFileSync(
          join(copy, 'gate', 'engine', 'fail-on.ts'),
          'export const failingFrom = (): Map<string, string> => new Map();\n',
        ),
      1,
      'DENIED',
    ],
  ])('is not taken when %s, in this run and the next', (_, change, status, words) => {
    const before = proven();
    change();
    for (let times = 0; times < 2; times++) {
      const ended = installed('check', 'bad.json');
      expect([ended.status, ended.stdout]).toEqual([status, expect.stringContaining(words)]);
    }
    expect(proven()).not.toBe(before);
  });

  test('is not taken for a policy that was read before another one took its place', () => {
    const digest = /"digest":"(\w+)"/.exec(proven())?.[1] ?? '';
    writeFileSync(join(copy, 'dist', 'tollgate.proven'), proven().replace(digest, 'f'.repeat(64)));
    const script = `const { policy, kind } = require('${copy}/cli/ahead').begin(process.argv.slice(2));
      require('${copy}/cli/bundle').load({ kind, policy: { ...policy, version: process.env.VERSION ?? policy.version } });`;
    writeFileSync(join(directory, 'run.js'), script);
    const policyIn = (command: string): string =>
      /"policy": "(\w+)"/.exec(run('bash', ['-c', command], directory).stdout)?.[1] ?? '';
    expect(policyIn('node run.js check bad.json --json')).toBe('f'.repeat(64));
    expect(policyIn('VERSION=another node run.js check bad.json --json')).toBe(digest);
  });

  test('is not looked for where there are no settings, which the report says', () => {
    rmSync(join(copy, 'policies'), { recursive: true });
    for (let times = 0; times < 2; times++) {
      const { status, stdout, stderr } = installed('check', 'bad.json');
      expect([status, stdout, stderr]).toEqual([2, expect.stringContaining('COULD NOT JUDGE'), '']);
    }
  });

  test('is nothing where a waiver depends on the day', () => {
    const entry = {
      ...{ rule: 'NET-006', address: 'aws_security_group.open' },
      ...{ reason: 'it was needed in those days', owner: 'team', expires: '2000-01-01' },
    };
    writeFileSync(
      setting('waivers'),
      JSON.stringify({
        waivers: { longest_lifetime_days: 90, entries: [entry] },
      }),
    );
    for (let times = 0; times < 2; times++)
      expect(installed('check', 'bad.json', '--json').stdout).toContain('"state": "expired"');
    expect(proven().split('\n')[2]).toBe('null');
  });

  test('a policy that is no program is one that cannot be evaluated', () => {
    const artifact = join(copy, 'gate', 'artifact');
    writeFileSync(join(artifact, 'policy.wasm'), 'no program');
    const manifest = JSON.parse(readFileSync(join(artifact, 'manifest.json'), 'utf8')) as { sha256: object };
    const sha256 = { ...manifest.sha256, 'policy.wasm': createHash('sha256').update('no program').digest('hex') };
    writeFileSync(join(artifact, 'manifest.json'), JSON.stringify({ ...manifest, sha256 }));
    for (let times = 0; times < 2; times++) {
      const { status, stdout, stderr } = installed('check', 'bad.json');
      expect([status, stdout, stderr]).toEqual([2, expect.stringContaining('The policy could not be evaluated'), '']);
    }
  });
});
