/**
 * Finds the blocks and arguments of a `.tf` file with their lines. Evaluates nothing: of an expression only the end is
 * found. Reads each character once, without recursion, so that no file takes long or much of the stack.
 *
 * Source: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
import { Unreadable, type Argument, type Block, type Body, type Constant } from './body';

/**
 * @param text content of the file
 * @throws Unreadable where the content is not HCL; some files that Terraform refuses are read
 */
export function readHcl(text: string): Body {
  return new Reader(text).body();
}

interface Open {
  readonly arguments: Map<string, Argument>;
  readonly blocks: Block[];
  readonly line: number;
}

/** The surroundings of a position in an expression. A template is `${…}` or `%{…}` in a string or in a heredoc. */
type Inside =
  | { readonly kind: 'bracket' | 'template'; readonly end: string; readonly line: number }
  | { readonly kind: 'string'; readonly line: number }
  | { readonly kind: 'heredoc'; readonly marker: string; readonly line: number };

const NAME = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const HEREDOC = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;
const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

class Reader {
  private at: number;
  private line = 1;

  constructor(private readonly text: string) {
    this.at = text.startsWith('\ufeff') ? 1 : 0;
  }

  body(): Body {
    const root: Open = { arguments: new Map(), blocks: [], line: 1 };
    const open = [root];
    for (;;) {
      this.skipBlank(true);
      const inner = open.at(-1) ?? root;
      if (this.at >= this.text.length) {
        if (inner !== root) throw new Unreadable(`the block at line ${inner.line} has no end`);
        return root;
      }
      if (this.text[this.at] === '}') {
        if (inner === root) throw this.wrong('has a } too many');
        this.at += 1;
        open.pop();
        continue;
      }
      const block = this.item(inner);
      if (block !== undefined) open.push(block);
    }
  }

  /** Reads an argument, or the beginning of a block, which is returned. */
  private item(into: Open): Open | undefined {
    const { line } = this;
    const type = this.name();
    if (type === undefined) throw this.wrong('has neither an argument nor a block');
    this.skipBlank(false);
    if (this.text[this.at] === '=' && this.text[this.at + 1] !== '=') {
      this.at += 1;
      const start = this.at;
      this.skipExpression();
      const source = this.text.slice(start, this.at);
      if (!into.arguments.has(type)) into.arguments.set(type, { line, constant: once(() => constantOf(source)) });
      return undefined;
    }
    const labels: string[] = [];
    while (this.text[this.at] !== '{') {
      const label = this.text[this.at] === '"' ? this.quotedLabel() : this.name();
      if (label === undefined) throw this.wrong(`has neither = nor { after ${type}`);
      labels.push(label);
      this.skipBlank(false);
    }
    this.at += 1;
    const block = { type, labels, line, arguments: new Map<string, Argument>(), blocks: [] };
    into.blocks.push(block);
    return block;
  }

  private name(): string | undefined {
    NAME.lastIndex = this.at;
    const [name] = NAME.exec(this.text) ?? [];
    this.at += name?.length ?? 0;
    return name;
  }

  private quotedLabel(): string {
    const start = this.at;
    for (this.at += 1; this.text[this.at] !== '"'; this.at += this.text[this.at] === '\\' ? 2 : 1) {
      if (this.at >= this.text.length || this.text[this.at] === '\n') throw this.wrong('has a label without an end');
    }
    this.at += 1;
    return unquoted(this.text.slice(start, this.at)) ?? '';
  }

  /** Skips blanks and comments. A comment of one line ends before its line break. */
  private skipBlank(lines: boolean): void {
    for (; this.at < this.text.length;) {
      const character = this.text[this.at];
      if (character === '\n' && !lines) return;
      if (character === '\n') this.line += 1;
      if (character === ' ' || character === '\t' || character === '\r' || character === '\n') this.at += 1;
      else if (!this.skipComment()) return;
    }
  }

  private skipComment(): boolean {
    const { text, at } = this;
    if (text[at] === '#' || text.startsWith('//', at)) {
      const end = text.indexOf('\n', at);
      this.at = end === -1 ? text.length : end;
      return true;
    }
    if (!text.startsWith('/*', at)) return false;
    const end = text.indexOf('*/', at + 2);
    if (end === -1) throw this.wrong('has a comment without an end');
    for (; this.at < end + 2; this.at += 1) if (text[this.at] === '\n') this.line += 1;
    return true;
  }

