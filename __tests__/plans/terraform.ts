/**
 * Plans of a {@link Module} as `terraform show -json` writes them: instances, values that are known and that are not, and the
 * configuration with its flattened references. A substitute for Terraform, quick enough for thousands of generated
 * configurations; `__tests__/aws/plans.test.ts` compares it with the real one.
 */
import { createHash } from 'node:crypto';
import { isObject, type Json, type JsonObject } from '../../tollgate/model';
import {
  bracketed,
  isBlocks,
  keysOf,
  reference,
  written,
  type Body,
  type Expression,
  type Key,
  type Module,
  type ModuleCall,
  type Reference,
  type Repetition,
  type Resource,
} from './configuration';
import { ATTRIBUTES_AS_BLOCKS, COMPUTED, EMPTY_RULE, ID_PREFIX, SETS } from './schema';

/** Choices of {@link planOf}. */
export interface PlanOptions {
  /**
   * `hcl` keeps only the references of an expression; `json` (CDKTF) keeps the templates as well.
   *
   * @default 'hcl'
   */
  readonly syntax?: 'hcl' | 'json';
  /**
   * Everything was applied before: all ids are known.
   *
   * @default false
   */
  readonly applied?: boolean;
}

/** A value that is unknown before apply. */
const UNKNOWN = Symbol('known after apply');
type Value = typeof UNKNOWN | null | boolean | number | string | Value[] | { [name: string]: Value };

/** A module instance. */
interface Scope {
  readonly module: Module;
  /** Prefix of the addresses of its resources: `module.web["a"].`. */
  readonly prefix: string;
  readonly above?: { readonly scope: Scope; readonly call: ModuleCall; readonly each: Each };
}

/** The instance key that `each.key` and `each.value` stand for. */
interface Each {
  readonly key: Key | undefined;
  readonly value: Expression | undefined;
}

/** The plan of a configuration. */
export function planOf(root: Module, options: PlanOptions = {}): JsonObject {
  return new Planner(root, options).plan();
}

class Planner {
  private readonly syntax: 'hcl' | 'json';
  private readonly applied: boolean;
  private readonly changes: Json[] = [];

  constructor(
    private readonly root: Module,
    options: PlanOptions,
  ) {
    this.syntax = options.syntax ?? 'hcl';
    this.applied = options.applied ?? false;
  }

  plan(): JsonObject {
    const top: Scope = { module: this.root, prefix: '' };
    const planned = this.module(top);
    return {
      format_version: '1.2',
      terraform_version: '1.11.4',
      planned_values: { root_module: planned.planned },
      resource_changes: this.changes,
      prior_state: { format_version: '1.0', values: { root_module: planned.prior } },
      configuration: { root_module: this.configuration(this.root) },
    };
  }

  private module(scope: Scope): { planned: JsonObject; prior: JsonObject } {
    const planned: Json[] = [];
    const prior: Json[] = [];
    for (const resource of scope.module.resources) {
      for (const key of keysOf(resource.repeated)) {
        const made = this.instance(resource, key, scope);
        if (made.change !== undefined) this.changes.push(made.change);
        if (resource.mode === 'managed') planned.push(made.state);
        if (this.exists(resource)) prior.push(made.state);
      }
    }
    const below = this.children(scope).map((child) => ({ address: child.prefix.slice(0, -1), ...this.module(child) }));
    const tree = (resources: Json[], side: 'planned' | 'prior'): JsonObject => ({
      ...(resources.length === 0 ? {} : { resources }),
      ...(below.length === 0
        ? {}
        : { child_modules: below.map((child) => ({ address: child.address, ...child[side] })) }),
    });
    return { planned: tree(planned, 'planned'), prior: tree(prior, 'prior') };
  }

  private children(scope: Scope): Scope[] {
    return Object.entries(scope.module.calls).flatMap(([name, call]) =>
      keysOf(call.repeated).map((key) => this.child(scope, name, call, key)),
    );
  }

  private child(scope: Scope, name: string, call: ModuleCall, key: Key | undefined): Scope {
    return {
      module: call.module,
      prefix: `${scope.prefix}module.${name}${bracketed(key)}.`,
      above: { scope, call, each: eachOf(call.repeated, key) },
    };
  }

