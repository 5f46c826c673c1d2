/**
 * Converts synthesized Terraform JSON to the shape of a plan, so that the policies read one shape only.
 *
 * Values that Terraform would know at plan time are in `after`. Unknown values are missing there and `true` in
 * `after_unknown`; `configuration` lists their references. Only literals and references to literals are evaluated; all
 * other values are unknown, which the policies never count as a pass.
 */
import {
  literal,
  parseTemplate,
  references,
  soleTraversal,
  TemplateError,
  traversals,
  type Traversal,
} from './expression';
import { convert, isBlock, shapeOf, type BlockShape, type TypeConstraint } from './shapes';
import { CouldNotJudge, isObject, type Json, type JsonObject, type Problem, type StackDocument } from '../model';

/** A synthesized stack. */
export interface StackSource {
  readonly name: string;
  /** File that represents the stack in a report. */
  readonly file?: string;
  /** Contents of its files, which Terraform merges. */
  readonly contents: readonly JsonObject[];
  /** The comments (`//`) of its resources, in the shape of a file, when the files themselves have none. */
  readonly comments?: JsonObject;
}

/** The documents of all stacks, and the problems that prevent a verdict. */
export interface ReadStacks {
  readonly stacks: readonly StackDocument[];
  readonly problems: readonly Problem[];
}

/** Arguments that Terraform itself interprets; they are not attributes of the resource. */
const META_ARGUMENTS = new Set([
  '//',
  'count',
  'depends_on',
  'for_each',
  'lifecycle',
  'provider',
  'provisioner',
  'connection',
]);

const TOP_LEVEL = new Set([
  ...['//', 'action', 'check', 'data', 'ephemeral', 'import', 'locals', 'module', 'moved'],
  ...['output', 'provider', 'removed', 'resource', 'terraform', 'variable'],
]);

/** The provisioners of a resource, listed by type only, as in a plan. */
function provisionersOf(body: JsonObject): { provisioners?: Json[] } {
  const written = body['provisioner'];
  const blocks = (Array.isArray(written) ? written : [written]).filter(isObject);
  // CDKTF writes the type as a property; plain Terraform JSON uses the type as the key of the block.
  const types = blocks.flatMap((block) => (typeof block['type'] === 'string' ? [block['type']] : Object.keys(block)));
  return types.length === 0 ? {} : { provisioners: types.map((type) => ({ type })) };
}

/** Whether JSON is Terraform JSON, from CDKTF or written by hand, and nothing else. */
export function isTerraformJson(content: JsonObject): boolean {
  const blocks = ['resource', 'data', 'module', 'terraform'].map((member) => content[member]);
  return (
    Object.keys(content).every((member) => TOP_LEVEL.has(member)) &&
    blocks.some((block) => isObject(block) || Array.isArray(block))
  );
}

/**
 * A value and its unknown parts. An unknown part is absent from `known` (null in a list) and `true` at the same place
 * in `unknown`.
 */
interface Value {
  readonly known: Json | undefined;
  readonly unknown: Json | undefined;
}

const UNKNOWN: Value = { known: undefined, unknown: true };

interface Resource {
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly address: string;
  readonly body: JsonObject;
  readonly shape: BlockShape | undefined;
}

/**
 * Reads all stacks of an app together, because a stack may read outputs of another stack.
 *
 * @throws CouldNotJudge for JSON that Terraform would refuse as well
 */
export function readSources(sources: readonly StackSource[]): ReadStacks {
  const readers = new Map(sources.map((source) => [source.name, new StackReader(source)]));
  for (const reader of readers.values()) reader.connect([...readers.values()]);
  const read = [...readers.values()];
  const files = new Map(sources.map(({ name, file }) => [name, file]));
  const stacks = read.map((reader) => {
    const file = files.get(reader.name);
    return { ...reader.read(), ...(file === undefined ? {} : { file }) };
  });
  return { stacks, problems: read.flatMap((reader) => reader.problems()) };
}

