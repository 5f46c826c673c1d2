/** Escapes text for GitHub Markdown. Text from the judged input must appear literally and never act as Markdown. */
/** Joins lines and trims. */
export declare function oneLine(text: string): string;
/** Literal text: no formatting, no links, no mentions. */
export declare function plain(text: string): string;
/** Like `plain`, but text between backticks becomes code. */
export declare function prose(text: string): string;
/** Inline code, fenced by as many backticks as needed. In a table use `cell`, because a `|` would end the cell. */
export declare function code(text: string): string;
/** Inline code in a table cell. */
export declare function cell(text: string): string;
/** Text inside an HTML element. */
export declare function html(text: string): string;