  private instance(resource: Resource, key: Key | undefined, scope: Scope): { change?: Json; state: Json } {
    const { mode, type, name } = resource;
    const address = addressOf(resource, key, scope);
    const identity: JsonObject = {
      address,
      ...(scope.prefix === '' ? {} : { module_address: scope.prefix.slice(0, -1) }),
      ...{ mode, type, name },
      ...(key === undefined ? {} : { index: key }),
    };
    const values = this.values(resource, key, scope);
    const { known, unknown } = split(values);
    const state: Json = { ...{ address, mode, type, name }, values: known };
    const exists = this.exists(resource);
    if (exists && mode === 'data') return { state };
    const actions = mode === 'data' ? ['read'] : exists ? ['no-op'] : ['create'];
    const change = { actions, before: exists ? known : null, after: known, after_unknown: unknown };
    return { state, change: { ...identity, change } };
  }

  private exists(resource: Resource): boolean {
    return this.applied || resource.exists === true;
  }

  private values(resource: Resource, key: Key | undefined, scope: Scope): { [name: string]: Value } {
    const { type, body } = resource;
    const each = eachOf(resource.repeated, key);
    const values: { [name: string]: Value } = {};
    const exists = this.exists(resource);
    values['id'] = exists ? idOf(resource, key, scope) : UNKNOWN;
    if (type === 'aws_lb_target_group' || type === 'aws_lb')
      values['arn'] = exists ? `arn:aws:${addressOf(resource, key, scope)}` : UNKNOWN;
    for (const attribute of COMPUTED[type] ?? []) {
      if (body[attribute] !== undefined) continue;
      values[attribute] = exists ? this.afterwards(attribute, body, scope, each) : UNKNOWN;
    }
    for (const [attribute, value] of Object.entries(body)) {
      if (isBlocks(value)) {
        const filled = ATTRIBUTES_AS_BLOCKS[type]?.includes(attribute) === true ? EMPTY_RULE : {};
        values[attribute] = value.map((block) => ({ ...empty(filled), ...this.body(block, scope, each) }));
      } else {
        values[attribute] = this.whole(attribute, this.evaluate(value, scope, each));
      }
    }
    return values;
  }

  /** The value that AWS sets where the configuration sets none. */
  private afterwards(attribute: string, body: Body, scope: Scope, each: Each): Value {
    const { input } = body;
    if (attribute === 'output' && input !== undefined && !isBlocks(input)) return this.evaluate(input, scope, each);
    return { name: 'terraform-1', public_ip: '443', source_security_group_id: null }[attribute] ?? null;
  }

  private body(body: Body, scope: Scope, each: Each): { [name: string]: Value } {
    return Object.fromEntries(
      Object.entries(body).map(([name, value]) => [
        name,
        isBlocks(value)
          ? value.map((block) => this.body(block, scope, each))
          : this.whole(name, this.evaluate(value, scope, each)),
      ]),
    );
  }

  private whole(attribute: string, value: Value): Value {
    return SETS.has(attribute) && Array.isArray(value) && value.includes(UNKNOWN) ? UNKNOWN : value;
  }

  private evaluate(expression: Expression, scope: Scope, each: Each): Value {
    switch (expression.kind) {
      case 'literal':
      case 'computed':
        return expression.value as Value;
      case 'list':
        return expression.items.flatMap((item) => {
          const value = this.evaluate(item, scope, each);
          return isAll(item) && Array.isArray(value) ? value : [value];
        });
      case 'object':
        return Object.fromEntries(
          Object.entries(expression.members).map(([name, member]) => [name, this.evaluate(member, scope, each)]),
        );
      case 'reference':
        return this.follow(expression, scope, each);
    }
  }

  private follow({ head, index, attribute }: Reference, scope: Scope, each: Each): Value {
    const [kind = '', name = '', third = ''] = head.split('.');
    switch (kind) {
      case 'each':
        if (name === 'key') return each.key ?? null;
        return each.value === undefined ? null : this.evaluate(each.value, scope, NO_EACH);
      case 'var': {
        const given = scope.above?.call.arguments[name];
        const value =
          given !== undefined && scope.above !== undefined
            ? this.evaluate(given, scope.above.scope, scope.above.each)
            : ((scope.module.variables[name]?.default ?? null) as Value);
        return memberOf(value, attribute);
      }
      case 'local':
        return this.evaluate(needed(scope.module.locals[name], head), scope, NO_EACH);
      case 'module': {
        const call = needed(scope.module.calls[name], head);
        const [own = '', member] = (attribute ?? '').split('.');
        const output = needed(call.module.outputs[own], `${head}.${own}`);
        const found = chosen(call.repeated, index, each).map((key) =>
          memberOf(this.evaluate(output, this.child(scope, name, call, key), NO_EACH), member),
        );
        return one(found, index);
      }
      default: {
        const [mode, type, label] = kind === 'data' ? ['data', name, third] : ['managed', kind, name];
        const resource = needed(
          scope.module.resources.find((it) => it.mode === mode && it.type === type && it.name === label),
          head,
        );
        const found = chosen(resource.repeated, index, each).map((key) => {
          // Without the other attributes, which may refer back to this one.
          if (attribute === 'id') return this.exists(resource) ? idOf(resource, key, scope) : UNKNOWN;
          return this.values(resource, key, scope)[attribute ?? 'id'] ?? null;
        });
        return one(found, index);
      }
    }
  }

