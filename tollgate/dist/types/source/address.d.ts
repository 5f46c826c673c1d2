/** Addresses and attribute paths in parts. */
/** An address without the keys of `count` and `for_each`. */
export interface Address {
    /** Names of the module calls, outermost first. */
    readonly modules: readonly string[];
    /** `aws_lb.web`, `data.aws_vpc.main`; `''` for a module. */
    readonly name: string;
}
/** @returns undefined for a string that is not an address */
export declare function parseAddress(address: string): Address | undefined;
/**
 * Names and positions of an attribute path: `ingress.0.cidr_blocks` and `ingress[0].cidr_blocks` are the same.
 *
 * @returns an empty list for a string that is not a path
 */
export declare function parsePath(path: string): readonly (string | number)[];
