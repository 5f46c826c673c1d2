/**
 * Checks the rules of a team before they are compiled. Whatever would make a rule silent is an error: a package that the
 * router does not walk, a type that METADATA does not name, a name that the library does not have.
 */
import { isObject, type Json, type JsonObject, type RuleInfo } from '../model';
import type { Library } from './library';
import { constantParts, lineOf, nodes, packageName, type Parsed, type Trap } from './rego';
import { MetadataError, ruleInfo } from './rule-info';
import { packageTypes, unnamedTypes } from './types';

/** The gate's side of the checks, and the settings of the team. */
export interface CheckedAgainst {
  /** The rules of the gate. */
  readonly catalog: readonly RuleInfo[];
  readonly library: Library;
  /** Names of the settings of the gate. */
  readonly gateSettings: readonly string[];
  /** The settings of the rules, by name. */
  readonly settings: JsonObject;
}

/** The rules of a team, checked. */
export interface Checked {
  readonly traps: readonly Trap[];
  /** Sorted by id. */
  readonly catalog: readonly RuleInfo[];
  /** Names of the settings of the team that the rules read. */
  readonly settings: readonly string[];
}

const PLACE = /^([a-z][a-z0-9_]*)\/([a-z][a-z0-9_]*)\.rego$/;
const SETS = ['checked', 'deny', 'undecided'] as const;
const TYPE = /^(\*|(data\.)?[a-z][a-z0-9]*(_[a-z0-9-]+)+)$/;

/** Builtins that lose findings, or that differ between the programs that run the rules. */
const REFUSED: readonly (readonly [RegExp, string])[] = [
  [/^sprintf$/, 'an undefined argument makes the whole finding undefined. Write `concat("", […])` and `format_int`'],
  [/^net\.cidr_/, 'OPA and wasm read odd notations in different ways. Write data.lib.cidr'],
];

/** The lowest number of a team's rule whose id has a prefix of the gate. */
export const FIRST_NUMBER = 101;

/**
 * @param rules the rules, with paths below the directory
 * @param tests the tests, with paths below the directory
 */
export function checkRules(rules: readonly Parsed[], tests: readonly Parsed[], against: CheckedAgainst): Checked {
  const traps: Trap[] = [];
  const add = (file: string, line: number, reason: string): void => void traps.push({ file, line, reason });
  const catalog: RuleInfo[] = [];
  const settings = new Set<string>();
  const services = new Set(against.catalog.map(({ rule }) => rule.split('.')[0]));
  const packages = packageTypes(rules);
  for (const parsed of rules) {
    const { file, tree } = parsed;
    const [, team = '', name = ''] = PLACE.exec(file) ?? [];
    if (team === '') {
      add(
        file,
        1,
        'is not where a rule belongs: write DIR/<team>/<rule>.rego, in lower case with underscores, with `package rules.<team>.<rule>`',
      );
      continue;
    }
    if (services.has(team)) {
      add(
        file,
        1,
        `is in ${team}, which belongs to the rules of tollgate. Use a directory with the name of your team: \`package rules.platform.${name}\``,
      );
      continue;
    }
    const own = `data.rules.${team}.${name}`;
    if (packageName(tree) !== own) {
      add(
        file,
        lineOf(isObject(tree['package']) ? tree['package'] : {}),
        `has the package ${packageName(tree).replace(/^data\./, '')}, and the router walks rules.<team>.<rule> only. Write:\npackage rules.${team}.${name}`,
      );
      continue;
    }
    const info = infoOf(file, `${team}.${name}`, tree, add);
    if (info !== undefined) catalog.push(info);
    checkTypes(parsed, packages.get(own)?.resources ?? [], packages.get(own)?.reads ?? [], add);
    traps.push(...unnamedTypes(parsed, packages, (path) => path));
    checkSets(file, tree, add);
    checkTest(file, own, tests, add);
    for (const setting of checkReferences(parsed, own, against, add)) settings.add(setting);
  }
  checkIds(catalog, against.catalog, add);
  return {
    traps: traps.sort((one, other) =>
      one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1,
    ),
    catalog: catalog.sort((one, other) => (one.id < other.id ? -1 : 1)),
    settings: [...settings].sort(),
  };
}

type Add = (file: string, line: number, reason: string) => void;

function infoOf(file: string, rule: string, tree: JsonObject, add: Add): RuleInfo | undefined {
  const annotations = Array.isArray(tree['annotations']) ? tree['annotations'].filter(isObject) : [];
  const metadata = annotations.find((each) => each['scope'] === 'package');
  if (metadata === undefined) {
    add(
      file,
      1,
      `has no METADATA above its package. Write:\n# METADATA\n# title: The rule in one sentence\n# description: What the rule checks, and why.\n# custom:\n#   id: TEAM-${FIRST_NUMBER}\n#   severity: high\n#   resources:\n#     - aws_s3_bucket\n#   fix: How to correct a finding.`,
    );
    return undefined;
  }
  try {
    return ruleInfo(rule, file, metadata);
  } catch (error) {
    if (!(error instanceof MetadataError)) throw error;
    add(file, 1, `${error.what}. Write:\n${error.lines}`);
    return undefined;
  }
}

