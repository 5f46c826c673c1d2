/**
 * Parses Terraform's template strings: separates literals from expressions, and lists the objects that an expression
 * refers to. Evaluates literals only.
 */
/** One step of a traversal: `.name`, `["key"]` or `[0]`. */
export type Step = {
    readonly attribute: string;
} | {
    readonly key: string | number;
};
/** A reference such as `aws_lb.alb["a"].arn`, in source order. */
export interface Traversal {
    readonly root: string;
    readonly steps: readonly Step[];
}
/** A piece of a template. `directive` is a `%{…}`, which is not evaluated. */
export type Part = {
    readonly kind: 'text';
    readonly text: string;
} | {
    readonly kind: 'expression';
    readonly source: string;
} | {
    readonly kind: 'directive';
    readonly source: string;
};
/** The template is invalid; Terraform would refuse it too. */
export declare class TemplateError extends Error {
}
/** Splits a template string of Terraform JSON into its parts. `$${` and `%%{` are escapes. */
export declare function parseTemplate(template: string): Part[];
/** All traversals of an expression in source order, duplicates included, like Terraform lists them. */
export declare function traversals(expression: string): Traversal[];
/** The traversal that makes up the whole expression; undefined for any other expression. */
export declare function soleTraversal(expression: string): Traversal | undefined;
/** The value of a number, string, boolean or null literal; undefined for any other expression. */
export declare function literal(expression: string): {
    readonly value: string | number | boolean | null;
} | undefined;
/**
 * The `references` that a plan lists for a traversal: the longest first, then every prefix down to the referenced
 * object, then the object without its instance key.
 */
export declare function references(traversal: Traversal): string[];
