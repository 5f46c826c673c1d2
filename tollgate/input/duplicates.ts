/** A duplicate key: its name, and the offset of the second occurrence. */
export interface DuplicateMember {
  readonly name: string;
  readonly offset: number;
}

/**
 * The first duplicate key in an object of a JSON text; undefined when there is none. `JSON.parse` keeps the last value
 * of a duplicate key, other parsers the first or both: programs disagree about such a file. Keys are compared after
 * unescaping: `"\u0061"` equals `"a"`.
 *
 * @param text JSON that `JSON.parse` accepts
 */
export function duplicateMember(text: string): DuplicateMember | undefined {
  const open: Set<string>[] = [];
  // A tokenizer instead of a recursive parser: neither length nor depth of the text can overflow the stack.
  const token = /["{}]/g;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    if (found[0] === '{') open.push(new Set());
    else if (found[0] === '}') open.pop();
    else {
      const end = endOfString(text, found.index);
      token.lastIndex = end;
      COLON.lastIndex = end;
      if (!COLON.test(text)) continue;
      const name = JSON.parse(text.slice(found.index, end)) as string;
      const members = open.at(-1);
      if (members?.has(name) === true) return { name, offset: found.index };
      members?.add(name);
    }
  }
  return undefined;
}

const COLON = /[ \t\r\n]*:/y;

const BACKSLASH = 0x5c;

/**
 * Offset after the closing quote of the string that starts at `start`; the length of the text when no quote closes the
 * string.
 */
export function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = end;
    while (text.charCodeAt(escapes - 1) === BACKSLASH) escapes -= 1;
    if ((end - escapes) % 2 === 0) return end + 1;
  }
  return text.length;
}
