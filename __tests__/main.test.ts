import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A copy of the program in which one file says something else. */
function copyWith(path: string, change: (text: string) => string): string {
  const root = join(__dirname, '..');
  const copy = mkdtempSync(join(tmpdir(), 'productos-api-'));
  for (const part of ['main.ts', 'tsconfig.json', 'package.json', 'config', 'stacks', 'policies']) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
  writeFileSync(join(copy, path), change(readFileSync(join(copy, path), 'utf8')));
  return copy;
}

const PRODUCTION = 'config/environments/production.ts';

test('a wrong setting ends the program with code 2, an explanation without a stack trace, and nothing written', () => {
  const copy = copyWith(PRODUCTION, (text) => text.replace('minimum: 2', 'minimum: 3'));
  try {
    const run = spawnSync(process.execPath, ['--import', 'tsx', 'main.ts'], { cwd: copy, encoding: 'utf8' });

    expect(run.stderr.trim()).toBe(
      [
        'The configuration is invalid:',
        '',
        '  productos-api: web.minimum is 3, larger than web.desired, which is 2.',
        '    Why: an Auto Scaling group cannot start with fewer instances than its minimum.',
        '    Fix: set web.minimum to 2 or less, or web.desired to 3 or more.',
      ].join('\n'),
    );
    expect(run.stdout).toBe('');
    expect(run.status).toBe(2);
    expect(existsSync(join(copy, 'cdktf.out'))).toBe(false);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

test.each<[string, string, (text: string) => string, Readonly<Record<string, string>>]>([
  ['a wrong setting', PRODUCTION, (text) => text.replace('minimum: 2', 'minimum: 3'), {}],
  [
    'a wrong setting, with another directory',
    PRODUCTION,
    (text) => text.replace('minimum: 2', 'minimum: 3'),
    { CDKTF_OUTDIR: 'out' },
  ],
  ['an environment that cannot be read', PRODUCTION, (text) => text.slice(0, -20), {}],
  [
    'a stack that cannot be built',
    'stacks/app.ts',
    (text) => text.replace('const app =', "throw new Error('broken'); const app ="),
    {},
  ],
])('%s leaves nothing of an earlier run to be deployed, but its state', (_, path, change, environment) => {
  const copy = copyWith(path, change);
  try {
    const outdir = join(copy, environment['CDKTF_OUTDIR'] ?? 'cdktf.out');
    const stack = join(outdir, 'stacks', 'productos-api');
    mkdirSync(stack, { recursive: true });
    writeFileSync(join(outdir, 'manifest.json'), '{}');
    for (const file of ['cdk.tf.json', 'metadata.json', 'terraform.tfstate']) writeFileSync(join(stack, file), '{}');

    const run = spawnSync(process.execPath, ['--import', 'tsx', 'main.ts'], {
      cwd: copy,
      encoding: 'utf8',
      env: { ...process.env, ...environment },
    });

    expect(run.status).not.toBe(0);
    expect([readdirSync(outdir), readdirSync(stack)]).toEqual([['stacks'], ['terraform.tfstate']]);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

test('the report on HCL output is the report on JSON output', () => {
  const directory = mkdtempSync(join(tmpdir(), 'productos-api-'));
  try {
    const [json, hcl] = [{}, { SYNTH_HCL_OUTPUT: 'true' }].map((extra) => {
      const run = spawnSync(
        process.execPath,
        ['--import', require.resolve('tsx'), join(__dirname, '..', 'main.ts'), '--json'],
        {
          cwd: directory,
          encoding: 'utf8',
          env: { ...process.env, ...extra },
        },
      );
      expect(run.status).toBe(0);
      return JSON.parse(run.stdout) as { verdict: unknown };
    });
    expect(existsSync(join(directory, 'cdktf.out', 'stacks', 'productos-api', 'cdk.tf'))).toBe(true);
    expect(json?.verdict).toEqual({ exitCode: 0, outcome: 'passed' });
    expect(hcl).toEqual(json);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
});
