/**
 * What the run that judges a pull request hands to the run that writes the comment: a directory with the reports and the
 * number of the pull request. Who opens a pull request can write anything into it, so it is read as what a stranger sent.
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

/** Names of the files. */
export const FILES = { number: 'pull-request.json', base: 'base.json', head: 'head.json' } as const;

/** Reports that are larger are refused before they are read. */
const LARGEST = 64 * 1024 * 1024;
/** What the comment may take besides its marker and its last line. */
const LIMIT = 64_000;

/** Something in the directory is not what the gate writes there. */
export class HandoverError extends Error {
  override readonly name = 'HandoverError';
}

/** Writes down which pull request it is about. */
export function writeNumber(directory: string, number: number): void {
  makeDirectory(directory);
  writeFileSync(join(directory, FILES.number), `${JSON.stringify({ number })}\n`);
}

/**
 * The number of the pull request, which is what the other side says and nothing more.
 *
 * @returns undefined when there is none
 * @throws HandoverError when there is something else
 */
export function readNumber(directory: string): number | undefined {
  const text = read(directory, FILES.number);
  if (text === undefined) return undefined;
  try {
    const content: unknown = JSON.parse(text);
    return asNumber(isObject(content) ? content['number'] : undefined);
  } catch {
    throw new HandoverError(`${FILES.number} holds no number of a pull request.`);
  }
}

/** What the comment says: the comparison of both reports, or as much of it as there is. */
export function commentText(directory: string): string {
  const head = report(directory, FILES.head);
  const base = report(directory, FILES.base);
  if (head === undefined) {
    return `## ⚠️ Could not judge\n\nThe run left no report. Its log says why.\n`;
  }
  if (head instanceof Error) {
    return `## ⚠️ Could not judge\n\nThe report of this change cannot be read here: ${plain(head.message)}\n`;
  }
  if (base === undefined || base instanceof Error) {
    const why = base === undefined ? 'there is none' : plain(base.message);
    const note = `> What was there before cannot be compared: ${why}\n`;
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

/** No link is followed: it could lead to any file of the machine. */
function read(directory: string, name: string): string | undefined {
  const path = join(directory, name);
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (!found.isFile()) throw new HandoverError(`${name} is no file.`);
  if (found.size > LARGEST) throw new HandoverError(`${name} is larger than any report.`);
  return readFileSync(path, 'utf8');
}
