import { readFileSync } from 'node:fs';
import { normalize } from 'node:path';
import { sha256 } from '../digest';
import type { Excusable } from './excused';
import {
  CouldNotJudge,
  isObject,
  REPORT_SCHEMA_VERSION,
  SENSITIVE,
  unread,
  type Json,
  type JsonObject,
  type Report,
} from '../model';

/** The properties of an earlier finding that the gate compares. */
export type KnownFinding = Excusable;

/** An earlier JSON report, plan or state whose findings do not count as new. */
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
 * Reads an earlier report, or takes the findings of a plan, a state or a directory of synthesized stacks. The content
 * decides, not the name of the file.
 *
 * @param judged judges the path as a plan or state, by the settings in force, without waivers and baseline
 * @throws CouldNotJudge when the path cannot be read, is neither a JSON report nor an input of the gate, or is a report of
 *   another schema version
 */
export function loadBaseline(path: string, judged: (path: string) => Report): Baseline {
  const text = read(path);
  const content = text === undefined ? undefined : parsed(text);
  if (text !== undefined && isObject(content) && SEEN_IN_REPORTS.some((member) => member in content)) {
    return ofReport(path, content, sha256(text));
  }
  let report: Report;
  try {
    report = judged(path);
  } catch (error) {
    if (!(error instanceof CouldNotJudge) || text === undefined) throw error;
    // The words of the readers help only where somebody meant a plan.
    if (isObject(content) && 'format_version' in content) throw error;
    throw refuse(content === undefined ? `${path} is not valid JSON.` : `${path} is not a JSON report of the gate.`);
  }
  return ofPlan(report);
}

/** A report has one of these keys; a plan and a state have none. */
const SEEN_IN_REPORTS = ['schemaVersion', 'findings', 'reports'];

/** The findings of a plan or state count as known, whatever the name of its file. */
function ofPlan({ stacks, findings }: Report): Baseline {
  const known: Known = { stacks: stacks.map(({ name }) => name), findings };
  const digest = sha256(JSON.stringify(known));
  return {
    digest,
    of: (_, alone, now) => {
      if (alone) return renamed(known, now);
      throw refuse('The baseline is a plan or a state, and this run has several inputs.');
    },
  };
}

function ofReport(path: string, content: JsonObject, digest: string): Baseline {
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
    findings: [...findings, ...known].flatMap((entry: Json) => {
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
      // Another sensitive value would read the same, so a baseline holds none.
      return found.includes(SENSITIVE) ? [] : [{ id, stack, address, path: attribute, found }];
    }),
  };
}

/** @returns undefined for a directory */
function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EISDIR') return undefined;
    throw unread(path, error, WHY);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refuse(what: string): CouldNotJudge {
  return new CouldNotJudge(
    what,
    WHY,
    'Write the baseline again with `--format json=FILE` for the same inputs, and review the findings in it. For one input, the baseline may also be an earlier plan or state.',
  );
}
