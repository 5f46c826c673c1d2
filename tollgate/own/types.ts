/** The resource types in the METADATA of Rego packages, and the types that the packages read. */
import { isObject, type Json, type JsonObject } from '../model';
import { lineOf, nodes, packageName, type Parsed, type Trap } from './rego';

/** The types in the METADATA of a package. */
export interface PackageTypes {
  /** The file with the METADATA; undefined if no file of the package has METADATA. */
  readonly file: string | undefined;
  readonly resources: readonly string[];
  readonly reads: readonly string[];
  readonly byAddress: readonly string[];
}

/** The entry of a rule for every type, such as a rule about prices. */
const EVERY_TYPE = '*';

const TYPE = /^(data\.)?aws_[a-z0-9_]+$/;

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
export function attributesReadBy({ resources, reads, byAddress }: PackageTypes): string[] {
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
  return typesFile(knownTypes(packages));
}

/** The content of `lib/plan/types.rego` with these types. */
export function typesFile(names: readonly string[]): string {
  return [
    '# The types that the library reads. Generated from `custom.resources` and `custom.reads` in the METADATA of all packages by',
    '# `npm run policies`: do not edit.',
    'package lib.plan',
    '',
    'import rego.v1',
    '',
    '# Types whose attributes a rule or a library reads. Only address and type are known of any other resource.',
    'known_types := {',
    ...names.map((type) => `\t${JSON.stringify(type)},`),
    '}',
    '',
  ].join('\n');
}

/** Types that a file reads and that the METADATA of its package does not name. */
export function unnamedTypes(
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
    const reader = lastName(operator);
    const asked = argument?.['type'] === 'string' ? argument['value'] : undefined;
    if (argument !== undefined && typeof asked === 'string' && reader === 'data_of_type') {
      inDataCalls.add(argument);
      add({ type: `data.${asked}`, line, needs: 'records' });
    }
    if (typeof asked === 'string' && reader === 'resources_of') add({ type: asked, line, needs: 'records' });
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
