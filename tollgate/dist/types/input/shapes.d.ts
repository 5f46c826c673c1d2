import { type Json } from '../model';
/** A Terraform type constraint in its JSON form: `"string"`, `["set", "string"]`, `["list", ["object", {...}]]`. */
export type TypeConstraint = string | [string, TypeConstraint | {
    [name: string]: TypeConstraint;
}];
/** The arguments that a resource or a nested block accepts. */
export interface BlockShape {
    readonly attributes: Readonly<Record<string, TypeConstraint>>;
    readonly blocks: Readonly<Record<string, BlockShape & {
        readonly nesting: 'single' | 'list' | 'set';
    }>>;
}
/** Shapes by resource type; data sources as `data.aws_ami`. */
export type Shapes = Record<string, BlockShape>;
/** The shape of a resource type; undefined for an unknown type. */
export declare function shapeOf(mode: 'managed' | 'data', type: string): BlockShape | undefined;
/** Whether a property of a body is a nested block. */
export declare function isBlock(shape: BlockShape | undefined, name: string, value: Json | undefined): boolean;
/**
 * Converts a literal to the type of its attribute like Terraform does: `"8000"` becomes 8000 for a number. A literal
 * that cannot be converted stays unchanged.
 */
export declare function convert(value: Json, type: TypeConstraint | undefined): Json;
