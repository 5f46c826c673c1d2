import { readFileSync } from 'node:fs';
import { normalize } from 'node:path';
import { sha256 } from '../digest';
import type { Excusable } from './excused';
import { CouldNotJudge, isObject, REPORT_SCHEMA_VERSION, unread, type Json, type JsonObject } from '../model';

/** The properties of an earlier finding that the gate compares. */
export type KnownFinding = Excusable;

/** An earlier JSON report whose findings do not count as new. */
export interface Baseline {
  /** SHA-256 of the file. */
  readonly digest: string;
  /**
   * Findings of the earlier report on one input.
   *
   * @param files paths of the input as given now
   * @param alone whether the run has no other input
   * @param stacks names of the stacks of the input. A single stack is the same stack under any name, because a plan is
   *   named by its file
   * @throws CouldNotJudge when the earlier report covers one input and the run has several
   */
  of(files: readonly string[], alone: boolean, stacks: readonly string[]): readonly KnownFinding[];
}

const WHY = 'A baseline suppresses findings, so the gate uses only a baseline that it fully understands.';

/**
 * Reads an earlier report.
 *
 * @throws CouldNotJudge when the file cannot be read, is not a JSON report, or has another schema version
 */
export function loadBaseline(path: string): Baseline {
  const text = read(path);
  const digest = sha256(text);
  const content = parse(path, text);
  const version = content['schemaVersion'];
  if (version !== REPORT_SCHEMA_VERSION) {
    const has = version === undefined ? 'no schemaVersion' : `schemaVersion ${JSON.stringify(version)}`;
    throw refuse(`${path} has ${has}; this version of the gate reads schemaVersion ${REPORT_SCHEMA_VERSION} only.`);
  }
  const reports = content['reports'];
  if (reports === undefined) {
    const known = knownOf(path, content);
    return {
      digest,
      of: (_, alone, stacks) => {
        if (alone) return renamed(known, stacks);
        throw refuse(`${path} is a report on one input, and this run has several inputs.`);
      },
    };
  }
  if (!Array.isArray(reports)) throw refuse(`${path} is not a JSON report of the gate.`);
  const byFiles = new Map(
    reports.map((entry) => {
      const { files, report }: JsonObject = isObject(entry) ? entry : {};
      if (!isObject(report)) throw refuse(`${path} is not a JSON report of the gate.`);
      return [pathsKey(files), knownOf(path, report)] as const;
    }),
  );
  // All findings of an input without an earlier report count as new.
  return { digest, of: (files, _, stacks) => renamed(byFiles.get(pathsKey(files)) ?? NOTHING, stacks) };
}

/** `./a.json` and `a.json` are the same path. */
function pathsKey(files: Json | readonly string[] | undefined): string {
  if (!Array.isArray(files)) return '';
  return JSON.stringify(files.map((file: unknown) => (typeof file === 'string' ? normalize(file) : file)));
}

/** The findings of an earlier report, with the names of its stacks. */
interface Known {
  readonly stacks: readonly string[];
  readonly findings: readonly KnownFinding[];
}

const NOTHING: Known = { stacks: [], findings: [] };

function renamed({ stacks: before, findings }: Known, now: readonly string[]): readonly KnownFinding[] {
  const [was, is] = [before[0], now[0]];
  if (before.length !== 1 || now.length !== 1 || was === undefined || is === undefined || was === is) return findings;
  return findings.map((finding) => (finding.stack === was ? { ...finding, stack: is } : finding));
}

/**
 * Findings that counted in the earlier report and findings of its own baseline. Waived findings are not included: they
 * count again when the waiver ends.
 */
function knownOf(path: string, { findings, known, stacks }: JsonObject): Known {
  if (!Array.isArray(findings) || !Array.isArray(known) || !Array.isArray(stacks)) {
    throw refuse(`${path} is not a JSON report of the gate.`);
  }
  const names = stacks.map((stack: Json) => (isObject(stack) ? stack['name'] : undefined));
  return {
    stacks: names.filter((name) => typeof name === 'string'),
    findings: [...findings, ...known].map((entry: Json) => {
      const { id, stack, address, path: attribute, found }: JsonObject = isObject(entry) ? entry : {};
      if (
        typeof id !== 'string' ||
        typeof stack !== 'string' ||
        typeof address !== 'string' ||
        typeof attribute !== 'string' ||
        typeof found !== 'string'
      ) {
        throw refuse(`${path} has a finding without rule, address, path or found value: an older gate wrote it.`);
      }
      return { id, stack, address, path: attribute, found };
    }),
  };
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw unread(path, error, WHY);
  }
}

function parse(path: string, text: string): JsonObject {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw refuse(`${path} is not valid JSON.`);
  }
  if (!isObject(content)) throw refuse(`${path} is not a JSON report of the gate.`);
  return content;
}

function refuse(what: string): CouldNotJudge {
  return new CouldNotJudge(
    what,
    WHY,
    'Write the baseline again with `--format json=FILE` for the same inputs, and review the findings in it.',
  );
}
