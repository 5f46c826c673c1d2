import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../digest';
import { CouldNotJudge, isObject, SEVERITIES, type JsonObject, type RuleInfo } from '../model';

/** The compiled policy with its catalog. The digests of both match the manifest. */
export interface Artifact {
  /** The exact bytes: OPA's SDK silently reads nothing from any other view. */
  readonly wasm: ArrayBuffer;
  /** SHA-256 of the wasm, in hexadecimal. */
  readonly digest: string;
  readonly catalog: readonly RuleInfo[];
  /** Names of the settings that the policy reads, without `.json`. */
  readonly settings: readonly string[];
  /** Resource types whose attributes the policy reads; undefined when the manifest lists none, which means any type. */
  readonly types: ReadonlySet<string> | undefined;
  /** The whole manifest. */
  readonly manifest: JsonObject;
}

/** The files of a compiled policy. */
export const PARTS = ['policy.wasm', 'catalog.json', 'manifest.json'] as const;

/** Content of the files of a compiled policy. */
export type Parts = Readonly<Record<(typeof PARTS)[number], Buffer>>;

const REBUILD = 'Run `npm run policies`, or restore policies/compiled/ from version control.';

/**
 * Reads `policy.wasm`, `catalog.json` and `manifest.json` and checks the digests.
 *
 * @param directory directory of the three files
 * @param rebuild how to make the files again
 * @throws CouldNotJudge when a file is missing or damaged, or differs from the digest in the manifest
 */
export function loadArtifact(directory: string, rebuild = REBUILD): Artifact {
  const parts = PARTS.map((name) => [name, readPart(directory, name, rebuild)] as const);
  return artifactFrom(Object.fromEntries(parts) as Parts, rebuild);
}

/**
 * Checks the files of a compiled policy.
 *
 * @param rebuild how to make the files again
 * @throws CouldNotJudge when a file is damaged, or differs from the digest in the manifest
 */
export function artifactFrom(parts: Parts, rebuild = REBUILD): Artifact {
  const { 'policy.wasm': wasm, 'catalog.json': catalogBytes } = parts;
  const damaged = (name: string, reason: string): CouldNotJudge => damagedPart(name, reason, rebuild);
  const parsePart = (name: string, bytes: Buffer): unknown => {
    try {
      return JSON.parse(bytes.toString('utf8'));
    } catch (error) {
      throw damaged(name, error instanceof Error ? error.message : String(error));
    }
  };
  const manifest = parsePart('manifest.json', parts['manifest.json']);
  if (!isObject(manifest)) throw damaged('manifest.json', 'the file is not an object');
  const digests = isObject(manifest['sha256']) ? manifest['sha256'] : {};
  const digest = sha256(wasm);
  for (const [name, actual] of [
    ['policy.wasm', digest],
    ['catalog.json', sha256(catalogBytes)],
  ] as const) {
    const expected = digests[name];
    if (actual !== expected) {
      throw new CouldNotJudge(
        `${name} does not match manifest.json (sha256 ${actual}, expected ${typeof expected === 'string' ? expected : 'none'}).`,
        'A policy that nobody reviewed could pass anything.',
        rebuild,
      );
    }
  }
  const parsed = parsePart('catalog.json', catalogBytes);
  const catalog: unknown = isObject(parsed) ? parsed['catalog'] : undefined;
  if (!Array.isArray(catalog) || catalog.length === 0 || !catalog.every(isRuleInfo)) {
    throw damaged('catalog.json', 'the file is not a list of rules');
  }
  const settings = manifest['settings'];
  if (!isNames(settings)) {
    throw damaged('manifest.json', 'the file does not list the settings that the policy reads');
  }
  const types = typesRead(manifest, damaged);
  return { wasm: exactBuffer(wasm), digest, catalog, settings, types, manifest };
}

function typesRead(
  manifest: JsonObject,
  damaged: (name: string, reason: string) => CouldNotJudge,
): ReadonlySet<string> | undefined {
  const read = manifest['read'];
  if (read === undefined) return undefined;
  const { types }: JsonObject = isObject(read) ? read : {};
  if (!isNames(types)) throw damaged('manifest.json', 'read.types is not a list of resource types');
  return new Set(types);
}

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

function readPart(directory: string, name: string, rebuild: string): Buffer {
  try {
    return readFileSync(join(directory, name));
  } catch (error) {
    throw damagedPart(name, error instanceof Error ? error.message : String(error), rebuild);
  }
}

function damagedPart(name: string, reason: string, rebuild: string): CouldNotJudge {
  return new CouldNotJudge(
    `The file ${name} of the compiled policy cannot be used: ${reason}.`,
    'Without the compiled policy, the gate cannot judge anything.',
    rebuild,
  );
}

// A small Buffer shares the ArrayBuffer of a pool: its `.buffer` also contains other bytes.
function exactBuffer(bytes: Buffer): ArrayBuffer {
  if (bytes.buffer instanceof ArrayBuffer && bytes.buffer.byteLength === bytes.byteLength) return bytes.buffer;
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}

function isRuleInfo(value: unknown): value is RuleInfo {
  return (
    isObject(value) &&
    ['id', 'rule', 'title', 'description', 'fix', 'file'].every((member) => typeof value[member] === 'string') &&
    SEVERITIES.some((severity) => severity === value['severity']) &&
    Array.isArray(value['resources']) &&
    Array.isArray(value['relatedResources'])
  );
}
