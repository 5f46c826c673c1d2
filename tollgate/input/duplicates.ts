/** A member that an object has twice: its name, and where the second one stands in the text. */
export interface DuplicateMember {
  readonly name: string;
  readonly offset: number;
}

/**
 * The first member that an object of a JSON text has twice, undefined when there is none. `JSON.parse` keeps the last of
 * two members with one name, other readers the first or both: such a text means different things to different programs.
 * Names are compared as what they mean: `"\u0061"` is `"a"`.
 *
 * @param text JSON that `JSON.parse` accepts
 */
export function duplicateMember(text: string): DuplicateMember | undefined {
  const open: Set<string>[] = [];
  // One token at a time and strings by their end, so that no length and no depth is too much.
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

/** Position after the quote that ends the string which begins at `start`; the end of the text when nothing does. */
export function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = end;
    while (text.charCodeAt(escapes - 1) === BACKSLASH) escapes -= 1;
    if ((end - escapes) % 2 === 0) return end + 1;
  }
  return text.length;
}
