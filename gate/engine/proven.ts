import type { Artifact } from './artifact';
import type { Settings } from './settings';
import type { Waivers } from './waivers';
import type { Enforcement, RuleInfo } from '../model';

/** What the gate's own files say to judge by. */
export interface Grounds {
  readonly artifact: Pick<Artifact, 'wasm' | 'digest' | 'catalog' | 'read'>;
  readonly settings: {
    /** JSON of what the policy reads as `data.settings`. */
    readonly json: string;
    readonly enforcement: Settings['enforcement'];
  };
  readonly waivers: Waivers;
}

/** The grounds but for the wasm, as plain JSON: what a later run need not read and check again while no file has changed. */
export interface Proven {
  readonly digest: string;
  readonly catalog: readonly RuleInfo[];
  readonly types: readonly string[];
  readonly attributes: readonly string[];
  readonly settings: string;
  readonly enforcement: readonly (readonly [string, Enforcement])[];
  /** Digest of the waivers, which are none. */
  readonly waivers: string;
}

/** @returns undefined where the grounds depend on the day, as waivers do, or do not say what is read of a plan */
export function prove({ artifact, settings, waivers }: Grounds): Proven | undefined {
  const { digest, catalog, read } = artifact;
  if (read === undefined || waivers.entries.length > 0) return undefined;
  return {
    digest,
    catalog,
    types: [...read.types],
    attributes: [...read.attributes],
    settings: settings.json,
    enforcement: [...settings.enforcement],
    waivers: waivers.digest,
  };
}

/**
 * @param wasm the policy of which `proven` has the digest
 * @param today day in UTC, `2026-03-31`
 */
export function groundsOf(proven: Proven, wasm: ArrayBuffer, today: string): Grounds {
  const { digest, catalog, types, attributes, settings, enforcement, waivers } = proven;
  return {
    artifact: { wasm, digest, catalog, read: { types: new Set(types), attributes: new Set(attributes) } },
    settings: { json: settings, enforcement: new Map(enforcement) },
    waivers: { digest: waivers, today, entries: [] },
  };
}
