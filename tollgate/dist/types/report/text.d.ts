/** Style of human-readable output. */
export interface TextStyle {
    readonly colour: boolean;
    /** Columns of the terminal, at least 80. Only a longer single word exceeds the width. */
    readonly width: number;
    /**
     * Whether to list every finding, each rule, and the cost of each part of a stack.
     *
     * @default false
     */
    readonly details?: boolean;
}
/** Adds colour codes to a string. */
export type Paint = (text: string) => string;
/** The colour functions; without colour, they return their argument. */
export type Colours = Readonly<Record<'bold' | 'dim' | 'red' | 'yellow' | 'green', Paint>>;
export declare function coloursFor({ colour }: Pick<TextStyle, 'colour'>): Colours;
/** Lines wrapped at words and indented. */
export declare class Text {
    private readonly lines;
    readonly width: number;
    readonly details: boolean;
    readonly colours: Colours;
    constructor(style: TextStyle);
    blank(): void;
    line(text: string): void;
    /** A line that starts with its most important words; the rest wraps to the next lines. */
    heading(words: string, text: string, paint: Paint): void;
    /** A label with wrapped text beside it. Keeps the line breaks of the text. */
    labelled(indent: number, label: string, text: string, paint?: Paint, paintLabel?: Paint): void;
    toString(): string;
}
