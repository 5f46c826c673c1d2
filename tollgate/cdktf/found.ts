/**
 * Remembers the strangers that a program found in an output directory when it began. The memory is global, because
 * `afresh` and `synthJudged` are separate files of the package, without a module in common.
 */
import { strangersIn, type Stranger } from './deployable';

const key = Symbol.for('tollgate/found');
const holder = globalThis as typeof globalThis & { [key]?: Map<string, readonly Stranger[]> };
const memory = holder[key] ?? new Map<string, readonly Stranger[]>();
holder[key] = memory;

/** Remembers what is in `outdir` now, unless an earlier call has remembered. */
export function remember(outdir: string): readonly Stranger[] {
  const found = memory.get(outdir) ?? strangersIn(outdir);
  memory.set(outdir, found);
  return found;
}

/** The strangers that this process wrote, and the strangers that it found. */
export function sinceFound(outdir: string): { readonly written: Stranger[]; readonly found: Stranger[] } {
  const before = new Map(remember(outdir).map(({ path, version }) => [path, version]));
  const now = strangersIn(outdir);
  return {
    written: now.filter(({ path, version }) => before.get(path) !== version),
    found: now.filter(({ path, version }) => before.get(path) === version),
  };
}
