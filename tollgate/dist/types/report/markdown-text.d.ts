/** Text inside of GitHub Markdown. What comes from what was judged is shown as it is: it must not act as Markdown. */
/** On one line. */
export declare function oneLine(text: string): string;
/** Shown as it is, whatever it contains: it formats nothing, links nowhere, and nobody is notified of it. */
export declare function plain(text: string): string;
/** The same, with the parts between backticks as code. */
export declare function prose(text: string): string;
/** As code, between as many backticks as needed. A `|` in it would end the cell of a table. */
export declare function code(text: string): string;
/** As code in a cell of a table. */
export declare function cell(text: string): string;
/** Inside of an HTML element. */
export declare function html(text: string): string;
