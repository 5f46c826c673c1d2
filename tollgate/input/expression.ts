/**
 * Parses Terraform's template strings: separates literals from expressions, and lists the objects that an expression
 * refers to. Evaluates literals only.
 */

/** One step of a traversal: `.name`, `["key"]` or `[0]`. */
export type Step = { readonly attribute: string } | { readonly key: string | number };

/** A reference such as `aws_lb.alb["a"].arn`, in source order. */
export interface Traversal {
  readonly root: string;
  readonly steps: readonly Step[];
}

/** A piece of a template. `directive` is a `%{…}`, which is not evaluated. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'expression'; readonly source: string }
  | { readonly kind: 'directive'; readonly source: string };

/** The template is invalid; Terraform would refuse it too. */
export class TemplateError extends Error {}

/** Splits a template string of Terraform JSON into its parts. `$${` and `%%{` are escapes. */
export function parseTemplate(template: string): Part[] {
  const parts: Part[] = [];
  let text = '';
  let at = 0;
  const flush = (): void => {
    if (text !== '') parts.push({ kind: 'text', text });
    text = '';
  };
  while (at < template.length) {
    const marker = template[at];
    if ((marker === '$' || marker === '%') && template.startsWith(`${marker}{`, at + 1)) {
      text += `${marker}{`;
      at += 3;
    } else if ((marker === '$' || marker === '%') && template[at + 1] === '{') {
      flush();
      const scanner = new Scanner(template, at + 2);
      scanner.scanUntil('}', 'template');
      const source = template.slice(at + 2, scanner.at - 1).replace(/^~|~$/g, '');
      parts.push({ kind: marker === '$' ? 'expression' : 'directive', source });
      at = scanner.at;
    } else {
      text += marker ?? '';
      at += 1;
    }
  }
  flush();
  return parts;
}

/** All traversals of an expression in source order, duplicates included, like Terraform lists them. */
export function traversals(expression: string): Traversal[] {
  const scanner = new Scanner(expression, 0);
  scanner.scanUntil(undefined, 'template');
  return scanner.found;
}

/** The traversal that makes up the whole expression; undefined for any other expression. */
export function soleTraversal(expression: string): Traversal | undefined {
  const scanner = new Scanner(expression.trim(), 0);
  return scanner.readSole();
}

/** The value of a number, string, boolean or null literal; undefined for any other expression. */
export function literal(expression: string): { readonly value: string | number | boolean | null } | undefined {
  const source = expression.trim();
  if (source === 'true' || source === 'false') return { value: source === 'true' };
  if (source === 'null') return { value: null };
  if (/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(source)) return { value: Number(source) };
  if (!source.startsWith('"')) return undefined;
  const scanner = new Scanner(source, 1);
  const constant = scanner.readQuoted();
  return constant === undefined || scanner.at !== source.length ? undefined : { value: constant };
}

/**
 * The `references` that a plan lists for a traversal: the longest first, then every prefix down to the referenced
 * object, then the object without its instance key.
 */
export function references(traversal: Traversal): string[] {
  const { root, steps } = traversal;
  const names = [root, ...steps.map((step) => ('attribute' in step ? step.attribute : undefined))];
  const text = (count: number): string => root + steps.slice(0, count).map(stepText).join('');
  const down = (from: number, to: number): string[] => {
    const list: string[] = [];
    for (let count = from; count >= to; count -= 1) list.push(text(count));
    return list;
  };
  if (root === 'self') return down(steps.length, 0);
  if (steps.length === 0) return [];
  if (root === 'resource') {
    const [type, ...rest] = steps;
    return type !== undefined && 'attribute' in type ? references({ root: type.attribute, steps: rest }) : [];
  }
  if (SINGLE_NAME_ROOTS.has(root)) return down(steps.length, 1);
  // A resource is `type.name`, a data source `data.type.name`, a module call `module.name`.
  const last = root === 'data' || root === 'ephemeral' ? 2 : 1;
  if (names.slice(0, last + 1).some((name) => name === undefined) || steps.length < last) return [];
  if (root !== 'module') return down(steps.length, last);
  const key = steps[last];
  const instance = key !== undefined && 'key' in key ? last + 1 : last;
  const output = steps[instance];
  if (output === undefined || !('attribute' in output)) return down(instance, last);
  return [...down(steps.length, instance + 1), text(instance)];
}