class StackReader {
  readonly name: string;
  readonly backend: string;
  private readonly contents: readonly JsonObject[];
  private readonly comments: JsonObject;
  private readonly resources = new Map<string, Resource>();
  private readonly locals: JsonObject;
  private readonly outputs: ReadonlyMap<string, JsonObject>;
  private readonly variables: ReadonlyMap<string, JsonObject>;
  private readonly remoteStates = new Map<string, StackReader>();
  /** Names that are being resolved. A name that refers to itself is unknown. */
  private readonly following = new Set<string>();

  constructor({ name, contents, comments }: StackSource) {
    this.name = name;
    this.contents = contents;
    this.comments = comments ?? {};
    const locals = contents.flatMap((content) => this.bodies(content['locals'], 'locals'));
    this.locals = Object.fromEntries(locals.flatMap((body) => Object.entries(body)));
    this.variables = new Map(this.declared('variable', 1).map(([[name = ''], body]) => [name, body]));
    this.outputs = new Map(this.declared('output', 1).map(([[name = ''], body]) => [name, body]));
    this.readResources('managed', this.declared('resource', 2));
    this.readResources('data', [...this.declared('data', 2), ...this.dataOfChecks()]);
    this.backend = backendOf(contents);
  }

  /** Finds the stacks whose state the `terraform_remote_state` data sources of this stack read. */
  connect(stacks: readonly StackReader[]): void {
    for (const { mode, type, name, address, body } of this.resources.values()) {
      if (mode !== 'data' || type !== 'terraform_remote_state') continue;
      const backend = stateKey(body['backend'], firstObject(body['config']));
      const same = stacks.filter((stack) => stack.backend === backend);
      // CDKTF names the data source after the producing stack. The name decides when several stacks share a backend
      // configuration.
      const named = same.find(
        (stack) => name === `cross-stack-reference-input-${stack.name.replace(/[^A-Za-z0-9_-]/g, '')}`,
      );
      const producer = same.length === 1 ? same[0] : named;
      if (producer !== undefined) this.remoteStates.set(address, producer);
    }
  }

  read(): StackDocument {
    const changes: JsonObject[] = [];
    const configuration: JsonObject[] = [];
    const constructPaths = new Map<string, string>();
    for (const resource of this.resources.values()) {
      const { mode, type, name, address, body } = resource;
      const { known, unknown } = this.block(body, resource.shape, META_ARGUMENTS);
      const head = { address, mode, type, name };
      const actions = [mode === 'data' ? 'read' : 'create'];
      changes.push({ ...head, change: { actions, before: null, after: known ?? {}, after_unknown: unknown ?? {} } });
      configuration.push({
        ...head,
        provider_config_key: providerKey(body['provider'], type),
        expressions: this.expressions(body, resource.shape, META_ARGUMENTS),
        ...(body['for_each'] === undefined ? {} : { for_each_expression: this.expression(body['for_each']) }),
        ...(body['count'] === undefined ? {} : { count_expression: this.expression(body['count']) }),
        ...provisionersOf(body),
      });
      const path = constructPath(body) ?? constructPath(this.commentOf(resource));
      if (path !== undefined) constructPaths.set(address, path);
    }
    const document: JsonObject = {
      format_version: '1.2',
      stage: 'synth',
      complete: true,
      resource_changes: changes,
      configuration: {
        provider_config: this.providers(),
        root_module: {
          resources: [...configuration, ...this.heads('ephemeral').map((head) => ({ ...head, mode: 'ephemeral' }))],
          actions: this.heads('action'),
          outputs: mapValues(this.outputs, (output) => ({ expression: this.expression(output['value'] ?? null) })),
          variables: mapValues(this.variables, ({ default: value }) => (value === undefined ? {} : { default: value })),
          module_calls: {},
        },
      },
      remote_states: mapValues(this.remoteStates, (stack) => stack.name),
    };
    return { name: this.name, document, resources: changes.length, constructPaths };
  }

