/**
 * A small model of a Terraform configuration, from which {@link ./terraform} makes plans and {@link ./source} the text that real
 * Terraform reads.
 */
import type { Json } from '../../tollgate/model';

/** The key of an instance: an index under `count`, a string under `for_each`. */
export type Key = string | number;

/** The right side of an equals sign. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: Json }
  /** A value that Terraform computes from constants: known in the plan, and `{}` in its configuration. */
  | { readonly kind: 'computed'; readonly value: string }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'object'; readonly members: Readonly<Record<string, Expression>> }
  | Reference;

/** `aws_vpc.main.id`, `module.web["a"].group`, `var.group`, `each.value`. */
export interface Reference {
  readonly kind: 'reference';
  /** The object that the reference names: `aws_vpc.main`, `data.aws_vpc.main`, `module.web`, `var.group`, `local.group`, `each.value`, `each.key`. */
  readonly head: string;
  /** An instance, the one of the same key (`[each.key]`), or all of them (`[*]`). */
  readonly index?: Key | EachKey | All;
  readonly attribute?: string;
}

/** `[each.key]` */
export interface EachKey {
  readonly each: 'key';
}

/** `[*]` */
export interface All {
  readonly each: 'all';
}

/** The inside of a block: attributes and blocks. */
export interface Body {
  readonly [name: string]: Expression | readonly Body[];
}

/** `count`, or `for_each` over a map. */
export type Repetition = { readonly count: number } | { readonly forEach: Readonly<Record<string, Expression>> };

/** A resource or a data source. */
export interface Resource {
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly repeated?: Repetition | undefined;
  readonly body: Body;
  /**
   * Made by an earlier apply: what AWS computes is known, and the change is a no-op. For a data source: read while planning.
   *
   * @default false
   */
  readonly exists?: boolean;
}

/** `module "web" { source, …arguments }` */
export interface ModuleCall {
  readonly repeated?: Repetition | undefined;
  readonly arguments: Readonly<Record<string, Expression>>;
  readonly module: Module;
}

/** One module: the root module, or a module that a call names. */
export interface Module {
  readonly resources: readonly Resource[];
  /** Variables with their defaults; without one the caller has to give a value. */
  readonly variables: Readonly<Record<string, { readonly default?: Json }>>;
  readonly locals: Readonly<Record<string, Expression>>;
  readonly outputs: Readonly<Record<string, Expression>>;
  readonly calls: Readonly<Record<string, ModuleCall>>;
}

/** A literal. */
export function literal(value: Json): Expression {
  return { kind: 'literal', value };
}

/** A list of expressions. */
export function list(...items: Expression[]): Expression {
  return { kind: 'list', items };
}

/** A reference by its head and attribute: `reference('aws_vpc.main', 'id')`. */
export function reference(head: string, attribute?: string, index?: Reference['index']): Reference {
  return {
    kind: 'reference',
    head,
    ...(index === undefined ? {} : { index }),
    ...(attribute === undefined ? {} : { attribute }),
  };
}

/** An instance key as Terraform writes it in an address: `[0]`, `["a"]`. */
export function bracketed(key: Key | undefined): string {
  return key === undefined ? '' : `[${JSON.stringify(key)}]`;
}

/** The keys of the instances; `undefined` is the key of an object without `count` and `for_each`. */
export function keysOf(repeated: Repetition | undefined): (Key | undefined)[] {
  if (repeated === undefined) return [undefined];
  if ('count' in repeated) return Array.from({ length: repeated.count }, (_, at) => at);
  return Object.keys(repeated.forEach).sort();
}

/** A reference as it is written in a configuration. */
export function written({ head, index, attribute }: Reference): string {
  const bracket =
    index === undefined
      ? ''
      : typeof index === 'object'
        ? index.each === 'key'
          ? '[each.key]'
          : '[*]'
        : bracketed(index);
  return `${head}${bracket}${attribute === undefined ? '' : `.${attribute}`}`;
}

/** Is it a list of blocks? */
export function isBlocks(value: Expression | readonly Body[]): value is readonly Body[] {
  return Array.isArray(value);
}