const SINGLE_NAME_ROOTS = new Set(['var', 'local', 'each', 'count', 'path', 'terraform']);

function stepText(step: Step): string {
  if ('attribute' in step) return `.${step.attribute}`;
  return `[${typeof step.key === 'number' ? String(step.key) : JSON.stringify(step.key)}]`;
}

const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const BLANK = /(?:[ \t\r]|\/\*[\s\S]*?\*\/)+/y;
const LINE_COMMENT = /(?:#|\/\/)[^\n]*/y;
const HEREDOC = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;
const FOR = /\s*for\s+([\p{ID_Start}_][\p{ID_Continue}-]*)(?:\s*,\s*([\p{ID_Start}_][\p{ID_Continue}-]*))?\s+in\s/uy;
const AFTER_NAME = /[ \t]*(\(|::|==|=>|=|:)/y;
const BRACKETS = {
  '(': { closer: ')', inside: 'group' },
  '[': { closer: ']', inside: 'list' },
  '{': { closer: '}', inside: 'object' },
} as const;
const KEYWORDS = new Set(['true', 'false', 'null']);

/** Scans one expression. Skips everything except traversals, strings and brackets. */
class Scanner {
  readonly found: Traversal[] = [];
  private readonly bound: string[] = [];

  constructor(
    private readonly source: string,
    public at: number,
  ) {}

  /** Scans to the end of `closer`, or to the end of the source when `closer` is undefined. */
  scanUntil(closer: string | undefined, inside: 'object' | 'list' | 'group' | 'template'): void {
    const bindings = this.bound.length;
    if (inside === 'object' || inside === 'list') this.readFor();
    // A bare word before `=` or `:` is the key of an object, not a reference.
    let atKey = inside === 'object';
    while (this.at < this.source.length) {
      const character = this.source[this.at] ?? '';
      if (character === closer) {
        this.at += 1;
        this.bound.length = bindings;
        return;
      }
      if (character === '\n' || character === ',') {
        this.at += 1;
        atKey = inside === 'object';
      } else if (this.match(BLANK) === undefined && this.match(LINE_COMMENT) === undefined) {
        this.scanTerm(character, atKey);
        atKey = false;
      }
    }
    if (closer !== undefined) throw new TemplateError(`the closing "${closer}" is missing`);
  }

  /** The traversal that makes up the whole source. */
  readSole(): Traversal | undefined {
    const name = this.match(IDENTIFIER)?.[0];
    if (name === undefined || KEYWORDS.has(name)) return undefined;
    const { steps, complete } = this.readSteps();
    return complete && this.at === this.source.length ? { root: name, steps } : undefined;
  }

  /** Scans a quoted string after its opening quote. Returns the value, or undefined for a string with a template. */
  readQuoted(): string | undefined {
    let value: string | undefined = '';
    while (this.at < this.source.length) {
      const character = this.source[this.at] ?? '';
      if (character === '"') {
        this.at += 1;
        return value;
      }
      if (character === '\\') {
        const escape = /\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[\s\S])/y;
        const text = this.match(escape)?.[0] ?? '';
        if (text === '') throw new TemplateError('an escape sequence is incomplete');
        value = value === undefined ? undefined : value + unescape(text);
      } else if (this.readMarker(character)) {
        value = undefined;
      } else {
        const length = this.escapedMarker(character) ? 3 : 1;
        value = value === undefined ? undefined : value + (length === 3 ? `${character}{` : character);
        this.at += length;
      }
    }
    throw new TemplateError('a quoted string has no closing quote');
  }

  private scanTerm(character: string, atKey: boolean): void {
    if (character === '"') {
      this.at += 1;
      this.readQuoted();
      this.readSteps();
      return;
    }
    const heredoc = this.match(HEREDOC);
    if (heredoc !== undefined) {
      this.readHeredoc(heredoc[1] ?? '');
      return;
    }
    if (character === '(' || character === '[' || character === '{') {
      const { closer, inside } = BRACKETS[character];
      this.at += 1;
      this.scanUntil(closer, inside);
      this.readSteps();
      return;
    }
    if (this.match(NUMBER) !== undefined) return;
    const name = this.match(IDENTIFIER)?.[0];
    if (name === undefined) {
      this.at += 1;
      return;
    }
    this.readName(name, atKey);
  }

  private readName(name: string, atKey: boolean): void {
    const next = this.peekToken();
    if (next === '(' || next === '::') {
      if (next === '::') this.at += 2;
      return;
    }
    if (atKey && (next === '=' || next === ':')) return;
    const start = this.found.length;
    const { steps } = this.readSteps();
    if (KEYWORDS.has(name) || this.bound.includes(name) || (steps.length === 0 && name !== 'self')) return;
    // References inside an index come after the indexed reference.
    this.found.splice(start, 0, { root: name, steps });
  }

  /**
   * The steps of a traversal. After the first step that is not constant, only references inside the steps are
   * collected.
   */
  private readSteps(): { steps: Step[]; complete: boolean } {
    const steps: Step[] = [];
    let complete = true;
    const add = (step: Step): void => {
      if (complete) steps.push(step);
    };
    for (;;) {
      const before = this.at;
      this.match(BLANK);
      const character = this.source[this.at];
      if (character === '.' && !this.source.startsWith('...', this.at)) {
        this.at += 1;
        this.match(BLANK);
        const attribute = this.match(IDENTIFIER)?.[0];
        const index = attribute === undefined ? this.match(/\d+/y)?.[0] : undefined;
        if (attribute !== undefined) add({ attribute });
        else if (index !== undefined) add({ key: Number(index) });
        else {
          complete = false;
          if (this.source[this.at] === '*') this.at += 1;
        }
      } else if (character === '[') {
        this.at += 1;
        const key = this.readConstantKey();
        if (key === undefined) {
          complete = false;
          this.scanUntil(']', 'group');
        } else add({ key });
      } else {
        this.at = before;
        return { steps, complete };
      }
    }
  }

  /** Reads `"k"]` or `0]`; otherwise restores the position. */
  private readConstantKey(): string | number | undefined {
    const start = this.at;
    this.match(BLANK);
    let key: string | number | undefined;
    if (this.source[this.at] === '"') {
      const references = this.found.length;
      this.at += 1;
      key = this.readQuoted();
      this.found.length = references;
    } else {
      const digits = this.match(/\d+/y)?.[0];
      key = digits === undefined ? undefined : Number(digits);
    }
    this.match(BLANK);
    if (key !== undefined && this.source[this.at] === ']') {
      this.at += 1;
      return key;
    }
    this.at = start;
    return undefined;
  }

  /** `for k, v in collection :`. The names are not in scope inside the collection. */
  private readFor(): void {
    const head = this.match(FOR);
    if (head === undefined) return;
    while (this.at < this.source.length && this.source[this.at] !== ':') {
      const character = this.source[this.at] ?? '';
      if (/\s/.test(character)) this.at += 1;
      else this.scanTerm(character, false);
    }
    this.at += 1;
    this.bound.push(...[head[1], head[2]].filter((name) => name !== undefined));
  }

  private readHeredoc(label: string): void {
    const end = new RegExp(`^[ \\t]*${label}[ \\t]*\\r?$`, 'my');
    while (this.at < this.source.length) {
      if (this.source[this.at - 1] === '\n' && this.match(end) !== undefined) return;
      const character = this.source[this.at] ?? '';
      if (!this.readMarker(character)) this.at += this.escapedMarker(character) ? 3 : 1;
    }
    throw new TemplateError(`the heredoc ${label} is not closed`);
  }

  /** Scans a `${…}` or `%{…}` inside a string. */
  private readMarker(character: string): boolean {
    if ((character !== '$' && character !== '%') || this.source[this.at + 1] !== '{') return false;
    this.at += 2;
    this.scanUntil('}', 'template');
    return true;
  }

  private escapedMarker(character: string): boolean {
    return (character === '$' || character === '%') && this.source.startsWith(`${character}${character}{`, this.at);
  }

  /** The next token after a name, if it is one of `(`, `::`, `=`, `:`. */
  private peekToken(): string {
    const before = this.at;
    const token = this.match(AFTER_NAME)?.[1] ?? '';
    this.at = before;
    return token;
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const result = pattern.exec(this.source);
    if (result === null) return undefined;
    this.at = pattern.lastIndex;
    return result;
  }
}

function unescape(escape: string): string {
  const simple: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
  const kind = escape[1] ?? '';
  if (kind === 'u' || kind === 'U') return String.fromCodePoint(parseInt(escape.slice(2), 16));
  return simple[kind] ?? kind;
}
