/**
 * What `gate/input/cut-down.ts` leaves of a plan, said once more over parsed values: the tests compare both.
 */
import { isObject, type Json, type JsonObject, type WhatIsRead } from '../../../tollgate/model';

type Select = (value: Json) => Json;

/** Stands for a member or an element that is left out. */
const OUT = Symbol('out');

const same: Select = (value) => value;
const brief: Select = (value) => (Array.isArray(value) ? [] : isObject(value) ? {} : value);

function members(value: Json, select: (name: string, member: Json) => Json | typeof OUT): Json {
  if (!isObject(value)) return value;
  const kept = Object.entries(value).flatMap(([name, member]) => {
    const selected = select(name, member ?? null);
    return selected === OUT ? [] : [[name, selected]];
  });
  return Object.fromEntries(kept) as JsonObject;
}

const only = (value: Json, table: Readonly<Record<string, Select>>): Json =>
  members(value, (name, member) => (Object.hasOwn(table, name) ? (table[name]?.(member) ?? null) : OUT));

const each = (value: Json, select: Select): Json => members(value, (_, member) => select(member));

const list = (value: Json, select: (element: Json) => Json | typeof OUT): Json =>
  Array.isArray(value) ? value.map(select).filter((element): element is Json => element !== OUT) : value;

/** What is kept of a plan that `JSON.parse` gives. */
export function selection(plan: Json, { types, attributes }: WhatIsRead): Json {
  const tags: Select = (value) => members(value, (name, member) => (attributes.has(name) ? tags(member) : OUT));
  const attribute: Select = (value) =>
    members(value, (name, member) =>
      name === 'tags' || name === 'tags_all' ? tags(member) : attributes.has(name) ? member : OUT,
    );

  const isRead = (resource: Json): boolean =>
    isObject(resource) && typeof resource['type'] === 'string' && types.has(resource['type']);
  const held = (resource: Json): Select => (isRead(resource) ? attribute : brief);
  const identity = { address: same, mode: same, type: same, name: same };

  const change =
    (resource: Json): Select =>
    (value) => {
      const actions = isObject(value) && Array.isArray(value['actions']) ? value['actions'] : [];
      const quiet = actions.includes('no-op') || actions.includes('read');
      const kept = held(resource);
      return only(value, {
        actions: same,
        after: kept,
        after_unknown: kept,
        ...(quiet && isObject(value) && value['before'] !== null ? {} : { before: kept }),
      });
    };

  const module = (resources: Readonly<Record<string, Select>>): Select => {
    const select: Select = (value) =>
      only(value, { address: same, ...resources, child_modules: (children) => list(children, select) });
    return select;
  };

  const source = (resource: Json): Json | typeof OUT =>
    isObject(resource) && resource['mode'] === 'data' ? only(resource, { ...identity, values: held(resource) }) : OUT;

  const configuredResource = (resource: Json): Json | typeof OUT => {
    const runs = isObject(resource) && Object.hasOwn(resource, 'provisioners');
    if (!isRead(resource) && !runs) return OUT;
    const repeated = isRead(resource) ? { for_each_expression: same, count_expression: same } : {};
    return only(resource, { ...identity, provisioners: same, expressions: held(resource), ...repeated });
  };

  const configured: Select = (value) =>
    only(value, {
      resources: (resources) => list(resources, configuredResource),
      outputs: (outputs) => each(outputs, (output) => only(output, { expression: same })),
      variables: (variables) => each(variables, (variable) => only(variable, { default: same })),
      module_calls: (calls) =>
        each(calls, (call) =>
          only(call, {
            ...{ for_each_expression: same, count_expression: same, expressions: same, module: configured },
          }),
        ),
    });

  return only(plan, {
    ...{ format_version: same, complete: same, errored: same, variables: same },
    resource_changes: (changes) =>
      list(changes, (one) => only(one, { ...identity, module_address: same, change: change(one) })),
    relevant_attributes: brief,
    planned_values: (values) => only(values, { root_module: module({}) }),
    prior_state: (state) =>
      only(state, {
        values: (values) =>
          only(values, { root_module: module({ resources: (resources) => list(resources, source) }) }),
      }),
    configuration: (configuration) => only(configuration, { root_module: configured }),
  });
}
