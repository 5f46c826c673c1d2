/**
 * Collects the values that Terraform marks as sensitive, which the gate judges and never prints. `policies/exports/printable.rego`
 * is the same list for stock OPA.
 */
import { isObject, type Json, type JsonObject } from '../model';

/** Properties of a change or of a resource that contain values, each with the property that contains their marks. */
const MARKED = [
  ['before', 'before_sensitive'],
  ['after', 'after_sensitive'],
  ['values', 'sensitive_values'],
] as const;

/**
 * @param content a plan or a state as `terraform show -json` writes it
 * @returns strings, and numbers as strings; of a list or an object, every value inside
 */
export function sensitiveValues(content: JsonObject): ReadonlySet<string> {
  const found = new Set<string>();
  const take = (value: Json | undefined, marks: Json | undefined): void => {
    if (marks === true) for (const text of leaves(value ?? null)) found.add(text);
    else if (Array.isArray(marks)) marks.forEach((mark, at) => take(member(value, at), mark));
    else if (isObject(marks)) for (const [name, mark] of Object.entries(marks)) take(member(value, name), mark);
  };
  const takeMarked = (entry: Json | undefined): void => {
    if (isObject(entry)) for (const [values, marks] of MARKED) take(entry[values], entry[marks]);
  };
  for (const list of ['resource_changes', 'resource_drift', 'deferred_changes']) {
    for (const entry of objects(content[list])) {
      takeMarked(entry['change']);
      takeMarked(member(entry['resource_change'], 'change'));
    }
  }
  for (const change of Object.values(members(content['output_changes']))) takeMarked(change);
  for (const tree of [content, content['planned_values'], members(content['prior_state'])['values']]) {
    const values = tree === content ? members(content['values']) : members(tree);
    for (const output of Object.values(members(values['outputs'])).filter(isObject))
      take(output['value'], output['sensitive']);
    for (const module of modules(values['root_module'])) objects(module['resources']).forEach(takeMarked);
  }
  for (const { variables, given } of configured(members(content['configuration'])['root_module'], content)) {
    for (const [name, variable] of Object.entries(variables).filter(([, declared]) => isObject(declared))) {
      const marked = member(variable, 'sensitive');
      take(member(variable, 'default'), marked);
      take(member(given[name], 'value'), marked);
      take(member(given[name], 'constant_value'), marked);
    }
  }
  return found;
}

function leaves(value: Json): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(leaves);
  return isObject(value) ? Object.values(value).flatMap((inner) => leaves(inner ?? null)) : [];
}

function* modules(module: Json | undefined): Generator<JsonObject> {
  if (!isObject(module)) return;
  yield module;
  for (const child of objects(module['child_modules'])) yield* modules(child);
}

/** The variables of each module, with what is given to them: values for the root, expressions for the others. */
function* configured(
  module: Json | undefined,
  { variables: given }: JsonObject,
): Generator<{ readonly variables: JsonObject; readonly given: JsonObject }> {
  if (!isObject(module)) return;
  yield { variables: members(module['variables']), given: members(given) };
  for (const call of Object.values(members(module['module_calls'])).filter(isObject))
    yield* configured(call['module'], { variables: call['expressions'] });
}

function members(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function objects(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function member(value: Json | undefined, name: string | number): Json | undefined {
  if (Array.isArray(value)) return typeof name === 'number' ? value[name] : undefined;
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
