/**
 * The first member name that an object of a JSON text has twice, undefined when there is none. `JSON.parse` keeps the last of
 * two members with one name, other readers the first or both: such a text means different things to different programs.
 *
 * @param text JSON that `JSON.parse` accepts
 */
export function duplicateMember(text: string): string | undefined {
  const open: Set<string>[] = [];
  for (const [token, string, colon] of text.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|[{}]/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (string !== undefined && colon !== undefined) {
      const name = JSON.parse(string) as string;
      const members = open.at(-1);
      if (members?.has(name) === true) return name;
      members?.add(name);
    }
  }
  return undefined;
}
