/** How the text may look. */
export interface TextStyle {
    readonly colour: boolean;
    /** Columns of the terminal, at least 80. Only a single word that is longer reaches beyond. */
    readonly width: number;
}
/** Gives a text a colour. */
export type Paint = (text: string) => string;
/** What gives text a colour, or does nothing. */
export type Colours = Readonly<Record<'bold' | 'dim' | 'red' | 'yellow' | 'green', Paint>>;
export declare function coloursFor({ colour }: Pick<TextStyle, 'colour'>): Colours;
/** Lines of text that are wrapped at words and indented. */
export declare class Text {
    private readonly lines;
    readonly width: number;
    readonly colours: Colours;
    constructor(style: TextStyle);
    blank(): void;
    line(text: string): void;
    /** A line that begins with its most important words; what is too long goes on below. */
    heading(words: string, text: string, paint: Paint): void;
    /** A label and a wrapped text beside it. Lines of the text stay lines. */
    labelled(indent: number, label: string, text: string, paint?: Paint, paintLabel?: Paint): void;
    toString(): string;
}
