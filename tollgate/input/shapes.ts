import shapes from './aws-shapes.json';
import { isObject, type Json } from '../model';

/** A Terraform type constraint in its JSON form: `"string"`, `["set", "string"]`, `["list", ["object", {...}]]`. */
export type TypeConstraint = string | [string, TypeConstraint | { [name: string]: TypeConstraint }];

/** The arguments that a resource or a nested block accepts. */
export interface BlockShape {
  readonly attributes: Readonly<Record<string, TypeConstraint>>;
  readonly blocks: Readonly<Record<string, BlockShape & { readonly nesting: 'single' | 'list' | 'set' }>>;
}

/** Shapes by resource type; data sources as `data.aws_ami`. */
export type Shapes = Record<string, BlockShape>;

const TABLE = shapes as unknown as Shapes;

/** The shape of a resource type; undefined for an unknown type. */
export function shapeOf(mode: 'managed' | 'data', type: string): BlockShape | undefined {
  const name = mode === 'data' ? `data.${type}` : type;
  return Object.hasOwn(TABLE, name) ? TABLE[name] : undefined;
}

/** Map attributes, which look like blocks in JSON, for resource types without a known shape. */
const MAP_NAMES = new Set([
  'tags',
  'tags_all',
  'default_tags',
  'parameters',
  'triggers',
  'variables',
  'labels',
  'dimensions',
  'input',
  'config',
]);

/** Whether a property of a body is a nested block. */
export function isBlock(shape: BlockShape | undefined, name: string, value: Json | undefined): boolean {
  if (shape !== undefined) {
    if (Object.hasOwn(shape.blocks, name)) return true;
    if (Object.hasOwn(shape.attributes, name)) return false;
  }
  const blocks = Array.isArray(value) ? value : [value];
  return blocks.length > 0 && blocks.every(isObject) && !MAP_NAMES.has(name);
}

/**
 * Converts a literal to the type of its attribute like Terraform does: `"8000"` becomes 8000 for a number. A literal
 * that cannot be converted stays unchanged.
 */
export function convert(value: Json, type: TypeConstraint | undefined): Json {
  if (type === undefined || value === null) return value;
  if (typeof type === 'string') return convertPrimitive(value, type);
  const [kind, inner] = type;
  if (kind === 'object' && isObject(value) && typeof inner === 'object' && !Array.isArray(inner)) {
    return mapMembers(value, (member, name) => convert(member, Object.hasOwn(inner, name) ? inner[name] : undefined));
  }
  if (typeof inner === 'object' && !Array.isArray(inner)) return value;
  if (kind === 'map' && isObject(value)) return mapMembers(value, (member) => convert(member, inner));
  if ((kind === 'list' || kind === 'set') && Array.isArray(value))
    return value.map((element) => convert(element, inner));
  return value;
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

function convertPrimitive(value: Json, type: string): Json {
  if (type === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return String(value);
  if (type === 'number' && typeof value === 'string' && NUMBER.test(value)) return Number(value);
  if (type === 'bool' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}

function mapMembers(value: { [name: string]: Json | undefined }, map: (member: Json, name: string) => Json): Json {
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => (member === undefined ? [] : [[name, map(member, name)]])),
  );
}
