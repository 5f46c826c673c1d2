/**
 * Records the line of the program that created each construct. CDKTF still adds a `stacktrace` entry to every element
 * for that purpose, but `constructs` no longer fills it in.
 */
import { isAbsolute, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Node, type IConstruct } from 'constructs';
import type { SourceLine } from '../model';

/** Enough for constructs that libraries create several levels deep. */
const FRAMES = 30;

type MetadataEntry = Parameters<Node['addMetadata']>;

const traces = new WeakMap<Node, Error>();
const installed = Symbol.for('tollgate/traceConstructs');

/**
 * Starts to record where constructs are created, so that reports and annotations point at a line of the program. Call
 * it once, before creating the app. The synthesized files do not change.
 */
export function traceConstructs(): void {
  const prototype = Node.prototype as Node & { [installed]?: true };
  if (prototype[installed] === true) return;
  prototype[installed] = true;
  // Called with each node as `this`.
  const original = Reflect.get(prototype, 'addMetadata') as (this: Node, ...entry: MetadataEntry) => void;
  const traced = function (this: Node, ...entry: MetadataEntry): void {
    if (entry[0] === 'stacktrace') traces.set(this, capture(traced));
    original.apply(this, entry);
  };
  prototype.addMetadata = traced;
}

/** Captures frames only. Source-mapping them is slow, so `sourceLines` does that for the requested constructs only. */
function capture(below: (this: Node, ...entry: MetadataEntry) => void): Error {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = FRAMES;
  const trace = new Error();
  Error.captureStackTrace(trace, below);
  Error.stackTraceLimit = stackTraceLimit;
  return trace;
}

/**
 * Maps construct paths to the lines that created the constructs.
 *
 * @param root root of the construct tree
 * @param directory base directory of the returned file names
 * @returns a lookup by construct path; undefined for an unknown line and for files outside the directory
 */
export function sourceLines(root: IConstruct, directory: string): (constructPath: string) => SourceLine | undefined {
  return (path) => {
    const construct = root.node.tryFindChild(path.split('/')[0] ?? '');
    let node = construct?.node;
    for (const id of path.split('/').slice(1)) node = node?.tryFindChild(id)?.node;
    const trace = node === undefined ? undefined : traces.get(node);
    return trace === undefined ? undefined : ownLine(trace.stack ?? '', directory);
  };
}

/** The first frame of a trace inside the program's own directory. */
function ownLine(stack: string, directory: string): SourceLine | undefined {
  for (const frame of stack.split('\n').slice(1)) {
    const [, file, line] = /(?:\(|at (?:async )?)((?:file:\/\/)?[^()]+?):(\d+):\d+\)?$/.exec(frame) ?? [];
    if (file === undefined || file.startsWith('node:')) continue;
    const path = relative(directory, file.startsWith('file:') ? fileURLToPath(file) : file);
    if (path.startsWith('..') || isAbsolute(path) || path.split(sep).includes('node_modules')) continue;
    return { file: path.split(sep).join('/'), line: Number(line) };
  }
  return undefined;
}