  problems(): Problem[] {
    const modules = this.declared('module', 1).map(([[name]]) => ({
      stack: this.name,
      what: `module.${name ?? ''} is a Terraform module, whose resources are not in the synthesized JSON.`,
      why: 'Only Terraform knows the resources of a module, so the module could contain anything.',
      fix: 'Judge the plan instead (`terraform show -json`), or write the resources in the stack.',
    }));
    const strange = this.contents
      .flatMap((content) => Object.keys(content))
      .filter((member) => !TOP_LEVEL.has(member))
      .map((member) => ({
        stack: this.name,
        what: `"${member}" is not a known top-level key of Terraform JSON.`,
        why: 'The key could declare resources that the gate does not see.',
        fix: 'Remove the key, or correct its name.',
      }));
    return [...modules, ...strange];
  }

  /** Where the providers work, by the name that resources use. The other arguments may be credentials. */
  private providers(): JsonObject {
    return Object.fromEntries(
      this.declared('provider', 1).map(([[name = ''], body]) => {
        const alias = body['alias'];
        const key = typeof alias === 'string' ? `${name}.${alias}` : name;
        const expressions = this.expressions(body, undefined, COMMENT);
        const { known } = this.value(body['region'] ?? null, undefined);
        // A plan shows the value of a variable, a synth the value of a local.
        const region = typeof known === 'string' ? { constant_value: known } : expressions['region'];
        const { endpoints } = expressions;
        return [key, { full_name: `registry.terraform.io/hashicorp/${name}`, expressions: { region, endpoints } }];
      }),
    );
  }

