/**
 * Reads Terraform's template strings as far as a judgement needs: which parts are literal, and which objects of the
 * configuration an expression refers to. It evaluates nothing but literals.
 */
/** One step of a traversal: `.name` or `["key"]` / `[0]`. */
export type Step = {
    readonly attribute: string;
} | {
    readonly key: string | number;
};
/** A chain as `aws_lb.alb["a"].arn`, in source order. */
export interface Traversal {
    readonly root: string;
    readonly steps: readonly Step[];
}
/** A piece of a template. `directive` is a `%{…}`, whose effect on the text is not evaluated. */
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
/** Thrown for text that Terraform would not accept either. */
export declare class TemplateError extends Error {
}
/** Splits a template string, as it stands in Terraform JSON, into its parts. `$${` and `%%{` are escapes. */
export declare function parseTemplate(template: string): Part[];
/** The traversals of an expression, in source order and not deduplicated, as Terraform lists them. */
export declare function traversals(expression: string): Traversal[];
/** The traversal that the whole expression is, undefined when it is anything more or less. */
export declare function soleTraversal(expression: string): Traversal | undefined;
/** The value of an expression that is a number, string, boolean or null literal, undefined when it is not. */
export declare function literal(expression: string): {
    readonly value: string | number | boolean | null;
} | undefined;
/**
 * A traversal in the form of a plan's `references`: longest first, then its prefixes down to what it refers to, then that
 * without its instance key.
 */
export declare function references(traversal: Traversal): string[];
