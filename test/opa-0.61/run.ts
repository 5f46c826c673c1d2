/**
 * OPA 0.61.0, which old policy sets of HCP Terraform run. It cannot be had by `go install`, because its go.mod holds a
 * `replace`; so this directory is a Go module that requires it, and the first call builds it.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const CACHE = join(__dirname, '..', '..', 'node_modules', '.cache', 'opa-0.61');

/**
 * The path of the program; needs `go` on the PATH unless it was built before.
 *
 * @throws when it does not build: there is no test without it
 */
export async function oldOpa(): Promise<string> {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const name of ['go.mod', 'go.sum']) hash.update(await readFile(join(__dirname, name)));
  const program = join(CACHE, `opa-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(program)) return program;
  await mkdir(CACHE, { recursive: true });
  const draft = await mkdtemp(join(CACHE, 'build-'));
  try {
    await promisify(execFile)(
      'go',
      ['build', '-trimpath', '-ldflags=-s -w', '-o', join(draft, 'opa'), 'github.com/open-policy-agent/opa'],
      { cwd: __dirname, env: { ...process.env, CGO_ENABLED: '0' } },
    );
    await rename(join(draft, 'opa'), program);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return program;
}
