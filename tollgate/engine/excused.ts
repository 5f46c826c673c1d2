/**
 * Identifies the thing that an exception excuses: the rule, the resource, the attribute and the found value. The found
 * value of a network rule names direction, protocol, ports, source or destination, group and tier.
 */
import type { Finding, StackDocument } from '../model';

/** The properties of a finding that an exception is bound to. */
export type Excusable = Pick<Finding, 'id' | 'stack' | 'address' | 'path' | 'found'>;

/** Resources that Terraform moved to another address: `moved` blocks, and renamed keys of `for_each` and `count`. */
export class Moves {
  /** `stack::address` to the former address. */
  private readonly former = new Map<string, string>();
  /** `stack::address` of all former addresses. */
  private readonly left = new Set<string>();

  constructor(stacks: readonly Pick<StackDocument, 'name' | 'moved'>[] = []) {
    for (const { name, moved = new Map<string, string>() } of stacks) {
      for (const [address, from] of moved) {
        this.former.set(full(name, address), from);
        this.left.add(full(name, from));
      }
    }
  }

  /**
   * The finding under each address that an exception may use: under the former addresses of what moved, and under the
   * present addresses, unless another resource moved away from one of them. Such an address now means another object.
   */
  variants<T extends Excusable>(finding: T): T[] {
    if (this.former.size === 0) return [finding];
    const { stack, address, found } = finding;
    const tokens = [address, ...found.split(' ')];
    const there = tokens.map((token) => this.formerOf(stack, token));
    const moved = there.some((from) => from !== undefined);
    const left = tokens.map((token) => this.left.has(full(stack, token)) || this.left.has(token));
    const [before = address, ...words] = tokens.map((token, at) => there[at] ?? token);
    return [
      ...(left.includes(true) ? [] : [finding]),
      ...(moved && !left.some((is, at) => is && there[at] === undefined)
        ? [{ ...finding, address: before, found: words.join(' ') }]
        : []),
    ];
  }

  private formerOf(stack: string, token: string): string | undefined {
    const own = this.former.get(full(stack, token));
    if (own !== undefined) return own;
    // The address of a resource of another stack has the name of the stack before it.
    const other = this.former.get(token);
    return other === undefined ? undefined : full(token.slice(0, token.lastIndexOf('::')), other);
  }
}

function full(stack: string, address: string): string {
  return `${stack}::${address}`;
}

/**
 * The attribute without positions in lists: `ingress.cidr_blocks`. Terraform sorts the entries of a set, so a new entry
 * moves the others.
 */
export function attributeOf(path: string): string {
  return path
    .split('.')
    .filter((part) => !/^\d+$/.test(part))
    .join('.');
}

/** Equal for findings that one exception may excuse. */
export function excusedKey({ id, stack, address, path, found }: Excusable): string {
  return JSON.stringify([id, stack, address, attributeOf(path), found]);
}
