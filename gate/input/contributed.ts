/**
 * What contributed to a plan and stands nowhere in its configuration: only a dynamic block, or a local, leaves no trace. The
 * policies say what follows from it (lib/plan.rego); here it is found out whether they need to see more than is kept of a large plan.
 */
import { isObject, type Json, type JsonObject } from '../model';

/** `data.aws_ami.image` at the end of an address, without its instance key. */
const RESOURCE = /((?:data\.)?[\w-]+\.[\w-]+)(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?$/;

/** Instance keys of modules. */
const KEYS = /\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g;

/** The name of the resource at the end of an address, as its module calls it. */
export function resourceIn(address: string): string | undefined {
  return RESOURCE.exec(address)?.[1];
}

/**
 * Whether something contributed that nothing in its module refers to.
 *
 * @param relevant `relevant_attributes` of a plan
 * @param stands whether an attribute surely stands in the expressions of a module, `aws_lb.x.arn` in `module.a.`; false where
 * nobody knows
 * @param configuration is asked for only where that does not say
 */
export function hasHidden(
  relevant: Json | undefined,
  stands: (path: string, text: string) => boolean,
  configuration: () => Json | undefined,
): boolean {
  if (!Array.isArray(relevant)) return false;
  let root: Json | undefined;
  const modules = new Map<string, ReadonlySet<string> | undefined>();
  return relevant.some((entry) => {
    const { resource, attribute } = isObject(entry) ? entry : {};
    const name = typeof resource === 'string' ? resourceIn(resource) : undefined;
    if (typeof resource !== 'string' || name === undefined || !Array.isArray(attribute)) return true;
    const path = resource.slice(0, resource.lastIndexOf(name)).replace(KEYS, '');
    const [first] = attribute;
    if (typeof first === 'string' && stands(path, `${name}.${first}`)) return false;
    root ??= rootOf(configuration());
    if (!modules.has(path)) modules.set(path, spokenOf(moduleAt(root, path)));
    const texts = modules.get(path);
    // In a module with locals anything may be meant by them.
    return texts !== undefined && !texts.has(typeof first === 'string' ? `${name}.${first}` : name);
  });
}

function rootOf(configuration: Json | undefined): Json {
  return (isObject(configuration) ? configuration['root_module'] : undefined) ?? null;
}

/** The module at `module.a.module.b.`. */
function moduleAt(root: Json | undefined, path: string): JsonObject | undefined {
  let at: Json | undefined = root;
  for (const name of path.split('.').filter((part, index) => index % 2 === 1 && part !== '')) {
    const calls: Json | undefined = isObject(at) ? at['module_calls'] : undefined;
    const call: Json | undefined = isObject(calls) ? calls[name] : undefined;
    at = isObject(call) ? call['module'] : undefined;
  }
  return isObject(at) ? at : undefined;
}

/**
 * Whether something refers to an attribute.
 *
 * @param value configuration of a resource, or outputs
 */
export function refers(value: Json, text: string): boolean {
  const texts = new Set<string>();
  collect(isObject(value) && 'expressions' in value ? inside(value) : value, texts);
  return texts.has(text);
}

/** What of a resource's configuration refers to others. */
function inside(resource: Json): Json {
  const { expressions, for_each_expression: each, count_expression: count } = isObject(resource) ? resource : {};
  return [expressions ?? null, each ?? null, count ?? null];
}

/** Everything that is referred to in a module; undefined where a local is. */
function spokenOf(module: JsonObject | undefined): ReadonlySet<string> | undefined {
  const texts = new Set<string>();
  const { resources, outputs, module_calls: calls } = module ?? {};
  const outside = (call: Json | undefined): Json => (isObject(call) ? { ...call, module: null } : null);
  const all: Json[] = [
    ...(Array.isArray(resources) ? resources : []).map(inside),
    outputs ?? null,
    ...(isObject(calls) ? Object.values(calls).map(outside) : []),
  ];
  for (const each of all) collect(each, texts);
  for (const text of texts) if (text.startsWith('local.')) return undefined;
  return texts;
}

function collect(value: Json | undefined, texts: Set<string>): void {
  if (Array.isArray(value)) for (const element of value) collect(element, texts);
  else if (isObject(value)) {
    const { references } = value;
    if (Array.isArray(references))
      for (const each of references) if (typeof each === 'string') texts.add(each.replace(KEYS, ''));
    for (const [name, member] of Object.entries(value)) if (name !== 'constant_value') collect(member, texts);
  }
}
