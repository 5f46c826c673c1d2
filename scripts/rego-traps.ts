/**
 * Finds forbidden Rego constructs that need the syntax tree; `lint-rego.ts` finds those that are visible in a single
 * line. Needs `opa` on the PATH.
 *
 * Usage: `tsx scripts/rego-traps.ts` prints `file:line: reason` for each and exits with 1.
 */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isObject, type Json, type JsonObject } from '../tollgate/model';
import { lineOf, nodes, packageName, parse, type Parsed, type Trap } from '../tollgate/own/rego';

export { packageName, parse, type Parsed, type Trap };

const HOISTED =
  'OPA evaluates the arguments of a negated call outside of the negation: an undefined argument makes the whole body undefined, and the rule finds nothing. Look the value up before, or in a rule of its own';
const NULL_COMPARED = '`null <= 80` is true: check is_number before comparing a value from a plan';
const ARRAY_GOT = '`object.get` of an array is undefined: index the array, or give a path from an object';
const KEYED_PARTIAL = 'OPA collects a rule with a variable in its name again for each key: make one object';
const UNORDERED = 'the order of a set differs between wasm and stock OPA: write data.lib.words.joined';
const NO_SUCH_RULE = 'the package has no rule of this name: OPA takes the reference for undefined, and says nothing';
const READ_RULE = 'only the router reads rules, and only `checked`, `deny` and `undecided`';

/**
 * Finds forbidden constructs in files that belong together: a function may be defined in another file than its call.
 */
export function trapsIn(parsed: readonly Parsed[]): Trap[] {
  const known = new Definitions(parsed);
  return parsed.flatMap((file) => new Reader(file, known).traps());
}

// ---------------------------------------------------------------------------------------------------- syntax trees

interface Term {
  readonly type: string;
  readonly value: Json;
  readonly line: number;
}

function term(node: Json | undefined): Term | undefined {
  if (!isObject(node) || typeof node['type'] !== 'string') return undefined;
  return { type: node['type'], value: node['value'] ?? null, line: lineOf(node) };
}

function terms(node: Json | undefined): Term[] {
  return (Array.isArray(node) ? node : []).flatMap((each) => term(each) ?? []);
}

