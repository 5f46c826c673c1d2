/**
 * Remembers which line of the program made each construct. CDKTF marks every element with a `stacktrace` entry for that
 * purpose, and `constructs` has since stopped to fill it in.
 */
import { isAbsolute, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Node, type IConstruct } from 'constructs';
import type { SourceLine } from '../model';

/** Enough for a construct made some levels deep in libraries of constructs. */
const FRAMES = 30;

type MetadataEntry = Parameters<Node['addMetadata']>;

const traces = new WeakMap<Node, Error>();
const installed = Symbol.for('tollgate/traceConstructs');

/**
 * From now on remembers where constructs are made, so that reports and annotations point at a line of the program. Call it
 * once, before the app is built. Nothing of it is written to what is synthesized.
 */
export function traceConstructs(): void {
  const prototype = Node.prototype as Node & { [installed]?: true };
  if (prototype[installed] === true) return;
  prototype[installed] = true;
  // Taken as a value: it is called on each node in turn.
  const original = Reflect.get(prototype, 'addMetadata') as (this: Node, ...entry: MetadataEntry) => void;
  const traced = function (this: Node, ...entry: MetadataEntry): void {
    if (entry[0] === 'stacktrace') traces.set(this, capture(traced));
    original.apply(this, entry);
  };
  prototype.addMetadata = traced;
}

/** Only the frames are taken: what lines of TypeScript they are is found out for those that somebody asks for. */
function capture(below: (this: Node, ...entry: MetadataEntry) => void): Error {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = FRAMES;
  const trace = new Error();
  Error.captureStackTrace(trace, below);
  Error.stackTraceLimit = stackTraceLimit;
  return trace;
}

/**
 * The lines that made constructs.
 *
 * @param root of which the constructs are below
 * @param directory that files are named relative to
 * @returns by construct path; those whose line is not known, or is outside of the directory, are missing
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

/** The first line of a trace that is the program's own. */
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
