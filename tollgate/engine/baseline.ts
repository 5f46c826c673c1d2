import { readFileSync } from 'node:fs';
import { sha256 } from '../digest';
import {
  CouldNotJudge,
  isObject,
  REPORT_SCHEMA_VERSION,
  unread,
  type Finding,
  type Json,
  type JsonObject,
} from '../model';

/** A finding of an earlier report, as far as it is compared. */
export type KnownFinding = Pick<Finding, 'fingerprint' | 'actual'>;

/** An earlier JSON report, whose findings are no news. */
export interface Baseline {
  /** SHA-256 of the file. */
  readonly digest: string;
  /**
   * What is known of an input.
   *
   * @param files paths of the input as they are given now
   * @param alone whether it is the only input
   * @throws CouldNotJudge when the earlier report is one of one input and there are several now
   */
  of(files: readonly string[], alone: boolean): readonly KnownFinding[];
}

const WHY = 'A baseline says what need not fail, so it has to be exactly understood.';

/**
 * Reads an earlier report.
 *
 * @throws CouldNotJudge when it cannot be read, is no report, or is of another version
 */
export function loadBaseline(path: string): Baseline {
  const text = read(path);
  const digest = sha256(text);
  const content = parse(path, text);
  const version = content['schemaVersion'];
  if (version !== REPORT_SCHEMA_VERSION) {
    const has = version === undefined ? 'no schemaVersion' : `schemaVersion ${JSON.stringify(version)}`;
    throw refuse(`${path} has ${has}; this gate writes and reads ${REPORT_SCHEMA_VERSION}.`);
  }
  const reports = content['reports'];
  if (reports === undefined) {
    const known = knownOf(path, content);
    return {
      digest,
      of: (_, alone) => {
        if (alone) return known;
        throw refuse(`${path} is the report of one input, and there are several.`);
      },
    };
  }
  if (!Array.isArray(reports)) throw refuse(`${path} is no JSON report of the gate.`);
  const byFiles = new Map(
    reports.map((entry) => {
      const { files, report }: JsonObject = isObject(entry) ? entry : {};
      if (!isObject(report)) throw refuse(`${path} is no JSON report of the gate.`);
      return [JSON.stringify(files), knownOf(path, report)] as const;
    }),
  );
  // An input that was not there is all news.
  return { digest, of: (files) => byFiles.get(JSON.stringify(files)) ?? [] };
}

/** What counted then and what was known then. What was waived is not known: it comes back when its waiver ends. */
function knownOf(path: string, { findings, known }: JsonObject): KnownFinding[] {
  if (!Array.isArray(findings) || !Array.isArray(known)) throw refuse(`${path} is no JSON report of the gate.`);
  return [...findings, ...known].map((entry: Json) => {
    const { fingerprint, actual }: JsonObject = isObject(entry) ? entry : {};
    if (typeof fingerprint !== 'string' || typeof actual !== 'string') {
      throw refuse(`${path} has a finding without fingerprint.`);
    }
    return { fingerprint, actual };
  });
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
    throw refuse(`${path} is no JSON.`);
  }
  if (!isObject(content)) throw refuse(`${path} is no JSON report of the gate.`);
  return content;
}

function refuse(what: string): CouldNotJudge {
  return new CouldNotJudge(
    what,
    WHY,
    'Write the baseline anew with `--format json=FILE`, of the same inputs, and look at what it accepts.',
  );
}
