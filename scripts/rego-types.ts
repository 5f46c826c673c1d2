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
import { isObject, type Json, type JsonObject } from '../tollgate/model';
import { packageName, parse, sources, type Parsed, type Trap } from './rego-traps';

/** The types in the METADATA of a package. */
export interface PackageTypes {
  /** The file with the METADATA; undefined if no file of the package has METADATA. */
  readonly file: string | undefined;
  readonly resources: readonly string[];
  readonly reads: readonly string[];
  readonly byAddress: readonly string[];
}

/** Path of the generated list of types, below `policies`. */
export const TYPES_FILE = join('lib', 'plan', 'types.rego');

/** Generated files, which contain types as data. */
const GENERATED = [TYPES_FILE, join('lib', 'provider.rego')];

/** Terraform's built-in types, which no provider describes. */
const BUILT_IN: ReadonlySet<string> = new Set(['terraform_data']);

/** The entry of a rule for every type, such as a rule about prices. */
const EVERY_TYPE = '*';

const TYPE = /^(data\.)?aws_[a-z0-9_]+$/;

/** Parses the compiled policies: rules, libraries and the router. */
export function parsePolicies(policies: string): Parsed[] {
  const directories = ['gate', 'lib', 'rules'].map((name) => join(policies, name)).filter((path) => existsSync(path));
  return parse(directories.flatMap((directory) => sources(directory)));
}

/** The types of each package, by package name. */
export function packageTypes(parsed: readonly Parsed[]): Map<string, PackageTypes> {
  const found = new Map<string, PackageTypes>();
  for (const { file, tree } of parsed) {
    const name = packageName(tree);
    const annotations = Array.isArray(tree['annotations']) ? tree['annotations'] : [];
    const own = annotations.filter(isObject).find((each) => each['scope'] === 'package');
    if (own === undefined && found.has(name)) continue;
    const custom = isObject(own?.['custom']) ? own['custom'] : {};
    found.set(name, {
      file: own === undefined ? undefined : file,
      resources: strings(custom['resources']),
      reads: strings(custom['reads']),
      byAddress: strings(custom['by_address']),
    });
  }
  return found;
}

function strings(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** The types whose attributes a package reads. */
function attributesReadBy({ resources, reads, byAddress }: PackageTypes): string[] {
  return [...resources, ...reads].filter((type) => type !== EVERY_TYPE && !byAddress.includes(type));
}

/** The types whose attributes the policies read, sorted; data sources as `data.<type>`. */
export function typesRead(packages: ReadonlyMap<string, PackageTypes>): string[] {
  return [...new Set([...packages.values()].flatMap(attributesReadBy))].sort();
}

/** Like `typesRead`, without the prefix of data sources: the value of `data.lib.plan.known_types`. */
export function knownTypes(packages: ReadonlyMap<string, PackageTypes>): string[] {
  return [...new Set(typesRead(packages).map((type) => type.replace(/^data\./, '')))].sort();
}

/** The content of `lib/plan/types.rego`. */
export function typesRego(packages: ReadonlyMap<string, PackageTypes>): string {
  return [
    '# The types that the library reads. Generated from `custom.resources` and `custom.reads` in the METADATA of all packages by',
    '# `npm run policies`: do not edit.',
    'package lib.plan',
    '',
    'import rego.v1',
    '',
    '# Types whose attributes a rule or a library reads. Only address and type are known of any other resource.',
    'known_types := {',
    ...knownTypes(packages).map((type) => `\t${JSON.stringify(type)},`),
    '}',
    '',
  ].join('\n');
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

/** Types that a file reads and that the METADATA of its package does not name. */
function unnamedTypes(
  { file, tree }: Parsed,
  packages: ReadonlyMap<string, PackageTypes>,
  shown: (file: string) => string,
): Trap[] {
  const said = packages.get(packageName(tree)) ?? { file, resources: [], reads: [], byAddress: [] };
  const read = new Set(attributesReadBy(said));
  const byAddress = new Set(said.byAddress);
  const named = (type: string): boolean => [type, `data.${type}`].some((each) => read.has(each) || byAddress.has(each));
  return typesIn(tree).flatMap(({ type, line, needs }) => {
    if (needs === 'records' ? read.has(type) : named(type)) return [];
    const list = said.resources.length > 0 ? `#     - ${type}` : `#   resources:\n#     - ${type}`;
    const where = said.resources.length > 0 ? 'custom.resources' : 'custom';
    return [
      {
        file,
        line,
        reason:
          `reads ${type}, which the METADATA of its package does not name, so the rule would find no resource of the type. ` +
          `Add below \`${where}\` in ${shown(said.file ?? file)}:\n${list}`,
      },
    ];
  });
}

interface Reading {
  readonly type: string;
  readonly line: number;
  /** `records`: the source reads the resources with their attributes. */
  readonly needs: 'records' | 'name';
}

/** `plan.of_type.aws_lb`, `plan.data_of_type("aws_subnet")`, and every string that equals a type name. */
function typesIn(tree: JsonObject): Reading[] {
  const found = new Map<string, Reading>();
  const add = (reading: Reading): void => {
    const key = `${reading.type} ${reading.needs}`;
    if (!found.has(key)) found.set(key, reading);
  };
  const inDataCalls = new Set<JsonObject>();
  for (const node of nodes(tree['rules'])) {
    const line = lineOf(node);
    const parts = Array.isArray(node['value']) ? node['value'].filter(isObject) : [];
    if (node['type'] === 'ref') {
      const at = parts.findIndex((part) => part['value'] === 'of_type');
      const type = parts[at + 1];
      if (at >= 0 && type?.['type'] === 'string' && typeof type['value'] === 'string')
        add({ type: type['value'], line, needs: 'records' });
    }
    const call = node['type'] === 'call' ? parts : Array.isArray(node['terms']) ? node['terms'].filter(isObject) : [];
    const [operator, argument] = call;
    const asked =
      argument?.['type'] === 'string' && lastName(operator) === 'data_of_type' ? argument['value'] : undefined;
    if (argument !== undefined && typeof asked === 'string') {
      inDataCalls.add(argument);
      add({ type: `data.${asked}`, line, needs: 'records' });
    }
    const text = node['type'] === 'string' && !inDataCalls.has(node) ? node['value'] : undefined;
    if (typeof text === 'string' && TYPE.test(text)) add({ type: text, line, needs: 'name' });
  }
  const records = new Set([...found.values()].filter(({ needs }) => needs === 'records').map(({ type }) => type));
  return [...found.values()].filter(({ type, needs }) => needs === 'records' || !records.has(type));
}

function lastName(operator: JsonObject | undefined): unknown {
  const parts = operator?.['value'];
  const last = Array.isArray(parts) ? parts.at(-1) : operator;
  return isObject(last) ? last['value'] : undefined;
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

function lineOf(node: JsonObject): number {
  const location = node['location'];
  const row = isObject(location) ? location['row'] : undefined;
  return typeof row === 'number' ? row : 1;
}

function* nodes(tree: Json | undefined): Generator<JsonObject> {
  if (Array.isArray(tree)) for (const each of tree) yield* nodes(each);
  else if (isObject(tree)) {
    yield tree;
    for (const [name, each] of Object.entries(tree)) if (name !== 'location') yield* nodes(each);
  }
}
