import { type Parsed, type Trap } from './rego';
/** The types in the METADATA of a package. */
export interface PackageTypes {
    /** The file with the METADATA; undefined if no file of the package has METADATA. */
    readonly file: string | undefined;
    readonly resources: readonly string[];
    readonly reads: readonly string[];
    readonly byAddress: readonly string[];
}
/** The types of each package, by package name. */
export declare function packageTypes(parsed: readonly Parsed[]): Map<string, PackageTypes>;
/** The types whose attributes a package reads. */
export declare function attributesReadBy({ resources, reads, byAddress }: PackageTypes): string[];
/** The types whose attributes the policies read, sorted; data sources as `data.<type>`. */
export declare function typesRead(packages: ReadonlyMap<string, PackageTypes>): string[];
/** Like `typesRead`, without the prefix of data sources: the value of `data.lib.plan.known_types`. */
export declare function knownTypes(packages: ReadonlyMap<string, PackageTypes>): string[];
/** The content of `lib/plan/types.rego`. */
export declare function typesRego(packages: ReadonlyMap<string, PackageTypes>): string;
/** The content of `lib/plan/types.rego` with these types. */
export declare function typesFile(names: readonly string[]): string;
/** Types that a file reads and that the METADATA of its package does not name. */
export declare function unnamedTypes({ file, tree }: Parsed, packages: ReadonlyMap<string, PackageTypes>, shown: (file: string) => string): Trap[];
