import { type Json } from '../model';
/** A Terraform type constraint in its JSON form: `"string"`, `["set", "string"]`, `["list", ["object", {...}]]`. */
export type TypeConstraint = string | [string, TypeConstraint | {
    [name: string]: TypeConstraint;
}];
/** What may be written into a resource or a nested block. */
export interface BlockShape {
    readonly attributes: Readonly<Record<string, TypeConstraint>>;
    readonly blocks: Readonly<Record<string, BlockShape & {
        readonly nesting: 'single' | 'list' | 'set';
    }>>;
}
/** Shapes by type; data sources as `data.aws_ami`. */
export type Shapes = Record<string, BlockShape>;
/** The shape of a type; undefined for one that the table does not know. */
export declare function shapeOf(mode: 'managed' | 'data', type: string): BlockShape | undefined;
/** Whether a member of a body is a nested block. */
export declare function isBlock(shape: BlockShape | undefined, name: string, value: Json | undefined): boolean;
/** Converts a literal as Terraform does: `"8000"` for a number attribute is 8000. What cannot be converted stays. */
export declare function convert(value: Json, type: TypeConstraint | undefined): Json;
