/**
 * What `gate/input/cut-down.ts` leaves of a plan, said once more over parsed values: the tests compare both. It goes through
 * members in the order in which they stand, since what a resource is decides only about what comes behind.
 */
import { isObject, type Json, type JsonObject, type WhatIsRead } from '../../../gate/model';

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

/** What is kept of a document that `JSON.parse` gives. */
export function selection(document: Json, { types, attributes }: WhatIsRead): Json {
  const tags: Select = (value) => members(value, (name, member) => (attributes.has(name) ? tags(member) : OUT));
  const attribute: Select = (value) =>
    members(value, (name, member) =>
      name === 'tags' || name === 'tags_all' ? tags(member) : attributes.has(name) ? member : OUT,
    );

  function resource(
    value: Json,
    more: readonly string[],
    use: (read: boolean, managed: boolean) => boolean,
  ): Json | typeof OUT {
    let read = true;
    let managed = false;
    const kept = members(value, (name, member) => {
      if (name === 'type') read = typeof member === 'string' && types.has(member);
      if (name === 'mode') managed = member === 'managed';
      if (name === 'change' && more.includes(name)) return change(member, read);
      if (['values', 'expressions'].includes(name) && more.includes(name)) return (read ? attribute : brief)(member);
      return ['address', 'mode', 'type', 'name', ...more].includes(name) ? member : OUT;
    });
    return use(read, managed) ? kept : OUT;
  }

  function change(value: Json, read: boolean): Json {
    let quiet = false;
    return members(value, (name, member) => {
      if (name === 'actions') quiet = ['["no-op"]', '["read"]'].includes(JSON.stringify(member));
      if (name === 'actions') return member;
      if (name === 'before') return (read && !quiet ? attribute : brief)(member);
      return ['after', 'after_unknown'].includes(name) ? (read ? attribute : brief)(member) : OUT;
    });
  }

  const module = (resources: Select): Select => {
    const select: Select = (value) =>
      only(value, { address: same, resources, child_modules: (children) => list(children, select) });
    return select;
  };

  const repeated = ['for_each_expression', 'count_expression'];

  const configured: Select = (value) =>
    only(value, {
      resources: (resources) =>
        list(resources, (one) => {
          const runs = isObject(one) && Object.hasOwn(one, 'provisioners');
          return resource(one, [...repeated, 'provisioners', 'expressions'], (read) => read || runs);
        }),
      outputs: (outputs) => each(outputs, (output) => only(output, { expression: same })),
      variables: (variables) => each(variables, (variable) => only(variable, { default: same })),
      module_calls: (calls) =>
        each(calls, (call) =>
          only(call, {
            ...Object.fromEntries(repeated.map((name) => [name, same])),
            ...{ expressions: same, module: configured },
          }),
        ),
    });

  const plan = (value: Json, listed: boolean, others: Readonly<Record<string, Select>>): Json => {
    const resources =
      (use: (managed: boolean) => boolean): Select =>
      (found) =>
        list(found, (one) => resource(one, ['values'], (_, managed) => use(managed)));
    const values: Select = (found) => only(found, { root_module: module(listed ? resources(() => true) : brief) });
    const prior = module(resources((managed) => listed || !managed));
    const table: Readonly<Record<string, Select>> = {
      resource_changes: (changes) => list(changes, (one) => resource(one, ['module_address', 'change'], () => true)),
      planned_values: values,
      values,
      prior_state: (found) => only(found, { values: (before) => only(before, { root_module: prior }) }),
      configuration: (found) => only(found, { root_module: configured }),
      variables: same,
      ...others,
    };
    return members(value, (name, member) => (Object.hasOwn(table, name) ? (table[name] ?? brief) : brief)(member));
  };

  const listed = changes(document) + (isObject(document) ? changes(document['plan']) : 0) === 0;
  return plan(document, listed, { plan: (inner) => plan(inner, listed, {}) });
}

function changes(value: Json | undefined): number {
  const found = isObject(value) ? value['resource_changes'] : undefined;
  return Array.isArray(found) ? found.length : 0;
}
