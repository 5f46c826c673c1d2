import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notesOf, problemOf } from '../../scripts/release';

const ROOT = join(__dirname, '..', '..');
const CHANGELOG = `# Changelog

## [Unreleased]

## [0.2.0] - 2026-12-01

### Added

- A rule.

## [0.1.0] - 2026-11-01

- The first.
`;

test('the notes of a version are its section, without the heading', () => {
  expect(notesOf(CHANGELOG, '0.2.0')).toBe('### Added\n\n- A rule.');
  expect(notesOf(CHANGELOG, '0.1.0')).toBe('- The first.');
});

test('a version without notes is not released', () => {
  expect(problemOf('v0.2.0', '0.2.0', CHANGELOG)).toBeUndefined();
  expect(problemOf('v0.3.0', '0.3.0', CHANGELOG)).toContain('CHANGELOG.md has no notes for 0.3.0.');
  expect(problemOf('v0.2.0', '0.2.0', '## [0.2.0]\n\n## [0.1.0]\n')).toContain('no notes for 0.2.0');
});

test('a tag of another version is not released', () => {
  expect(problemOf('v0.1.0', '0.2.0', CHANGELOG)).toContain(
    'The tag is v0.1.0, and tollgate/package.json has version 0.2.0.',
  );
  const directory = mkdtempSync(join(tmpdir(), 'release-'));
  try {
    const words = [require.resolve('tsx/cli'), join(ROOT, 'scripts', 'release.ts'), 'v999.0.0', join(directory, 'out')];
    const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, expect.stringContaining('The tag is v999.0.0')]);
    expect(existsSync(join(directory, 'out'))).toBe(false);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
