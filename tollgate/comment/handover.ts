/**
 * The directory that the judging run passes to the commenting run: the reports and the pull request number. Anybody who
 * opens a pull request can change the content, so everything in the directory is untrusted.
 */
import { lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDirectory } from '../make-directory';
import { asNumber } from './event';
import { CouldNotJudge, isObject } from '../model';
import { compareReports, type ComparedReport } from '../compare/compare';
import { compareMarkdown } from './text';
import { markdownReport } from '../report/markdown';
import { plain } from '../report/markdown-text';
import { readReport } from '../compare/read-report';

/** File names in the directory. */
export const FILES = { number: 'pull-request.json', base: 'base.json', head: 'head.json' } as const;

/** Maximum size of a report in bytes; larger reports are not read. */
const LARGEST = 64 * 1024 * 1024;
/** Maximum length of the comment without its marker and footer. */
const LIMIT = 64_000;

/** The directory contains a file of an unexpected kind, size or content. */
export class HandoverError extends Error {
  override readonly name = 'HandoverError';
}

/** Writes the pull request number. */
export function writeNumber(directory: string, number: number): void {
  makeDirectory(directory);
  writeFileSync(join(directory, FILES.number), `${JSON.stringify({ number })}\n`);
}

/**
 * Reads the pull request number, which is untrusted.
 *
 * @returns undefined when the file is missing
 * @throws HandoverError when the file is invalid
 */
export function readNumber(directory: string): number | undefined {
  const text = read(directory, FILES.number);
  if (text === undefined) return undefined;
  try {
    const content: unknown = JSON.parse(text);
    return asNumber(isObject(content) ? content['number'] : undefined);
  } catch {
    throw new HandoverError(`${FILES.number} contains no valid pull request number.`);
  }
}

/**
 * The text of the comment: the comparison of both reports, or the report on the head if there is nothing to compare
 * with.
 */
export function commentText(directory: string): string {
  const head = report(directory, FILES.head);
  const base = report(directory, FILES.base);
  if (head === undefined) {
    return `## ⚠️ Could not judge\n\nThe run left no report. See the log of the run for the reason.\n`;
  }
  if (head instanceof Error) {
    return `## ⚠️ Could not judge\n\nThe report on this change cannot be read: ${plain(head.message)}\n`;
  }
  if (base === undefined || base instanceof Error) {
    const why = base === undefined ? 'the base branch has no report' : plain(base.message);
    const note = `> No comparison with the base branch: ${why}\n`;
    return `${markdownReport(head.inputs, { limit: LIMIT - note.length - 2 })}\n${note}`;
  }
  return compareMarkdown(compareReports(base, head), { limit: LIMIT });
}

function report(directory: string, name: string): ComparedReport | Error | undefined {
  try {
    const text = read(directory, name);
    return text === undefined ? undefined : readReport(name, text);
  } catch (error) {
    if (error instanceof CouldNotJudge) return new Error(error.what);
    if (error instanceof HandoverError) return error;
    throw error;
  }
}

/** Does not follow links, which could point to any file of the machine. */
function read(directory: string, name: string): string | undefined {
  const path = join(directory, name);
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (!found.isFile()) throw new HandoverError(`${name} is not a regular file.`);
  if (found.size > LARGEST)
    throw new HandoverError(`${name} exceeds the maximum size of a report (${LARGEST / 2 ** 20} MiB).`);
  return readFileSync(path, 'utf8');
}
