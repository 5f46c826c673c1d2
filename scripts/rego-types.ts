/**
 * Which types of resources the policies read. Each package says so in the METADATA above it:
 *
 * - `custom.resources`: the types that a rule judges, or that a library reads; a data source as `data.aws_subnet`;
 * - `custom.reads`: types that a rule reads on the way and does not judge;
 * - `custom.by_address`: types of which the package reads nothing but addresses.
 *
 * {@link TYPES_FILE} is generated from the first two. What a source reads beyond them fails the build: the library would find no
 * resource of the type, and the rule would never fire.
 */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isObject, type Json, type JsonObject } from '../tollgate/model';
import { packageName, parse, sources, type Parsed, type Trap } from './rego-traps';

/** What the METADATA of a package says. */
export interface PackageTypes {
  /** The file with the METADATA; `undefined` where no file of the package has any. */
  readonly file: string | undefined;
  readonly resources: readonly string[];
  readonly reads: readonly string[];
  readonly byAddress: readonly string[];
}

/** The generated list of the types, below `policies`. */
export const TYPES_FILE = join('lib', 'plan', 'types.rego');

/** Generated files: they hold types as data. */
const GENERATED = [TYPES_FILE, join('lib', 'provider.rego')];

/** Types of Terraform itself, which no provider describes. */
const BUILT_IN: ReadonlySet<string> = new Set(['terraform_data']);

/** What a rule about every type writes, such as one about prices. */
const EVERY_TYPE = '*';

const TYPE = /^(data\.)?aws_[a-z0-9_]+$/;

/** Parses the policies that are compiled: rules, libraries and the router. */
export function parsePolicies(policies: string): Parsed[] {
  const directories = ['gate', 'lib', 'rules'].map((name) => join(policies, name)).filter((path) => existsSync(path));
  return parse(directories.flatMap((directory) => sources(directory)));
}

/** What each package says, by the name of the package. */
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

/** The types whose attributes the policies read, sorted: managed ones, and data sources as `data.<type>`. */
export function typesRead(packages: ReadonlyMap<string, PackageTypes>): string[] {
  return [...new Set([...packages.values()].flatMap(attributesReadBy))].sort();
}

/** The same without telling managed resources from data sources: what `data.lib.plan.known_types` holds. */
export function knownTypes(packages: ReadonlyMap<string, PackageTypes>): string[] {
  return [...new Set(typesRead(packages).map((type) => type.replace(/^data\./, '')))].sort();
}

/** The text of `lib/plan/types.rego`. */
export function typesRego(packages: ReadonlyMap<string, PackageTypes>): string {
  return [
    '# Which types does the library read? Generated from `custom.resources` and `custom.reads` in the METADATA of all packages by',
    '# `npm run policies`: do not edit.',
    'package lib.plan',
    '',
    'import rego.v1',
    '',
    '# Types whose attributes some rule or library reads. Any other resource is known by address and type alone.',
    'known_types := {',
    ...knownTypes(packages).map((type) => `\t${JSON.stringify(type)},`),
    '}',
    '',
  ].join('\n');
}

/**
 * Types that the policies read although the METADATA does not name them, each with the line to add, and types in the METADATA that
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
    reason: `no file of package ${name.replace(/^data\./, '')} has METADATA with \`scope: package\``,
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
          `reads ${type}, which the METADATA of its package does not name: no resource of the type would ever be found. ` +
          `Add below \`${where}\` in ${shown(said.file ?? file)}:\n${list}`,
      },
    ];
  });
}

interface Reading {
  readonly type: string;
  readonly line: number;
  /** `records`: the source asks for the resources with their attributes. */
  readonly needs: 'records' | 'name';
}

/** `plan.of_type.aws_lb`, `plan.data_of_type("aws_subnet")`, and every string that is the name of a type. */
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

/** Types in the METADATA that the provider does not have, or that are not in the table yet. */
function unknownTypes(said: PackageTypes, described: ReadonlySet<string>): Trap[] {
  return attributesReadBy(said)
    .filter((type) => !described.has(type) && !BUILT_IN.has(type))
    .map((type) => ({
      file: said.file ?? '',
      line: 1,
      reason:
        `names ${type} in its METADATA, and policies/provider/schema.tsv has no such type. Correct the name, or add what the ` +
        'provider says of the type with `npm run provider -- --refresh`. A type of which only addresses are read belongs in `by_address`',
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