  private readResources(mode: 'managed' | 'data', declared: readonly [string[], JsonObject][]): void {
    for (const [[type = '', name = ''], body] of declared) {
      const address = `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
      if (this.resources.has(address))
        throw this.refuse(`${address} is declared twice.`, 'Keep one of the two declarations.');
      if (isNone(body['count']) || isNone(body['for_each'])) continue;
      this.resources.set(address, { mode, type, name, address, body, shape: shapeOf(mode, type) });
    }
  }

  /** A check may hold a data source of its own, which Terraform reads like any other. */
  private dataOfChecks(): [string[], JsonObject][] {
    return this.declared('check', 1).flatMap(([[name = ''], body]) =>
      this.labelled(body['data'], 2, `check.${name}.data`),
    );
  }

  /** Blocks of which a plan shows nothing but the configuration: `ephemeral` and `action`. */
  private heads(member: 'ephemeral' | 'action'): JsonObject[] {
    return this.declared(member, 2)
      .filter(([, body]) => !isNone(body['count']) && !isNone(body['for_each']))
      .map(([[type = '', name = '']]) => ({ address: `${member}.${type}.${name}`, type, name }));
  }

  private declared(member: string, depth: number): [string[], JsonObject][] {
    return this.contents.flatMap((content) => this.labelled(content[member], depth, member));
  }

  /** The bodies below `depth` levels of labels. Terraform accepts a list instead of an object at each level. */
  private labelled(value: Json | undefined, depth: number, where: string): [string[], JsonObject][] {
    const bodies = this.bodies(value, where);
    if (depth === 0) return bodies.map((body) => [[], body]);
    return bodies.flatMap((body) =>
      Object.entries(body)
        .filter(([label]) => label !== '//')
        .flatMap(([label, inner]) =>
          this.labelled(inner, depth - 1, `${where}.${label}`).map(([labels, found]): [string[], JsonObject] => [
            [label, ...labels],
            found,
          ]),
        ),
    );
  }

  private bodies(value: Json | undefined, where: string): JsonObject[] {
    if (value === undefined || value === null) return [];
    const list = Array.isArray(value) ? value : [value];
    if (list.every(isObject)) return list;
    throw this.refuse(
      `${where} is neither an object nor a list of objects.`,
      'Write the block in Terraform JSON syntax: an object, or a list of objects.',
    );
  }

  private commentOf({ mode, type, name }: Resource): JsonObject {
    const types = this.comments[mode === 'data' ? 'data' : 'resource'];
    const names = isObject(types) ? types[type] : undefined;
    const comment = isObject(names) ? names[name] : undefined;
    return isObject(comment) ? comment : {};
  }

  private refuse(what: string, fix: string): CouldNotJudge {
    return new CouldNotJudge(
      what,
      'Terraform would refuse this stack, so the gate cannot interpret it.',
      fix,
      this.name,
    );
  }

  /** The known and unknown arguments of a resource or a nested block. */
  private block(body: JsonObject, shape: BlockShape | undefined, skip: ReadonlySet<string>): Value {
    const known: JsonObject = {};
    const unknown: JsonObject = {};
    const dynamic = new Set(this.dynamicNames(body));
    for (const [name, written] of this.members(body, skip)) {
      const value = isBlock(shape, name, written)
        ? this.nested(written, name, shape)
        : this.value(this.asAttribute(written, shape?.attributes[name]), shape?.attributes[name]);
      if (value.known !== undefined && !dynamic.has(name)) known[name] = value.known;
      if (value.unknown !== undefined) unknown[name] = value.unknown;
    }
    for (const name of dynamic) unknown[name] = true;
    return { known, unknown: Object.keys(unknown).length === 0 ? undefined : unknown };
  }

  private nested(written: Json, name: string, shape: BlockShape | undefined): Value {
    if (typeof written === 'string') return this.value(written, undefined);
    const inner = shape?.blocks[name];
    const blocks = this.bodies(written, name).map((body) => this.block(body, inner, COMMENT));
    return single(name, inner) && blocks[0] !== undefined ? blocks[0] : list(blocks);
  }

  /** A list-of-objects attribute may be written like a block: a single object stands for a list of one. */
  private asAttribute(written: Json, type: TypeConstraint | undefined): Json {
    return isObject(written) && isObjectList(type) ? [written] : written;
  }

  private members(body: JsonObject, skip: ReadonlySet<string>): [string, Json][] {
    return Object.entries(body).flatMap(([name, value]): [string, Json][] =>
      value === undefined || skip.has(name) || name === 'dynamic' ? [] : [[name, value]],
    );
  }

  private dynamicNames(body: JsonObject): string[] {
    return this.labelled(body['dynamic'], 1, 'dynamic').map(([[name]]) => name ?? '');
  }

  private expressions(body: JsonObject, shape: BlockShape | undefined, skip: ReadonlySet<string>): JsonObject {
    const result: JsonObject = {};
    for (const [name, written] of this.members(body, skip)) {
      if (!isBlock(shape, name, written) || typeof written === 'string') {
        const type = shape?.attributes[name];
        const attribute = this.asAttribute(written, type);
        result[name] = isObjectList(type) ? this.attributeAsBlocks(attribute) : this.expression(attribute);
        continue;
      }
      const inner = shape?.blocks[name];
      const blocks = this.bodies(written, name).map((block) => this.expressions(block, inner, COMMENT));
      result[name] = single(name, inner) && blocks[0] !== undefined ? blocks[0] : blocks;
    }
    // Terraform knows the number of dynamic blocks at plan time, a synth does not. References keep the block from
    // looking like an attribute that is not set.
    for (const name of this.dynamicNames(body))
      result[name] = { references: this.referencesIn(body['dynamic'] ?? null) };
    return result;
  }

  private attributeAsBlocks(written: Json): Json {
    if (typeof written === 'string') return this.expression(written);
    const names = this.referencesIn(written);
    return { constant_value: written, ...(names.length === 0 ? {} : { references: names }) };
  }

  private expression(written: Json): Json {
    const names = this.referencesIn(written);
    // A plan lists a JSON literal next to its references. The literal matters when it ends in a prefix length.
    if (names.length > 0) return { ...(isOneAddress(written) ? { constant_value: written } : {}), references: names };
    const { known, unknown } = this.value(written, undefined);
    return known === undefined || unknown !== undefined ? {} : { constant_value: known };
  }

  private referencesIn(written: Json): string[] {
    if (typeof written === 'string') {
      return this.template(written, (parts) =>
        parts.flatMap((part) => (part.kind === 'text' ? [] : traversals(part.source).flatMap(references))),
      );
    }
    const inner = Array.isArray(written) ? written : isObject(written) ? Object.values(written) : [];
    return inner.flatMap((value) => (value === undefined ? [] : this.referencesIn(value)));
  }

  private value(written: Json, type: TypeConstraint | undefined): Value {
    const { known, unknown } = this.evaluate(written);
    return { known: known === undefined ? undefined : convert(known, type), unknown };
  }

  private evaluate(written: Json): Value {
    if (typeof written === 'string') return this.evaluateTemplate(written);
    if (Array.isArray(written)) return list(written.map((element) => this.evaluate(element)));
    if (!isObject(written)) return { known: written, unknown: undefined };
    const known: JsonObject = {};
    const unknown: JsonObject = {};
    for (const [name, member] of Object.entries(written)) {
      const value = this.evaluate(member ?? null);
      if (value.known !== undefined) known[name] = value.known;
      if (value.unknown !== undefined) unknown[name] = value.unknown;
    }
    return { known, unknown: Object.keys(unknown).length === 0 ? undefined : unknown };
  }

  private evaluateTemplate(written: string): Value {
    return this.template(written, (parts) => {
      const values = parts.map((part): Value => {
        if (part.kind === 'text') return { known: part.text, unknown: undefined };
        if (part.kind === 'directive') return UNKNOWN;
        const constant = literal(part.source);
        if (constant !== undefined) return { known: constant.value, unknown: undefined };
        const traversal = soleTraversal(part.source);
        return traversal === undefined ? UNKNOWN : this.follow(traversal);
      });
      if (values.length === 1 && values[0] !== undefined) return values[0];
      const texts = values.map(({ known, unknown }) =>
        unknown === undefined && known !== null && typeof known !== 'object' ? known : undefined,
      );
      return texts.includes(undefined) ? UNKNOWN : { known: texts.join(''), unknown: undefined };
    });
  }

  private template<T>(written: string, read: (parts: ReturnType<typeof parseTemplate>) => T): T {
    try {
      return read(parseTemplate(written));
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      throw this.refuse(
        `The expression ${JSON.stringify(written)} is not valid: ${error.message}.`,
        'Correct the expression.',
      );
    }
  }

  /** The value of a reference that leads to a literal of the same app. */
  private follow(traversal: Traversal): Value {
    const { root, steps } = traversal;
    const path = steps.map((step) => ('attribute' in step ? step.attribute : step.key));
    const target = (): Value => {
      const [first, second] = path;
      // The default of a variable is not its value: a plan may set another value.
      if (root === 'var') return UNKNOWN;
      if (root === 'local') return this.at(this.optional(this.locals[String(first)]), path.slice(1));
      if (root === 'data') return this.followRemoteState(path);
      const resource = this.resources.get(`${root}.${String(first)}`);
      if (resource === undefined || second === undefined) return UNKNOWN;
      if (resource.body['count'] !== undefined || resource.body['for_each'] !== undefined) return UNKNOWN;
      const written = resource.body[String(second)];
      if (written === undefined || META_ARGUMENTS.has(String(second))) return UNKNOWN;
      const member = { [String(second)]: written, dynamic: resource.body['dynamic'] ?? {} };
      return this.at(this.block(member, resource.shape, COMMENT), path.slice(1));
    };
    const name = [root, ...path].join('\u0000');
    if (this.following.has(name)) return UNKNOWN;
    this.following.add(name);
    try {
      return target();
    } finally {
      this.following.delete(name);
    }
  }

  private followRemoteState(path: readonly (string | number)[]): Value {
    const producer = this.remoteStates.get(`data.${String(path[0])}.${String(path[1])}`);
    if (producer === undefined || path[2] !== 'outputs') return UNKNOWN;
    return producer.at(producer.optional(producer.outputs.get(String(path[3]))?.['value']), path.slice(4));
  }

  private optional(written: Json | undefined): Value {
    return written === undefined ? UNKNOWN : this.evaluate(written);
  }

  private at({ known, unknown }: Value, path: readonly (string | number)[]): Value {
    const [step, ...rest] = path;
    if (step === undefined) return known === undefined || unknown !== undefined ? UNKNOWN : { known, unknown };
    const inner = (value: Json | undefined): Json | undefined => {
      if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined;
      return isObject(value) && Object.hasOwn(value, String(step)) ? value[String(step)] : undefined;
    };
    const hidden = inner(unknown);
    return unknown === true
      ? UNKNOWN
      : this.at({ known: inner(known), unknown: hidden === false ? undefined : hidden }, rest);
  }
}

const COMMENT = new Set(['//']);

function list(values: readonly Value[]): Value {
  const known = values.map((value) => value.known ?? null);
  const unknown = values.some((value) => value.unknown !== undefined)
    ? values.map((value) => value.unknown ?? false)
    : undefined;
  return { known, unknown };
}

function isObjectList(type: TypeConstraint | undefined): boolean {
  if (!Array.isArray(type) || (type[0] !== 'list' && type[0] !== 'set')) return false;
  return Array.isArray(type[1]) && type[1][0] === 'object';
}

function single(name: string, shape: (BlockShape & { readonly nesting?: string }) | undefined): boolean {
  return shape === undefined ? name === 'timeouts' : shape.nesting === 'single';
}

/** Whether `count` or `for_each` is a literal that creates no instance. */
function isNone(value: Json | undefined): boolean {
  if (value === undefined) return false;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === 0 || (typeof value === 'string' && /^(\$\{\s*)?0(\s*\})?$/.test(value));
}

/** The provider that a resource uses, as a plan writes it: "aws", "aws.eu". */
function providerKey(written: Json | undefined, type: string): string {
  if (typeof written === 'string') return written.replace(/^\$\{|\}$/g, '');
  return type.split('_')[0] ?? type;
}

function constructPath(body: JsonObject): string | undefined {
  const comment = body['//'];
  const metadata = isObject(comment) ? comment['metadata'] : undefined;
  const path = isObject(metadata) ? metadata['path'] : undefined;
  return typeof path === 'string' ? path : undefined;
}

/**
 * A comparable form of a stack's backend, equal for the backend and for a `terraform_remote_state` that reads it; `''`
 * without backend.
 */
function backendOf(contents: readonly JsonObject[]): string {
  for (const block of contents.flatMap((content) => content['terraform']).flat()) {
    if (!isObject(block)) continue;
    const cloud = firstObject(block['cloud']);
    if (cloud !== undefined) return stateKey('remote', cloud);
    const [backend] = Object.entries(firstObject(block['backend']) ?? {});
    if (backend !== undefined) return stateKey(backend[0], firstObject(backend[1]));
  }
  return '';
}

function firstObject(value: Json | undefined): JsonObject | undefined {
  const inner = Array.isArray(value) ? value[0] : value;
  return isObject(inner) ? inner : undefined;
}

/**
 * Ignores HCP Terraform's `project`, which `terraform_remote_state` does not have: organization and workspace identify
 * the state.
 */
function stateKey(kind: Json | undefined, config: JsonObject | undefined): string {
  const workspaces = firstObject(config?.['workspaces']);
  const named = workspaces === undefined ? config : { ...config, workspaces: { ...workspaces, project: null } };
  return JSON.stringify([kind ?? null, ordered(named ?? {})]);
}

/** Sorts keys, drops null values, and replaces a list of one object (as in converted HCL) by the object. */
function ordered(value: Json): Json {
  if (Array.isArray(value)) return value.length === 1 && isObject(value[0]) ? ordered(value[0]) : value.map(ordered);
  if (!isObject(value)) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined && member !== null);
  return Object.fromEntries(
    members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, member]) => [name, ordered(member ?? null)]),
  );
}

function mapValues<T>(map: ReadonlyMap<string, T>, read: (value: T) => Json | undefined): JsonObject {
  return Object.fromEntries([...map].map(([name, value]) => [name, read(value)]));
}

/** Matches `${aws_eip.office.public_ip}/32`, alone or in a list. */
function isOneAddress(written: Json): boolean {
  const list = Array.isArray(written) ? written : [written];
  return list.every((text) => typeof text === 'string') && list.some((text) => /\}\/(32|128)$/.test(text));
}