  // ------------------------------------------------------------------------------------------------ configuration

  private configuration(module: Module): JsonObject {
    const { resources, variables, outputs, calls } = module;
    return {
      ...(resources.length === 0 ? {} : { resources: resources.map((resource) => this.configured(resource)) }),
      ...members(
        'outputs',
        Object.entries(outputs).map(([name, value]) => [name, { expression: this.shown(value) }]),
      ),
      ...members(
        'variables',
        Object.entries(variables).map(([name, { default: value }]) => [
          name,
          value === undefined ? {} : { default: value },
        ]),
      ),
      ...members(
        'module_calls',
        Object.entries(calls).map(([name, call]) => [
          name,
          {
            source: `./modules/${name}`,
            expressions: this.shownBody('', call.arguments),
            ...this.repetition(call.repeated),
            module: this.configuration(call.module),
          },
        ]),
      ),
    };
  }

  private configured({ mode, type, name, body, repeated }: Resource): JsonObject {
    return {
      address: `${mode === 'data' ? 'data.' : ''}${type}.${name}`,
      ...{ mode, type, name },
      provider_config_key: 'aws',
      expressions: this.shownBody(type, body),
      schema_version: 0,
      ...this.repetition(repeated),
    };
  }

  private repetition(repeated: Repetition | undefined): JsonObject {
    if (repeated === undefined) return {};
    if ('count' in repeated) return { count_expression: { constant_value: repeated.count } };
    const references = Object.values(repeated.forEach).flatMap(referencesOf);
    if (references.length > 0) return { for_each_expression: { references } };
    const entries = Object.entries(repeated.forEach).map(([key, value]): [string, Json] => [key, constant(value)]);
    return { for_each_expression: { constant_value: Object.fromEntries(entries) } };
  }

  private shownBody(type: string, body: Body): JsonObject {
    return Object.fromEntries(
      Object.entries(body).map(([name, value]): [string, Json] => {
        if (!isBlocks(value)) return [name, this.shown(value)];
        if (ATTRIBUTES_AS_BLOCKS[type]?.includes(name) === true) return [name, this.shownEntries(value)];
        return [name, value.map((block) => this.shownBody('', block))];
      }),
    );
  }

  private shownEntries(blocks: readonly Body[]): Json {
    const expressions = blocks.flatMap((block) =>
      Object.values(block).filter((value): value is Expression => !isBlocks(value)),
    );
    const references = expressions.flatMap(referencesOf);
    const entries = blocks.map((block) =>
      Object.fromEntries(
        Object.entries(block).map(([name, value]): [string, Json] => [name, isBlocks(value) ? null : template(value)]),
      ),
    );
    if (this.syntax === 'json') return { constant_value: entries, ...(references.length > 0 ? { references } : {}) };
    if (references.length > 0) return { references };
    return expressions.some(isComputed) ? {} : { constant_value: entries };
  }

  private shown(expression: Expression): JsonObject {
    const references = referencesOf(expression);
    if (this.syntax === 'json')
      return { constant_value: template(expression), ...(references.length > 0 ? { references } : {}) };
    if (references.length > 0) return { references };
    return isComputed(expression) ? {} : { constant_value: constant(expression) };
  }
}

const NO_EACH: Each = { key: undefined, value: undefined };

function eachOf(repeated: Repetition | undefined, key: Key | undefined): Each {
  if (repeated === undefined || key === undefined) return NO_EACH;
  return { key, value: 'forEach' in repeated ? repeated.forEach[key] : undefined };
}

function chosen(repeated: Repetition | undefined, index: Reference['index'], each: Each): (Key | undefined)[] {
  if (index === undefined) return [undefined];
  if (typeof index !== 'object') return [index];
  return index.each === 'key' ? [each.key] : keysOf(repeated);
}

function one(found: readonly Value[], index: Reference['index']): Value {
  return typeof index === 'object' && index.each === 'all' ? [...found] : needed(found[0], 'an instance');
}