  /** Skips to the end of an expression: a line break, or the } of the block around it. */
  private skipExpression(): void {
    const inside: Inside[] = [];
    for (; this.at < this.text.length;) {
      const around = inside.at(-1);
      if (around?.kind === 'string') this.inString(inside);
      else if (around?.kind === 'heredoc') this.inHeredoc(around.marker, inside);
      else if (around === undefined && (this.text[this.at] === '\n' || this.text[this.at] === '}')) return;
      else this.inExpression(around, inside);
    }
    const around = inside.at(-1);
    if (around !== undefined) throw new Unreadable(`the ${around.kind} at line ${around.line} has no end`);
  }

  private inExpression(around: Extract<Inside, { end: string }> | undefined, inside: Inside[]): void {
    const { text, line } = this;
    const character = text[this.at] ?? '';
    if (this.skipComment()) return;
    if (character === '<' && text[this.at + 1] === '<') {
      HEREDOC.lastIndex = this.at;
      const [heredoc, marker] = HEREDOC.exec(text) ?? [];
      if (heredoc === undefined || marker === undefined) throw this.wrong('has << without a marker');
      inside.push({ kind: 'heredoc', marker, line });
      this.at += heredoc.length;
      this.line += 1;
      this.endHeredoc(marker, inside);
      return;
    }
    this.at += 1;
    if (character === '\n') this.line += 1;
    else if (character === '"') inside.push({ kind: 'string', line });
    else if (character === '{' || character === '[' || character === '(') {
      inside.push({ kind: 'bracket', end: CLOSING[character] ?? '', line });
    } else if (character === '}' || character === ']' || character === ')') {
      if (around?.end !== character) {
        this.at -= 1;
        throw this.wrong(`has a ${character} too many`);
      }
      inside.pop();
    }
  }

  private inString(inside: Inside[]): void {
    const character = this.text[this.at];
    if (character === '\n') throw this.wrong('has a string without an end');
    if (this.skipTemplate(inside)) return;
    this.at += character === '\\' ? 2 : 1;
    if (character === '"') inside.pop();
  }

  private inHeredoc(marker: string, inside: Inside[]): void {
    if (this.skipTemplate(inside)) return;
    this.at += 1;
    if (this.text[this.at - 1] !== '\n') return;
    this.line += 1;
    this.endHeredoc(marker, inside);
  }

  /** Ends a heredoc whose marker is alone on the line that begins here. */
  private endHeredoc(marker: string, inside: Inside[]): void {
    let at = this.at;
    while (this.text[at] === ' ' || this.text[at] === '\t') at += 1;
    if (!this.text.startsWith(marker, at)) return;
    at += marker.length;
    let end = at;
    while (this.text[end] === ' ' || this.text[end] === '\t' || this.text[end] === '\r') end += 1;
    if (end < this.text.length && this.text[end] !== '\n') return;
    inside.pop();
    this.at = at;
  }

  /** Begins a template, or skips the escaped `$${` and `%%{`. */
  private skipTemplate(inside: Inside[]): boolean {
    const { text, at, line } = this;
    const character = text[at];
    if (character !== '$' && character !== '%') return false;
    if (text[at + 1] === character && text[at + 2] === '{') {
      this.at += 3;
      return true;
    }
    if (text[at + 1] !== '{') return false;
    inside.push({ kind: 'template', end: '}', line });
    this.at += 2;
    return true;
  }

  private wrong(what: string): Unreadable {
    return new Unreadable(`line ${this.line} ${what}`);
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Length in characters above which an expression is taken for no constant. */
const LONGEST_CONSTANT = 4_096;

const BLANK = /(?:\s|#[^\n]*|\/\/[^\n]*)*/y;
const SCALAR = /"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?(?![\w.])|(?:true|false)(?!\w)/y;

/** A string without templates, a number, a boolean, or a list of them on any number of lines. */
function constantOf(text: string): Constant | undefined {
  if (text.length > LONGEST_CONSTANT) return undefined;
  let at = 0;
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const [found = ''] = pattern.exec(text) ?? [];
    at += found.length;
    return found;
  };
  take(BLANK);
  const isList = text[at] === '[';
  const found: string[] = [];
  if (isList) at += 1;
  for (;;) {
    take(BLANK);
    if (isList && text[at] === ']') break;
    const scalar = take(SCALAR);
    const value = scalar.startsWith('"') ? unquoted(scalar) : scalar;
    if (value === undefined || scalar === '') return undefined;
    found.push(value);
    take(BLANK);
    if (!isList || text[at] === ']') break;
    if (text[at] !== ',') return undefined;
    at += 1;
  }
  if (isList) at += 1;
  take(BLANK);
  return at < text.length ? undefined : isList ? found : found[0];
}

/** @returns undefined for a string with a template, or with an escape that JSON does not have */
function unquoted(quoted: string): string | undefined {
  if (/[$%]\{/.test(quoted)) return undefined;
  try {
    return String(JSON.parse(quoted));
  } catch {
    return undefined;
  }
}