function word(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

function objects(node: Json | undefined): JsonObject[] {
  return (Array.isArray(node) ? node : []).filter(isObject);
}

/** `a.b` for a reference of constant parts; `a[_]` for a variable part. */
function dotted(node: Json | undefined): string {
  return terms(node)
    .map(({ type, value }, at) => (at === 0 || type === 'string' ? word(value) : '[_]'))
    .join('.');
}

interface Call {
  readonly name: string;
  readonly arguments: readonly Term[];
  readonly line: number;
}

function callOf({ type, value, line }: Term): Call | undefined {
  if (type !== 'call') return undefined;
  const [operator, ...rest] = terms(value);
  return operator === undefined ? undefined : { name: nameOf(operator), arguments: rest, line };
}

function nameOf({ type, value }: Term): string {
  return type === 'ref' ? dotted(value) : word(value);
}

/** The call in an expression: `f(x)`, `a <= b`. */
function callIn(expression: JsonObject): Call | undefined {
  const found = expression['terms'];
  if (!Array.isArray(found)) return undefined;
  const [operator, ...rest] = terms(found);
  return operator === undefined ? undefined : { name: nameOf(operator), arguments: rest, line: lineOf(expression) };
}

const COMPREHENSIONS: ReadonlySet<string> = new Set(['arraycomprehension', 'setcomprehension', 'objectcomprehension']);
const COLLECTIONS: ReadonlySet<string> = new Set(['array', 'set', 'object']);
const COMPARISONS: ReadonlySet<string> = new Set(['lt', 'lte', 'gt', 'gte']);

function withElse(rule: JsonObject): JsonObject[] {
  const other = rule['else'];
  return isObject(other) ? [rule, ...withElse(other)] : [rule];
}

function ruleName(rule: JsonObject): string {
  const head = rule['head'];
  const [first] = isObject(head) ? terms(head['ref']) : [];
  return first === undefined ? '' : word(first.value);
}

// ---------------------------------------------------------------------------------------------------- definitions

/**
 * The definitions in the files: functions and rules that are never undefined, rules that are lists, and the properties
 * of records.
 */
class Definitions {
  private readonly rules = new Map<string, JsonObject[]>();
  private readonly packages = new Set<string>();
  private readonly totals = new Map<string, boolean>();
  /** Properties of the objects that the policies build; every record has all of them. */
  private readonly members = new Set<string>();

  constructor(parsed: readonly Parsed[]) {
    for (const { tree } of parsed) {
      this.packages.add(packageName(tree));
      for (const rule of objects(tree['rules'])) {
        const name = `${packageName(tree)}.${ruleName(rule)}`;
        this.rules.set(name, [...(this.rules.get(name) ?? []), rule]);
      }
      for (const node of nodes(tree['rules'])) {
        const made = term(node);
        if (made?.type !== 'object' || !Array.isArray(made.value)) continue;
        for (const pair of made.value) {
          const [key] = terms(pair);
          if (key?.type === 'string') this.members.add(word(key.value));
        }
      }
    }
  }

  isMember(name: string): boolean {
    return this.members.has(name);
  }

  isPackage(name: string): boolean {
    return this.packages.has(name);
  }

  isDefined(name: string): boolean {
    return this.rules.has(name);
  }

  /** Whether the function or rule is defined in every case. */
  isTotal(name: string): boolean {
    const known = this.totals.get(name);
    if (known !== undefined) return known;
    // Rego does not allow recursion.
    this.totals.set(name, false);
    const total = this.decide(name);
    this.totals.set(name, total);
    return total;
  }

  private decide(name: string): boolean {
    const rules = this.rules.get(name) ?? [];
    return rules.some((rule) => {
      const branches = withElse(rule);
      const last = branches.at(-1) ?? rule;
      if (rule['default'] === true || isPartial(rule)) return true;
      const body = objects(last['body']);
      return body.every((expression) => this.holds(expression)) && this.isAlways(valueOf(last));
    });
  }

  // A body without conditions: `true`, or assignments of values that are always defined.
  private holds(expression: JsonObject): boolean {
    const found = term(expression['terms']);
    if (found?.type === 'boolean') return found.value === true;
    const call = callIn(expression);
    return call?.name === 'assign' && this.isAlways(call.arguments[1]);
  }

  private isAlways(value: Term | undefined): boolean {
    if (value === undefined) return true;
    if (COMPREHENSIONS.has(value.type)) return true;
    if (value.type === 'call') {
      const call = callOf(value);
      return call !== undefined && call.name !== 'to_number' && call.arguments.every((each) => this.isAlways(each));
    }
    if (value.type === 'ref')
      return terms(value.value)
        .slice(1)
        .every((part) => part.type === 'string' && this.isMember(word(part.value)));
    return COLLECTIONS.has(value.type) ? [...inside(value)].every((each) => this.isAlways(each)) : true;
  }

  /** Whether the value of the rule is a set. */
  isSet(name: string): boolean {
    return (this.rules.get(name) ?? []).some((rule) => {
      const head = rule['head'];
      if (!isObject(head) || head['args'] !== undefined) return false;
      return isSet(valueOf(rule)) || (isPartial(rule) && head['value'] === undefined);
    });
  }

  /** Whether the value of the rule is a list. */
  isList(name: string): boolean {
    return (this.rules.get(name) ?? []).some((rule) => {
      const head = rule['head'];
      return isObject(head) && head['args'] === undefined && isList(valueOf(rule));
    });
  }
}

function isPartial(rule: JsonObject): boolean {
  const head = rule['head'];
  return isObject(head) && head['key'] !== undefined;
}

function valueOf(rule: JsonObject): Term | undefined {
  const head = rule['head'];
  return isObject(head) ? term(head['value']) : undefined;
}

/** The direct elements of a collection. */
function* inside({ value }: Term): Generator<Term> {
  for (const each of Array.isArray(value) ? value : []) {
    if (Array.isArray(each)) yield* terms(each);
    else yield* terms([each]);
  }
}

const UNIONS: ReadonlySet<string> = new Set(['or', 'and', 'minus']);

function isSet(value: Term | undefined): boolean {
  if (value === undefined) return false;
  return value.type === 'set' || value.type === 'setcomprehension' || UNIONS.has(callOf(value)?.name ?? '');
}

const LISTS: ReadonlySet<string> = new Set(['array.concat', 'array.slice', 'array.reverse', 'split', 'numbers.range']);

function isList(value: Term | undefined): boolean {
  if (value === undefined) return false;
  return value.type === 'array' || value.type === 'arraycomprehension' || LISTS.has(callOf(value)?.name ?? '');
}

// ---------------------------------------------------------------------------------------------------- files

class Reader {
  private readonly found: Trap[] = [];
  private readonly file: string;
  private readonly tree: JsonObject;
  private readonly own: string;
  /** Imported packages by name: `plan` -> `data.lib.plan`. */
  private readonly imports = new Map<string, string>();

  constructor(
    { file, tree }: Parsed,
    private readonly known: Definitions,
  ) {
    this.file = file;
    this.tree = tree;
    this.own = packageName(tree);
    for (const each of objects(tree['imports'])) {
      const path = term(each['path']);
      const name = path === undefined ? '' : dotted(path.value);
      const alias = each['alias'];
      this.imports.set(typeof alias === 'string' ? alias : (name.split('.').at(-1) ?? ''), name);
    }
  }

  traps(): Trap[] {
    for (const rule of objects(this.tree['rules'])) {
      this.keyedPartial(rule);
      for (const branch of withElse(rule)) this.bodies(branch);
    }
    this.ruleReads();
    this.lostReferences();
    const seen = new Set<string>();
    return this.found.filter(({ line, reason }) => {
      const key = `${line} ${reason}`;
      return seen.has(key) ? false : seen.add(key);
    });
  }

  private add(line: number, reason: string): void {
    this.found.push({ file: this.file, line, reason });
  }

  private qualified(name: string): string {
    const [first = '', ...rest] = name.split('.');
    const imported = this.imports.get(first);
    return imported === undefined ? `${this.own}.${name}` : [imported, ...rest].join('.');
  }

  private keyedPartial(rule: JsonObject): void {
    const head = rule['head'];
    // Exports run in OPA on a few findings, so their number of keys is small.
    if (!isObject(head) || head['args'] !== undefined || this.own.startsWith('data.exports')) return;
    if (
      terms(head['ref'])
        .slice(1)
        .some(({ type }) => type !== 'string')
    )
      this.add(lineOf(rule), KEYED_PARTIAL);
  }

  private lostReferences(): void {
    for (const node of nodes(this.tree['rules'] ?? [])) {
      const found = term(node);
      if (found?.type !== 'ref') continue;
      const [first, second] = terms(found.value);
      const imported = this.imports.get(word(first?.value)) ?? '';
      if (second?.type !== 'string' || !this.known.isPackage(imported)) continue;
      if (!this.known.isDefined(`${imported}.${word(second.value)}`)) this.add(found.line, NO_SUCH_RULE);
    }
  }

  private ruleReads(): void {
    if (this.own.startsWith('data.gate') || this.own.startsWith('data.exports')) return;
    for (const node of nodes([this.tree['imports'] ?? [], this.tree['rules'] ?? []])) {
      const found = term(node);
      if (found?.type === 'ref' && dotted(found.value).startsWith('data.rules.')) this.add(found.line, READ_RULE);
    }
  }

  /** Checks the body of a rule and the bodies inside, each with the variables of the enclosing body. */
  private bodies(rule: JsonObject): void {
    const head = rule['head'];
    this.body(objects(rule['body']), new Scope(), isObject(head) ? [head] : []);
  }

  private body(body: readonly JsonObject[], outer: Scope, heads: readonly Json[]): void {
    const scope = outer.with(body);
    for (const expression of body) {
      if (expression['negated'] === true) this.negated(expression, scope);
      this.comparison(callIn(expression), scope);
    }
    for (const tree of [...body, ...heads]) this.within(tree, scope);
  }

  /** Checks the calls in a tree and the bodies of its comprehensions. */
  private within(tree: Json, scope: Scope): void {
    if (Array.isArray(tree)) {
      for (const each of tree) this.within(each, scope);
      return;
    }
    if (!isObject(tree)) return;
    const found = term(tree);
    if (found !== undefined && COMPREHENSIONS.has(found.type) && isObject(found.value)) {
      const { body, ...heads } = found.value;
      this.body(
        objects(body),
        scope,
        Object.values(heads).map((each) => each ?? null),
      );
      return;
    }
    if (isObject(tree['terms']) && Array.isArray(tree['terms']['body'])) {
      // every x in xs { … }
      this.body(objects(tree['terms']['body']), scope, [tree['terms']['domain'] ?? null]);
      return;
    }
    const call = found === undefined ? callIn(tree) : callOf(found);
    if (call !== undefined) {
      this.arrayGot(call, scope);
      this.unordered(call, scope);
      if (found !== undefined) this.comparison(call, scope);
    }
    for (const [name, each] of Object.entries(tree)) if (name !== 'location') this.within(each ?? null, scope);
  }

  private arrayGot({ name, arguments: [from, key], line }: Call, scope: Scope): void {
    if (name !== 'object.get' || from === undefined) return;
    const isOfList =
      isList(from) ||
      (from.type === 'var' && isList(scope.value(word(from.value)))) ||
      this.known.isList(this.qualified(nameOf(from)));
    if (isOfList || key?.type === 'number') this.add(line, ARRAY_GOT);
  }

  private unordered({ name, arguments: [, joined], line }: Call, scope: Scope): void {
    // Exports run in OPA alone.
    if (name !== 'concat' || joined === undefined || this.own.startsWith('data.exports')) return;
    const isOfSet =
      isSet(joined) ||
      (joined.type === 'var' && isSet(scope.value(word(joined.value)))) ||
      this.known.isSet(this.qualified(nameOf(joined)));
    if (isOfSet) this.add(line, UNORDERED);
  }

  private comparison(call: Call | undefined, scope: Scope): void {
    if (call === undefined || !COMPARISONS.has(call.name)) return;
    if (call.arguments.some((each) => isFromPlan(each, scope))) this.add(call.line, NULL_COMPARED);
  }

  private negated(expression: JsonObject, scope: Scope): void {
    const call = callIn(expression);
    const whole = term(expression['terms']);
    const sides =
      call === undefined
        ? // not x[f(y)]
          whole?.type === 'ref'
          ? terms(whole.value).slice(1)
          : []
        : call.name === 'equal' || call.name === 'eq' || call.name === 'neq'
          ? call.arguments.flatMap((side) => callOf(side)?.arguments ?? [])
          : call.arguments;
    const outer =
      call !== undefined && (call.name === 'equal' || call.name === 'eq' || call.name === 'neq')
        ? call.arguments.filter((side) => side.type === 'call')
        : [];
    for (const argument of [...sides, ...outer])
      if (this.mayBeUndefined(argument, scope)) this.add(argument.line, HOISTED);
  }

  /** Whether an argument may be undefined. */
  private mayBeUndefined(argument: Term, scope: Scope): boolean {
    switch (argument.type) {
      case 'ref':
        return this.refMayBeUndefined(argument, scope);
      case 'call': {
        const call = callOf(argument);
        if (call === undefined) return false;
        if (call.name === 'to_number' || call.name === 'json.unmarshal') return true;
        const name = this.qualified(call.name);
        if (this.known.isDefined(name) && !this.known.isTotal(name)) return true;
        return call.arguments.some((each) => this.mayBeUndefined(each, scope));
      }
      case 'array':
      case 'set':
      case 'object':
        return [...inside(argument)].some((each) => this.mayBeUndefined(each, scope));
      default:
        return false;
    }
  }

  private refMayBeUndefined(argument: Term, scope: Scope): boolean {
    const parts = terms(argument.value);
    if (parts.length < 2 || scope.isRead(dottedExactly(parts))) return false;
    const name = this.qualified(dotted(argument.value));
    // A rule of a package.
    if (this.known.isDefined(name)) return !this.known.isTotal(name);
    return parts.slice(1).some(({ type, value }) => type !== 'string' || !this.known.isMember(word(value)));
  }
}

/** The variables of a body: their definitions, the checks on them, and earlier reads. */
class Scope {
  constructor(
    private readonly values: ReadonlyMap<string, Term> = new Map(),
    private readonly numbers: ReadonlySet<string> = new Set(),
    private readonly read: ReadonlySet<string> = new Set(),
  ) {}

  with(body: readonly JsonObject[]): Scope {
    const values = new Map(this.values);
    const numbers = new Set(this.numbers);
    const read = new Set(this.read);
    for (const expression of body) {
      if (expression['negated'] === true) continue;
      const call = callIn(expression);
      const [first, second] = call?.arguments ?? [];
      if (call?.name === 'assign' && first?.type === 'var' && second !== undefined)
        values.set(word(first.value), second);
      if (call?.name === 'is_number' && first !== undefined) numbers.add(textOf(first));
      for (const node of nodesOutsideBodies(expression)) {
        const found = term(node);
        if (found?.type === 'ref') read.add(dottedExactly(terms(found.value)));
      }
    }
    return new Scope(values, numbers, read);
  }

  value(name: string): Term | undefined {
    return this.values.get(name);
  }

  isNumber(value: Term): boolean {
    return this.numbers.has(textOf(value));
  }

  /**
   * Whether another expression of the body reads the reference too. An undefined value then makes the body undefined on
   * purpose.
   */
  isRead(reference: string): boolean {
    return this.read.has(reference);
  }
}

/** The nodes of an expression without the bodies of comprehensions. */
function* nodesOutsideBodies(tree: Json | undefined): Generator<JsonObject> {
  if (Array.isArray(tree)) for (const each of tree) yield* nodesOutsideBodies(each);
  else if (isObject(tree)) {
    // `every` has its body here.
    if (COMPREHENSIONS.has(word(tree['type'])) || Array.isArray(tree['body'])) return;
    yield tree;
    for (const [name, each] of Object.entries(tree)) if (name !== 'location') yield* nodesOutsideBodies(each);
  }
}

function dottedExactly(parts: readonly Term[]): string {
  return parts.map(textOf).join('.');
}

function textOf({ type, value }: Term): string {
  return Array.isArray(value) ? `${type}(${terms(value).map(textOf).join(',')})` : `${type}:${JSON.stringify(value)}`;
}

/** Properties that contain values from a plan. */
const FROM_PLAN: ReadonlySet<string> = new Set(['after', 'before', 'value', 'values']);

/** Whether a value comes directly from a plan and may therefore be null or a string. */
function isFromPlan(value: Term, scope: Scope): boolean {
  if (scope.isNumber(value)) return false;
  if (value.type === 'var') {
    const given = scope.value(word(value.value));
    return given !== undefined && isFromPlan(given, scope);
  }
  if (value.type === 'ref') {
    const [first, ...rest] = terms(value.value);
    const given = first === undefined ? undefined : scope.value(word(first.value));
    const from = given === undefined ? undefined : callOf(given);
    // `attribute.number` returns numbers; `plan.state` returns any value from the plan.
    if (from !== undefined && !from.name.endsWith('.state')) return false;
    return rest.some(({ type, value: part }) => type === 'string' && FROM_PLAN.has(word(part)));
  }
  const call = callOf(value);
  if (call?.name !== 'object.get') return false;
  const [, , otherwise] = call.arguments;
  return otherwise !== undefined;
}

/** Rego files without tests. */
export function sources(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.rego') && !path.endsWith('_test.rego'))
    .sort()
    .map((path) => join(directory, path));
}

function main(): void {
  const files = sources(resolve(__dirname, '..', 'policies'));
  const traps = trapsIn(parse(files));
  for (const { file, line, reason } of traps) console.error(`${file}:${line}: ${reason}`);
  console.log(`${files.length} Rego files, ${traps.length} forbidden constructs`);
  process.exitCode = traps.length === 0 && files.length > 0 ? 0 : 1;
}

if (require.main === module) main();
