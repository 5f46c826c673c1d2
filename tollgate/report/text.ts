/** Lays out the human-readable reports in the width of the terminal. */
import { createColors } from 'picocolors';

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

export function coloursFor({ colour }: Pick<TextStyle, 'colour'>): Colours {
  return createColors(colour);
}

/** Lines wrapped at words and indented. */
export class Text {
  private readonly lines: string[] = [];

  readonly width: number;
  readonly details: boolean;
  readonly colours: Colours;

  constructor(style: TextStyle) {
    this.width = style.width;
    this.details = style.details ?? false;
    this.colours = coloursFor(style);
  }

  blank(): void {
    this.lines.push('');
  }

  line(text: string): void {
    this.lines.push(text);
  }

  /** A line that starts with its most important words; the rest wraps to the next lines. */
  heading(words: string, text: string, paint: Paint): void {
    const [first = '', ...rest] = wrap(text, this.width - words.length - 2);
    this.lines.push(`${paint(words)}  ${first}`, ...rest.map((line) => `  ${line}`));
  }

  /** A label with wrapped text beside it. Keeps the line breaks of the text. */
  labelled(
    indent: number,
    label: string,
    text: string,
    paint: Paint = String,
    paintLabel: Paint = this.colours.dim,
  ): void {
    const margin = ' '.repeat(indent);
    const column = label === '' ? 0 : Math.max(label.length + 2, 12);
    const wrapped = text.split('\n').flatMap((line) => wrap(line, this.width - indent - column));
    for (const [index, line] of wrapped.entries()) {
      const head = index === 0 ? paintLabel(label.padEnd(column)) : ' '.repeat(column);
      this.lines.push(`${margin}${head}${paint(line)}`);
    }
  }

  toString(): string {
    return `${this.lines.map((line) => line.trimEnd()).join('\n')}\n`;
  }
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
