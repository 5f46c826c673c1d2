import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

test('a wrong setting ends the program with code 2, an explanation without a stack trace, and nothing written', () => {
  const root = join(__dirname, '..');
  const copy = mkdtempSync(join(tmpdir(), 'productos-api-'));
  try {
    for (const part of ['main.ts', 'tsconfig.json', 'package.json', 'config', 'stacks', 'gate', 'policies']) {
      cpSync(join(root, part), join(copy, part), { recursive: true });
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
    const production = join(copy, 'config', 'environments', 'production.ts');
    writeFileSync(production, readFileSync(production, 'utf8').replace('minimum: 2', 'minimum: 3'));

    const run = spawnSync(process.execPath, ['--import', 'tsx', 'main.ts'], { cwd: copy, encoding: 'utf8' });

    expect(run.stderr.trim()).toBe(
      [
        'The configuration is refused:',
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
