/**
 * Prepares the release of the gate: packs `tollgate/`, and takes the notes of the version from CHANGELOG.md.
 *
 * Usage: `tsx scripts/release.ts TAG DIRECTORY`. Writes the tarball and `notes.md` to DIRECTORY. Exits with 2, and writes nothing,
 * if the tag is not the version of `tollgate/package.json`, or the changelog has no notes for the version.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..');

/**
 * The notes of a version in a changelog in the format of Keep a Changelog.
 *
 * @param version without `v`: `0.2.0`
 * @returns undefined if there is no section for the version, or an empty one
 */
export function notesOf(changelog: string, version: string): string | undefined {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.startsWith(`[${version}]`));
  const notes = section?.split('\n').slice(1).join('\n').trim();
  return notes === '' ? undefined : notes;
}

/** @returns why a tag cannot be released; undefined if it can */
export function problemOf(tag: string, version: string, changelog: string): string | undefined {
  if (tag !== `v${version}`) {
    return `The tag is ${tag}, and tollgate/package.json has version ${version}. Tag v${version}, or change the version first.`;
  }
  if (notesOf(changelog, version) === undefined) {
    return `CHANGELOG.md has no notes for ${version}. Rename the section "Unreleased" to "[${version}] - YYYY-MM-DD".`;
  }
  return undefined;
}

function main(tag: string, directory: string): number {
  const changelog = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8');
  const { version } = JSON.parse(readFileSync(join(ROOT, 'tollgate', 'package.json'), 'utf8')) as { version: string };
  const problem = problemOf(tag, version, changelog);
  if (problem !== undefined) {
    console.error(problem);
    return 2;
  }
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'notes.md'), `${notesOf(changelog, version) ?? ''}\n`);
  execFileSync('npm', ['pack', '--pack-destination', resolve(directory)], {
    cwd: join(ROOT, 'tollgate'),
    stdio: 'inherit',
  });
  return 0;
}

if (require.main === module) {
  const [tag = '', directory] = process.argv.slice(2);
  if (directory === undefined) {
    console.error('Usage: tsx scripts/release.ts TAG DIRECTORY');
    process.exitCode = 2;
  } else process.exitCode = main(tag, directory);
}
