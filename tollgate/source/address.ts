/** Addresses and attribute paths in parts. */

/** An address without the keys of `count` and `for_each`. */
export interface Address {
  /** Names of the module calls, outermost first. */
  readonly modules: readonly string[];
  /** `aws_lb.web`, `data.aws_vpc.main`; `''` for a module. */
  readonly name: string;
}

/** @returns undefined for a string that is not an address */
export function parseAddress(address: string): Address | undefined {
  const parts = partsOf(address)?.flatMap(({ name }) => name ?? []);
  if (parts === undefined) return undefined;
  const modules: string[] = [];
  let at = 0;
  for (; parts[at] === 'module' && parts[at + 1] !== undefined; at += 2) modules.push(parts[at + 1] ?? '');
  const rest = parts.slice(at);
  const length = rest[0] === 'data' || rest[0] === 'ephemeral' ? 3 : 2;
  if (rest.length !== length && !(rest.length === 0 && modules.length > 0)) return undefined;
  return { modules, name: rest.join('.') };
}

/**
 * Names and positions of an attribute path: `ingress.0.cidr_blocks` and `ingress[0].cidr_blocks` are the same.
 *
 * @returns an empty list for a string that is not a path
 */
export function parsePath(path: string): readonly (string | number)[] {
  return (partsOf(path) ?? []).map(({ name, key = '' }) => {
    const text = name ?? key;
    return /^\d+$/.test(text) ? Number(text) : text;
  });
}

/** One part: a name, or a key in brackets. */
interface Part {
  readonly name?: string;
  readonly key?: string;
}

const PART = /\.?(?:([^.[\]"]+)|\[(?:(\d+)|"((?:[^"\\]|\\.)*)")\])/y;

function partsOf(text: string): Part[] | undefined {
  const found: Part[] = [];
  for (let at = 0; at < text.length;) {
    PART.lastIndex = at;
    const [whole, name, position, key = ''] = PART.exec(text) ?? [];
    if (whole === undefined) return undefined;
    found.push(name === undefined ? { key: position ?? key } : { name });
    at += whole.length;
  }
  return found;
}
