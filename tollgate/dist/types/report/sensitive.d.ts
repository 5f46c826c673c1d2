/** Hides the values that Terraform marks as sensitive in the strings of a report. */
/** Hides sensitive values. */
export interface Concealer {
    /** The text with each sensitive value replaced. */
    readonly within: (text: string) => string;
    /** {@link SENSITIVE} for a string that contains any sensitive value, otherwise the string. */
    readonly whole: (text: string) => string;
}
/** @param values the sensitive values of all inputs of the report */
export declare function concealer(values: Iterable<string>): Concealer;