function checkTypes({ file }: Parsed, resources: readonly string[], reads: readonly string[], add: Add): void {
  if (resources.length === 0)
    add(
      file,
      1,
      'names no type that it judges in its METADATA. Write:\n# custom:\n#   resources:\n#     - aws_s3_bucket',
    );
  for (const type of [...resources, ...reads]) {
    if (TYPE.test(type)) continue;
    add(
      file,
      1,
      `names ${JSON.stringify(type)} in its METADATA, which is not a resource type, such as aws_s3_bucket or data.aws_subnet`,
    );
  }
}

/** A rule without one of its sets has no answer. */
function checkSets(file: string, tree: JsonObject, add: Add): void {
  const heads = objects(tree['rules']).flatMap((rule) => (isObject(rule['head']) ? [rule['head']] : []));
  for (const set of SETS) {
    const own = heads.filter((head) => constantParts(head['ref'])[0] === set);
    const isSet = own.every((head) => head['key'] !== undefined || isEmptySet(head['value'])) && own.length > 0;
    if (isSet) continue;
    const example =
      set === 'checked'
        ? 'checked contains record.address if some record in plan.of_type.aws_s3_bucket'
        : `${set} := set()`;
    add(
      file,
      1,
      `has no set \`${set}\`: a rule gives exactly checked, deny and undecided. Write, for an empty set:\n${example}`,
    );
  }
}

function isEmptySet(value: Json | undefined): boolean {
  if (!isObject(value)) return false;
  if (value['type'] === 'set' || value['type'] === 'setcomprehension') return true;
  const [operator] = Array.isArray(value['value']) ? value['value'].filter(isObject) : [];
  return value['type'] === 'call' && operator !== undefined && constantParts(operator['value'])[0] === 'set';
}

function checkTest(file: string, own: string, tests: readonly Parsed[], add: Add): void {
  const path = file.replace(/\.rego$/, '_test.rego');
  const test = tests.find((each) => each.file === path);
  const name = own.replace(/^data\./, '');
  if (test === undefined) {
    add(file, 1, `has no test. Write ${path} with \`package ${name}_test\` and at least one rule \`test_deny_when_…\``);
  } else if (packageName(test.tree) !== `${own}_test`) {
    add(path, 1, `has another package than its rule. Write:\npackage ${name}_test`);
  } else {
    const names = objects(test.tree['rules']).flatMap(({ head }) =>
      isObject(head) ? (constantParts(head['ref'])[0] ?? '') : [],
    );
    if (!names.some((each) => each.startsWith('test_')))
      add(path, 1, 'contains no test: the name of a test starts with `test_`');
  }
}

