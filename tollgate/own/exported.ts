import type { Artifact } from '../engine/artifact';
import type { OwnRules } from './load';
import { typesFile } from './types';

/**
 * The rules of a team for an export, with a copy of the library of their own: `data.own.lib` in place of `data.lib`. The
 * copy knows the types of the team. The rules of the gate keep their library, so that nothing of a team changes them.
 *
 * @param rego the Rego of the gate by path, with `lib/`
 * @returns Rego by path
 */
export function exportedOwn(own: OwnRules, gate: Artifact, rego: ReadonlyMap<string, string>): Map<string, string> {
  const rules = [...own.sources.rules].map(([path, text]) => [`rules/${path}`, apart(text)] as const);
  const needed = reached([...own.sources.rules.values()], rego);
  const types = [...new Set([...(gate.types ?? []), ...(own.artifact.types ?? [])])].sort();
  const library = [...needed].map(([path, text]) => {
    const content = path === TYPES ? typesFile(types) : text;
    return [`own/${path}`, apart(content).replace(/^package lib\b/m, 'package own.lib')] as const;
  });
  return new Map([...rules, ...library]);
}

const TYPES = 'lib/plan/types.rego';

function apart(text: string): string {
  return text.replaceAll(/\bdata\.lib\b/g, 'data.own.lib');
}

/** The files of the library that the rules need, with those that they need in turn. */
function reached(rules: readonly string[], rego: ReadonlyMap<string, string>): Map<string, string> {
  const byPackage = new Map<string, [string, string][]>();
  for (const [path, text] of rego) {
    const name = /^package lib\.(\w+)/m.exec(text)?.[1];
    if (name !== undefined) byPackage.set(name, [...(byPackage.get(name) ?? []), [path, text]]);
  }
  // The problems of the plan are always told.
  const waiting = ['plan', ...rules.flatMap(packagesIn)];
  const found = new Map<string, string>();
  const seen = new Set<string>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    for (const [path, text] of byPackage.get(name) ?? []) {
      found.set(path, text);
      waiting.push(...packagesIn(text));
    }
  }
  return found;
}

function packagesIn(text: string): string[] {
  return [...text.matchAll(/\bdata\.lib\.(\w+)/g)].map(([, name = '']) => name);
}
