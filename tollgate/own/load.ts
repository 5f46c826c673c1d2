import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { artifactFrom, loadArtifact, type Artifact } from '../engine/artifact';
import { loadOwnSettings } from '../engine/settings';
import { CouldNotJudge, type JsonObject, type RuleInfo } from '../model';
import { buildOwn, FORMAT } from './build';
import { findOpa, GET_OPA } from './opa';
import { BUILT, readOwnSources, SETTINGS, type OwnSources } from './sources';

/** The rules of a team, compiled. */
export interface OwnRules {
  readonly artifact: Artifact;
  /** The rules, with paths as the user named the directory. */
  readonly catalog: readonly RuleInfo[];
  /** Settings of the rules, by name. */
  readonly settings: JsonObject;
  readonly sources: OwnSources;
}

const WHY = 'Without the rules of the team, a pass would say less than the team means.';

/** How to compile the rules of a directory. */
export function buildCommand(directory: string): string {
  return `tollgate rules build --dir ${directory}`;
}

/**
 * Loads the compiled rules of a directory. Rules that are not compiled, or that changed since, are compiled now if `opa` is on
 * the PATH; nothing is written.
 *
 * @param gate the compiled policy of the gate
 * @throws CouldNotJudge when the compiled rules are damaged, belong to another version of the gate, or cannot be made
 */
export function loadOwnRules(directory: string, gate: Artifact): OwnRules {
  const sources = readOwnSources(directory);
  const artifact = usable(sources, gate);
  requireApart(artifact.catalog, gate, directory);
  const settings = loadOwnSettings(join(directory, SETTINGS), gate.settings);
  const missing = artifact.settings.filter((name) => !Object.hasOwn(settings, name));
  if (missing.length > 0) {
    throw new CouldNotJudge(
      `The rules in ${directory} read settings that no file gives: ${missing.join(', ')}.`,
      'A rule that compares with a missing value finds nothing.',
      `Restore ${missing.map((name) => join(directory, SETTINGS, `${name}.json`)).join(', ')}.`,
    );
  }
  const catalog = artifact.catalog.map((rule) => ({ ...rule, file: shown(directory, rule.file) }));
  return { artifact, catalog, settings, sources };
}

function shown(directory: string, file: string): string {
  return join(directory, file).replaceAll('\\', '/');
}

let latest: { readonly key: string; readonly artifact: Artifact } | undefined;

function usable(sources: OwnSources, gate: Artifact): Artifact {
  const { directory } = sources;
  const built = join(directory, BUILT);
  const command = `Run \`${buildCommand(directory)}\`.`;
  let state = `The rules in ${directory} are not compiled.`;
  if (existsSync(built)) {
    const artifact = loadArtifact(built, command);
    const { format, gate: madeFor, sources: madeFrom } = artifact.manifest;
    if (format !== FORMAT || madeFor !== gate.digest) {
      throw new CouldNotJudge(
        `The compiled rules in ${built} belong to another version of tollgate.`,
        'The library of another version may answer the rules in another way.',
        command,
      );
    }
    if (madeFrom === sources.digest) return artifact;
    state = `The rules in ${directory} changed since they were compiled.`;
  }
  const key = `${gate.digest} ${sources.digest} ${directory}`;
  if (latest?.key === key) return latest.artifact;
  if (findOpa() === undefined) {
    throw new CouldNotJudge(`${state} \`opa\`, which compiles them, is not on the PATH.`, WHY, `${command} ${GET_OPA}`);
  }
  const artifact = artifactFrom(buildOwn(sources, gate).parts, command);
  latest = { key, artifact };
  return artifact;
}

/** The build checks the same; compiled rules may have been edited since. */
function requireApart(own: readonly RuleInfo[], gate: Artifact, directory: string): void {
  const ids = new Set(gate.catalog.map(({ id }) => id));
  const services = new Set(gate.catalog.map(({ rule }) => rule.split('.')[0]));
  const taken = own.filter(({ id, rule }) => ids.has(id) || services.has(rule.split('.')[0]));
  if (taken.length === 0) return;
  throw new CouldNotJudge(
    `The compiled rules of ${directory} have ids or packages of tollgate: ${taken.map(({ id, rule }) => `${id} (${rule})`).join(', ')}.`,
    'A rule of a team must not replace a rule of tollgate.',
    `Run \`${buildCommand(directory)}\`.`,
  );
}
