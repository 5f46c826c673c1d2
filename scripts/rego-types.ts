/**
 * Determines the resource types that the policies read, from the METADATA of each package:
 *
 * - `custom.resources`: types that a rule checks or a library reads; a data source as `data.aws_subnet`.
 * - `custom.reads`: types that a rule reads without checking them.
 * - `custom.by_address`: types of which the package reads only addresses.
 *
 * {@link TYPES_FILE} is generated from the first two. The build fails when a source reads any other type: the library
 * would find no resource of that type, and the rule would never fire.
 */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  attributesReadBy,
  knownTypes,
  packageTypes,
  typesRead,
  typesRego,
  unnamedTypes,
  type PackageTypes,
} from '../tollgate/own/types';
import { packageName, parse, sources, type Parsed, type Trap } from './rego-traps';

export { knownTypes, packageTypes, typesRead, typesRego };

/** Path of the generated list of types, below `policies`. */
export const TYPES_FILE = join('lib', 'plan', 'types.rego');

/** Generated files, which contain types as data. */
const GENERATED = [TYPES_FILE, join('lib', 'provider.rego')];

/** Terraform's built-in types, which no provider describes. */
const BUILT_IN: ReadonlySet<string> = new Set(['terraform_data']);

/** Parses the compiled policies: rules, libraries and the router. */
export function parsePolicies(policies: string): Parsed[] {
  const directories = ['gate', 'lib', 'rules'].map((name) => join(policies, name)).filter((path) => existsSync(path));
  return parse(directories.flatMap((directory) => sources(directory)));
}

/**
 * Types that the policies read without naming them in METADATA, each with the line to add, and types in METADATA that
 * the provider does not have.
 *
 * @param described the types of `provider/schema.tsv`
 */
export function unreadableTypes(policies: string, parsed: readonly Parsed[], described: ReadonlySet<string>): Trap[] {
  const packages = packageTypes(parsed);
  const shown = (file: string): string => `policies/${relative(policies, file).replaceAll('\\', '/')}`;
  const written = parsed.filter(({ file }) => !GENERATED.includes(relative(policies, file)));
  return [
    ...[...packages].flatMap(([name, said]) => (said.file === undefined ? [withoutMetadata(name, parsed)] : [])),
    ...written.flatMap((each) => unnamedTypes(each, packages, shown)),
    ...[...packages.values()].flatMap((said) => unknownTypes(said, described)),
  ];
}

function withoutMetadata(name: string, parsed: readonly Parsed[]): Trap {
  const file = parsed.find(({ tree }) => packageName(tree) === name)?.file ?? name;
  return {
    file,
    line: 1,
    reason: `no file of the package ${name.replace(/^data\./, '')} has METADATA with \`scope: package\``,
  };
}

/** Types in METADATA that the provider does not have, or that the table does not list yet. */
function unknownTypes(said: PackageTypes, described: ReadonlySet<string>): Trap[] {
  return attributesReadBy(said)
    .filter((type) => !described.has(type) && !BUILT_IN.has(type))
    .map((type) => ({
      file: said.file ?? '',
      line: 1,
      reason:
        `names ${type} in its METADATA, but policies/provider/schema.tsv has no such type. Correct the name, or add the schema ` +
        'of the type with `npm run provider -- --refresh`. A type of which the package reads only addresses belongs in `by_address`',
    }));
}