/** `var.groups.web`: an attribute of an object. */
function memberOf(value: Value, name: string | undefined): Value {
  if (name === undefined || value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return value[name] ?? null;
}

function isAll(expression: Expression): boolean {
  return expression.kind === 'reference' && typeof expression.index === 'object' && expression.index.each === 'all';
}

function isComputed(expression: Expression): boolean {
  if (expression.kind === 'list') return expression.items.some(isComputed);
  if (expression.kind === 'object') return Object.values(expression.members).some(isComputed);
  return expression.kind === 'computed';
}

/** The longest reference first, then the objects that contain it. */
function referencesOf(expression: Expression): string[] {
  if (expression.kind === 'list') return expression.items.flatMap(referencesOf);
  if (expression.kind === 'object') return Object.values(expression.members).flatMap(referencesOf);
  if (expression.kind !== 'reference') return [];
  const { head, index, attribute } = expression;
  if (typeof index === 'object')
    return index.each === 'key' ? [...referencesOf(reference(head)), 'each.key'] : referencesOf(reference(head));
  const whole = `${head}${bracketed(index)}`;
  const shadows = head.startsWith('module.') || index === undefined ? [whole] : [whole, head];
  const parts = attribute === undefined ? [] : attribute.split('.');
  const longer = parts.map((_, at) => `${whole}.${parts.slice(0, at + 1).join('.')}`);
  return [...longer.reverse(), ...shadows];
}

function constant(expression: Expression): Json {
  if (expression.kind === 'list') return expression.items.map(constant);
  if (expression.kind === 'object') return mapped(expression.members, constant);
  return expression.kind === 'reference' ? null : expression.value;
}

function mapped(members: Readonly<Record<string, Expression>>, each: (member: Expression) => Json): JsonObject {
  return Object.fromEntries(Object.entries(members).map(([name, member]): [string, Json] => [name, each(member)]));
}

function template(expression: Expression): Json {
  if (expression.kind === 'list') return expression.items.map(template);
  if (expression.kind === 'object') return mapped(expression.members, template);
  if (expression.kind === 'computed') return `\${tostring(${JSON.stringify(expression.value)})}`;
  return expression.kind === 'literal' ? expression.value : `\${${written(expression)}}`;
}

/** An object of this name, unless it is empty. */
function members(name: string, entries: (readonly [string, Json])[]): JsonObject {
  return entries.length === 0 ? {} : { [name]: Object.fromEntries(entries) };
}

function addressOf({ mode, type, name }: Resource, key: Key | undefined, scope: Scope): string {
  return `${scope.prefix}${mode === 'data' ? 'data.' : ''}${type}.${name}${bracketed(key)}`;
}

/** The id that AWS would give. */
function idOf(resource: Resource, key: Key | undefined, scope: Scope): string {
  const own = resource.body['id'];
  if (resource.mode === 'data' && own !== undefined && !isBlocks(own) && own.kind === 'literal')
    return typeof own.value === 'string' ? own.value : JSON.stringify(own.value);
  const hash = createHash('sha256')
    .update(addressOf(resource, key, scope))
    .digest('hex');
  return `${ID_PREFIX[resource.type] ?? 'id'}-${hash.slice(0, 17)}`;
}

function empty(rule: object): { [name: string]: Value } {
  return structuredClone(rule) as { [name: string]: Value };
}

function needed<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`${what} is not in the made-up configuration`);
  return found;
}

/** Splits known values from marks for unknown ones: unknown attributes are absent, unknown elements of lists are null. */
function split(value: { [name: string]: Value }): { known: JsonObject; unknown: JsonObject } {
  return { known: knownOf(value) as JsonObject, unknown: marksOf(value) as JsonObject };
}

function knownOf(value: Value): Json {
  if (value === UNKNOWN) return null;
  if (Array.isArray(value)) return value.map(knownOf);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== UNKNOWN)
      .map(([name, member]): [string, Json] => [name, knownOf(member)]),
  );
}

function marksOf(value: Value): Json {
  if (value === UNKNOWN) return true;
  if (Array.isArray(value)) return value.map((element) => marksOf(element));
  if (value === null || typeof value !== 'object') return false;
  const marks = Object.entries(value)
    .map(([name, member]): [string, Json] => [name, marksOf(member)])
    .filter(([, mark]) => mark === true || Array.isArray(mark) || (isObject(mark) && Object.keys(mark).length > 0));
  return Object.fromEntries(marks);
}
