import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

const CACHE = join(__dirname, '..', 'node_modules', '.cache');

/**
 * Builds a program that a Go module of this repository requires, unless the same version is already built.
 *
 * @param module directory with `go.mod` and `go.sum`
 * @param program import path of the program
 * @returns the path of the program
 * @throws Error when the build fails, for example because `go` is not on the PATH; the tests do not run without the
 * program
 */
export async function goTool(module: string, program: string): Promise<string> {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${program}`);
  for (const name of ['go.mod', 'go.sum']) hash.update(await readFile(join(module, name)));
  const cache = join(CACHE, basename(module));
  const built = join(cache, `${basename(program)}-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(built)) return built;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, 'build-'));
  try {
    await promisify(execFile)('go', ['build', '-trimpath', '-ldflags=-s -w', '-o', join(draft, 'tool'), program], {
      cwd: module,
      env: { ...process.env, CGO_ENABLED: '0' },
    });
    await rename(join(draft, 'tool'), built);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return built;
}
