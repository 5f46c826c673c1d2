/** Edits of architectures and plans with a known effect on the verdict. */
import { isObject, type Json, type JsonObject } from '../../tollgate/model';
import type { Architecture, Home, Rule, Use } from './architecture';

/** Gives every resource a longer name; {@link shortNames} restores the names. */
export function renamed(architecture: Architecture): Architecture {
  const named = new Set(architecture.groups.map(({ name }) => name));
  const use = (it: Use): Use => ({ ...it, group: named.has(it.group) ? `${it.group}${SUFFIX}` : it.group });
  return {
    ...architecture,
    groups: architecture.groups.map((it) => ({ ...it, name: `${it.name}${SUFFIX}` })),
    rules: architecture.rules.map((rule) => ({
      ...rule,
      name: `${rule.name}${SUFFIX}`,
      group: use(rule.group),
      peers: rule.peers.map((peer) => (peer.kind === 'group' ? { ...peer, use: use(peer.use) } : peer)),
    })),
    holders: architecture.holders.map((holder) => ({
      ...holder,
      name: `${holder.name}${SUFFIX}`,
      groups: holder.groups?.map(use),
    })),
  };
}

const SUFFIX = '_renamed';

/** Names as they were before {@link renamed}. */
export function shortNames(text: string): string {
  return text.replaceAll(SUFFIX, '');
}

/** Moves resources of the root module into other modules. */
export function moved(
  architecture: Architecture,
  to: { readonly groups: Home; readonly rules: Home; readonly holders: Home },
): Architecture {
  return {
    ...architecture,
    groups: architecture.groups.map((it) => ({ ...it, home: to.groups })),
    rules: architecture.rules.map((it) => ({ ...it, home: to.rules })),
    holders: architecture.holders.map((it) => ({ ...it, home: to.holders })),
  };
}

/** Addresses without their modules. */
export function withoutModules(text: string): string {
  return text.replaceAll(/module\.\w+\./g, '');
}

/** Every rule in one of the forms. */
export function inForm(architecture: Architecture, form: Rule['form']): Architecture {
  return { ...architecture, rules: architecture.rules.map((rule) => ({ ...rule, form })) };
}

/** Replaces a rule with several sources or destinations by one rule for each. */
export function splitUp(architecture: Architecture): Architecture {
  return {
    ...architecture,
    rules: architecture.rules.flatMap((rule) =>
      rule.peers.map((peer, at) => ({ ...rule, name: `${rule.name}_${at}`, peers: [peer] })),
    ),
  };
}

/** One rule of them lets more through. */
export function widened(architecture: Architecture, at: number, how: 'ports' | 'protocol' | 'peer'): Architecture {
  const rules = architecture.rules.map((rule, index): Rule => {
    if (index !== at % architecture.rules.length) return rule;
    switch (how) {
      case 'ports':
        return { ...rule, from: 0, to: 65535 };
      case 'protocol':
        return { ...rule, protocol: '-1', from: null, to: null };
      case 'peer':
        return { ...rule, peers: [{ kind: 'cidr', cidr: '0.0.0.0/0', how: 'literal' }] };
    }
  });
  return { ...architecture, rules };
}

/** The plan with its resources in another order; `pick(n)` chooses one of n. */
export function shuffled(plan: JsonObject, pick: (upTo: number) => number): JsonObject {
  const shuffle = (value: Json): Json => {
    if (!Array.isArray(value) || !value.every(isObject)) return value;
    const rest = [...value];
    return value.map(() => rest.splice(pick(rest.length), 1)[0] ?? null);
  };
  const within = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(within);
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member = null]): [string, Json] => [
        name,
        LISTS.has(name) ? shuffle(within(member)) : within(member),
      ]),
    );
  };
  return within(plan) as JsonObject;
}

const LISTS: ReadonlySet<string> = new Set(['child_modules', 'resource_changes', 'resources']);

/** The attributes of managed resources that the plan knows: [address, attribute]. */
export function knownAttributes(plan: JsonObject): (readonly [string, string])[] {
  return changesOf(plan).flatMap(({ address, after }) =>
    Object.entries(after)
      .filter(([name, value]) => value !== null && name !== 'id')
      .map(([name]) => [address, name] as const),
  );
}

/** The plan of the same architecture, with an attribute replaced by a local value that is unknown before apply. */
export function unknownAt(plan: JsonObject, [address, attribute]: readonly [string, string]): JsonObject {
  const copy = structuredClone(plan);
  for (const change of changesOf(copy)) {
    if (change.address !== address) continue;
    Reflect.deleteProperty(change.after, attribute);
    change.unknown[attribute] = true;
    const name = address.replaceAll(/\[[^\]]*\]/g, '');
    for (const configured of configuredIn(copy))
      if (configured.address === name) configured.expressions[attribute] = { references: ['local.nobody_knows'] };
  }
  return copy;
}

function changesOf(plan: JsonObject): { address: string; after: JsonObject; unknown: JsonObject }[] {
  const changes = plan['resource_changes'];
  return (Array.isArray(changes) ? changes : []).flatMap((entry) => {
    if (!isObject(entry) || !isObject(entry['change'])) return [];
    const { after, after_unknown: unknown } = entry['change'];
    const address = entry['address'];
    return isObject(after) && isObject(unknown) && typeof address === 'string' ? [{ address, after, unknown }] : [];
  });
}

function configuredIn(plan: JsonObject): { address: string; expressions: JsonObject }[] {
  const { configuration } = plan;
  const root = isObject(configuration) ? configuration['root_module'] : undefined;
  const resources = isObject(root) ? root['resources'] : undefined;
  return (Array.isArray(resources) ? resources : []).flatMap((entry) =>
    isObject(entry) && isObject(entry['expressions']) && typeof entry['address'] === 'string'
      ? [{ address: entry['address'], expressions: entry['expressions'] }]
      : [],
  );
}
