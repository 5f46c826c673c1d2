/**
 * Identifies the thing that an exception excuses: the rule, the resource, the attribute and the found value. The found
 * value of a network rule names direction, protocol, ports, source or destination, group and tier.
 */
import type { Finding, StackDocument } from '../model';
/** The properties of a finding that an exception is bound to. */
export type Excusable = Pick<Finding, 'id' | 'stack' | 'address' | 'path' | 'found'>;
/** Resources that Terraform moved to another address: `moved` blocks, and renamed keys of `for_each` and `count`. */
export declare class Moves {
    /** `stack::address` to the former address. */
    private readonly former;
    /** `stack::address` of all former addresses. */
    private readonly left;
    constructor(stacks?: readonly Pick<StackDocument, 'name' | 'moved'>[]);
    /**
     * The finding under each address that an exception may use: under the former addresses of what moved, and under the
     * present addresses, unless another resource moved away from one of them. Such an address now means another object.
     */
    variants<T extends Excusable>(finding: T): T[];
    private formerOf;
}
/**
 * The attribute without positions in lists: `ingress.cidr_blocks`. Terraform sorts the entries of a set, so a new entry
 * moves the others.
 */
export declare function attributeOf(path: string): string;
/** Equal for findings that one exception may excuse. */
export declare function excusedKey({ id, stack, address, path, found }: Excusable): string;