/** @returns names of the team's settings that the file reads */
function checkReferences({ file, tree }: Parsed, own: string, against: CheckedAgainst, add: Add): Set<string> {
  const settings = new Set<string>();
  const imports = new Map<string, string>();
  const hasV1 = objects(tree['imports']).some(
    ({ path }) => isObject(path) && constantParts(path['value']).join('.') === 'rego.v1',
  );
  if (!hasV1) add(file, 1, 'has no `import rego.v1`, which the OPA of HCP Terraform needs. Write:\nimport rego.v1');
  for (const each of objects(tree['imports'])) {
    const path = isObject(each['path']) ? constantParts(each['path']['value']) : [];
    const alias = each['alias'];
    imports.set(typeof alias === 'string' ? alias : (path.at(-1) ?? ''), path.join('.'));
    if (path[0] === 'data' || path[0] === 'input') checkPath(path, true, lineOf(each));
  }
  const heads = new Set<JsonObject>();
  const seen = new Set<string>();
  for (const node of nodes([tree['rules'] ?? []])) {
    const parts = objects(node['value']);
    const [head] = parts;
    if (node['type'] === 'ref' && head !== undefined) {
      heads.add(head);
      const path = pathOf(node['value']);
      if (seen.has(path.join('.'))) continue;
      seen.add(path.join('.'));
      if (path[0] === 'data' || path[0] === 'input') checkPath(path, false, lineOf(node));
    } else if (node['type'] === 'var' && typeof node['value'] === 'string' && !heads.has(node)) {
      const whole = imports.get(node['value']);
      if (whole?.startsWith('data.') === true) checkPath(whole.split('.'), false, lineOf(node));
    }
  }
  for (const [operator, argument] of callsIn(tree['rules'])) {
    const called = pathOf(operator?.['value']).join('.');
    const reason = REFUSED.find(([pattern]) => pattern.test(called))?.[1];
    if (reason !== undefined) add(file, lineOf(operator ?? {}), `calls ${called}: ${reason}`);
    if (called !== 'data.lib.plan.data_of_type' || argument?.['type'] === 'string') continue;
    add(
      file,
      lineOf(argument ?? {}),
      'calls `plan.data_of_type` with a variable. Write the type as a string, so that the build can compare it with the METADATA',
    );
  }
  return settings;

  function pathOf(value: Json | undefined): string[] {
    const [first = '', ...rest] = constantParts(value);
    return first === 'data' || first === 'input'
      ? [first, ...rest]
      : [...(imports.get(first)?.split('.') ?? [first]), ...rest];
  }

  function checkPath(path: readonly string[], isImport: boolean, line: number): void {
    const name = path.join('.');
    const [root, part, third = '', fourth] = path;
    if (root === 'input') {
      add(file, line, 'reads `input`, whose shape differs between plans, states and syntheses. Read data.lib.plan');
    } else if (name === 'data.lib.plan.of_type' && !isImport) {
      add(
        file,
        line,
        'reads `plan.of_type` without the name of a type, so the build cannot compare the type with the METADATA. Write `plan.resources_of(type)`, which ends the run for a type that METADATA does not name',
      );
    } else if (part === 'lib') {
      const known = Object.hasOwn(against.library.packages, third) ? against.library.packages[third] : undefined;
      const all = Object.entries(against.library.packages).flatMap(([package_, names]) =>
        Object.keys(names).map((each) => `${package_}.${each}`),
      );
      if (known === undefined) {
        const packages = Object.keys(against.library.packages).map((each) => `data.lib.${each}`);
        add(file, line, `reads ${name}, which is not part of the library. The library has ${packages.join(', ')}`);
      } else if (fourth === undefined ? !isImport : !Object.hasOwn(known, fourth)) {
        const near = all.filter((each) => each.startsWith(`${third}.`)).join(', ');
        add(file, line, `reads ${name}, which the library does not have. The package has ${near}; see docs/library.md`);
      }
    } else if (part === 'settings') {
      if (third === '') {
        add(file, line, 'reads data.settings without the name of a setting. Write data.settings.<name>');
      } else if (!against.gateSettings.includes(third)) {
        settings.add(third);
        settingExists(path.slice(2), line);
      }
    } else if (!`${name}.`.startsWith(`${own}.`)) {
      add(file, line, `reads ${name}. A rule reads data.lib, data.settings and its own package only`);
    }
  }

  function settingExists(path: readonly string[], line: number): void {
    let value: Json | undefined = against.settings;
    for (const [at, step] of path.entries()) {
      if (!isObject(value)) return;
      value = Object.hasOwn(value, step) ? value[step] : undefined;
      if (value !== undefined) continue;
      const name = path[0] ?? '';
      const shown = path.slice(0, at + 1).join('.');
      add(
        file,
        line,
        at === 0
          ? `reads data.settings.${shown}, which no file gives. Write settings/${name}.json with {"${name}": {…}} and settings/${name}.schema.json beside it`
          : `reads data.settings.${shown}, which settings/${name}.json does not have`,
      );
      return;
    }
  }
}

function checkIds(own: readonly RuleInfo[], gate: readonly RuleInfo[], add: Add): void {
  const ids = new Map(gate.map(({ id, title }) => [id, `tollgate (${title})`]));
  const taken = new Set([...gate, ...own].map(({ id }) => id));
  const free = (prefix: string): string => {
    let number = FIRST_NUMBER;
    while (taken.has(`${prefix}-${number}`)) number += 1;
    return `${prefix}-${number}`;
  };
  const prefixes = new Set(gate.map(({ id }) => id.split('-')[0]));
  for (const { id, file } of own) {
    const holder = ids.get(id);
    const [prefix = '', number = ''] = id.split('-');
    if (holder !== undefined) {
      add(file, 1, `has the id ${id}, which belongs to ${holder}. Write another one:\n#   id: ${free(prefix)}`);
    } else if (prefixes.has(prefix) && Number(number) < FIRST_NUMBER) {
      add(
        file,
        1,
        `has the id ${id}; numbers below ${FIRST_NUMBER} with the prefix ${prefix} are kept for tollgate. Write:\n#   id: ${free(prefix)}`,
      );
    }
    ids.set(id, file);
  }
}

/** The operator and the first argument of each call. */
function* callsIn(tree: Json | undefined): Generator<[JsonObject | undefined, JsonObject | undefined]> {
  for (const node of nodes(tree)) {
    const terms = node['type'] === 'call' ? objects(node['value']) : objects(node['terms']);
    if (terms.length > 0) yield [terms[0], terms[1]];
  }
}

function objects(node: Json | undefined): JsonObject[] {
  return (Array.isArray(node) ? node : []).filter(isObject);
}
