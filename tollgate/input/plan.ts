/**
 * Reads the output of `terraform show -json`, a plan or a state. Keeps only the parts that the policies read; of
 * resources whose attributes no policy reads, only the names. Pruning changes no verdict (the tests compare with the
 * whole plan) and saves most of the time and memory.
 */
import { CouldNotJudge, isObject, type Json, type JsonObject, type Repair, type StackDocument } from '../model';
import { isPresent } from './not-a-plan';
import { repairsIn } from './repairs';
import { sensitiveValues } from './sensitive';

/** Resource types whose attributes a policy reads; undefined keeps the attributes of all types. */
export type ReadTypes = ReadonlySet<string> | undefined;

/** Supported major versions of `format_version`: 0 up to Terraform 1.1, 1 since then. */
const FORMAT = /^[01]\.\d+$/;

const BROKEN = 'The policies would silently skip a part of the plan that has an unexpected type.';

/**
 * @param name name of the document in the report
 * @param content parsed JSON
 * @param types resource types whose attributes are kept
 * @throws CouldNotJudge for another format version, a part of an unexpected type, or a plan without resources
 */
export function readPlan(name: string, content: JsonObject, types: ReadTypes): StackDocument {
  requireFormat(content['format_version'], name);
  const reader = new PlanReader(name, content, types);
  const resources = reader.count();
  if (resources === 0) {
    throw new CouldNotJudge(
      `${name} contains no resources.`,
      'Without resources, the rules check nothing, so a pass would mean nothing.',
      'Check that the plan was made in the right directory and workspace.',
      name,
    );
  }
  const moved = reader.moved();
  const declared = declaredIn(content['configuration']);
  return {
    ...{ name, document: reader.document(), resources, repairs: reader.repairs(), constructPaths: new Map() },
    ...(moved.size === 0 ? {} : { moved }),
    ...(declared === undefined ? {} : { declared }),
    sensitive: sensitiveValues(content),
  };
}

/** Only for finding the source of a plan, so a part of another type is not an error here. */
function declaredIn(configuration: Json | undefined): string[] | undefined {
  const root = isObject(configuration) ? configuration['root_module'] : undefined;
  if (!isObject(root)) return undefined;
  const { resources, module_calls: calls } = root;
  const addresses = (Array.isArray(resources) ? resources : []).flatMap((resource) =>
    isObject(resource) && typeof resource['address'] === 'string' ? [resource['address']] : [],
  );
  const declared = [...addresses, ...Object.keys(isObject(calls) ? calls : {}).map((name) => `module.${name}`)];
  return declared.length === 0 ? undefined : declared;
}

function requireFormat(version: Json | undefined, name: string): void {
  // Some tools that shorten plans omit the version.
  if (version === undefined || (typeof version === 'string' && FORMAT.test(version))) return;
  throw new CouldNotJudge(
    `${name} has format_version ${JSON.stringify(version)}; the gate reads 0.1 to 1.x.`,
    'Another major version may use the same names with another meaning.',
    'Use a version of Terraform that writes 1.x, or a newer version of the gate.',
    name,
  );
}

class PlanReader {
  private readonly changes: readonly JsonObject[];
  private readonly planned: JsonObject | undefined;
  private readonly prior: JsonObject | undefined;
  private readonly state: JsonObject | undefined;
  private readonly relevant: readonly Relevant[];
  /**
   * `type.name` of every entry in `relevant_attributes`. The reader keeps references to these resources, and their
   * unknown values, for every type.
   */
  private readonly contributors: ReadonlySet<string>;
  /**
   * Whether the plan does not say if it is complete, as before Terraform 1.8 and in OpenTofu. The policies then compare
   * its changes with the addresses of the state and of the configuration.
   */
  private readonly silent: boolean;
  /** The attributes whose expressions refer to locals, or to `each`, by `type.name` of the resource. */
  private readonly locals: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(
    private readonly name: string,
    private readonly content: JsonObject,
    private readonly types: ReadTypes,
  ) {
    this.changes = this.objects(content['resource_changes'], 'resource_changes');
    this.planned = this.root(content['planned_values'], 'planned_values');
    this.state = this.root(content['values'], 'values');
    const prior = this.object(content['prior_state'], 'prior_state');
    this.prior = this.root(prior?.['values'], 'prior_state.values');
    this.relevant = this.objects(content['relevant_attributes'], 'relevant_attributes').map((entry, at) => {
      const where = `relevant_attributes[${at}]`;
      const attribute = entry['attribute'];
      if (!Array.isArray(attribute)) throw this.broken(`${where}.attribute`, 'a list', attribute);
      return { resource: this.requiredText(entry['resource'], where, '.resource'), attribute };
    });
    this.silent = this.changes.length > 0 && !isPresent(content['complete']);
    this.contributors = new Set(this.relevant.flatMap(({ resource }) => resourceIn(resource) ?? []));
    const configuration = this.object(content['configuration'], 'configuration');
    this.locals = this.contributors.size === 0 ? new Map() : attributesOfLocals(configuration?.['root_module']);
  }

  /**
   * Number of entries that the policies see: changes (or planned values, if there are no changes) and data sources of
   * the prior state. In a refresh-only plan, all of the prior state.
   */
  count(): number {
    const listed = this.changes.length > 0 ? 0 : this.countValues();
    return this.changes.length + listed + this.countTree(this.prior, !this.onlyRefreshes());
  }

  repairs(): Repair[] {
    const drift = this.content['resource_drift'];
    return repairsIn(Array.isArray(drift) ? drift : [], (addresses) =>
      this.changes.filter(({ address }) => typeof address === 'string' && addresses.has(address)),
    );
  }

  /** Address to former address of each resource that Terraform moved. */
  moved(): Map<string, string> {
    const moved = new Map<string, string>();
    this.changes.forEach((change, at) => {
      const where = `resource_changes[${at}]`;
      const from = this.text(change['previous_address'], where, '.previous_address');
      const address = change['address'];
      if (from !== undefined && typeof address === 'string' && from !== address) moved.set(address, from);
    });
    return moved;
  }

  private countValues(): number {
    return this.countTree(this.planned, false) + this.countTree(this.state, false);
  }

  private onlyRefreshes(): boolean {
    return this.changes.length === 0 && this.countValues() === 0;
  }

  /** The pruned document. `JSON.stringify` omits properties that are undefined. */
  document(): JsonObject {
    const { content } = this;
    const changed = this.changes.length > 0;
    const configuration = this.object(content['configuration'], 'configuration');
    const values = (root: JsonObject | undefined, where: string, keep: Keep): JsonObject | undefined =>
      root === undefined ? undefined : { root_module: this.module(root, where, keep) };
    return {
      resource_changes: this.changes.map((change, at) => this.change(change, `resource_changes[${at}]`)),
      planned_values: values(this.planned, 'planned_values.root_module', changed ? 'none' : 'all'),
      values: values(this.state, 'values.root_module', changed ? 'none' : 'all'),
      prior_state: {
        values: values(
          this.prior,
          'prior_state.values.root_module',
          this.onlyRefreshes() ? 'all' : this.silent ? 'addresses' : 'data',
        ),
      },
      configuration: {
        provider_config: this.map(configuration?.['provider_config'], 'configuration.provider_config', (provider) =>
          this.provider(provider),
        ),
        root_module: this.configured(configuration?.['root_module'], 'configuration.root_module'),
      },
      variables: this.map(content['variables'], 'variables', (variable) => variable),
      deferred_changes: this.addressed('deferred_changes', 'resource_change'),
      deferred_action_invocations: this.addressed('deferred_action_invocations', 'action_invocation'),
      action_invocations: this.named('action_invocations'),
      relevant_attributes: this.relevant.length === 0 ? undefined : [...this.relevant],
      complete: this.flag('complete'),
      errored: this.flag('errored'),
    };
  }

  private change(resource: JsonObject, where: string): JsonObject {
    const change = this.object(resource['change'], where, '.change') ?? {};
    const actions = change['actions'];
    if (!Array.isArray(actions) || !actions.every((action) => typeof action === 'string')) {
      throw this.broken(`${where}.change.actions`, 'a list of strings', actions);
    }
    // The policies read `before` of a forgotten resource, which stays in AWS unchanged, and of security group rules,
    // which a group may still list.
    const quiet = actions.includes('no-op') || actions.includes('read');
    const past = isObject(change['before']) && !quiet;
    const read = this.isRead(resource['type']);
    return {
      ...this.identity(resource, where),
      module_address: this.text(resource['module_address'], where, '.module_address'),
      previous_address: this.text(resource['previous_address'], where, '.previous_address'),
      change: {
        actions,
        after: read ? change['after'] : namesOf(change['after']),
        // A null `before` distinguishes a no-op on nothing from a change that cannot be read.
        before: past
          ? read
            ? change['before']
            : namesOf(change['before'])
          : quiet && change['before'] === null
            ? null
            : undefined,
        after_unknown: read ? change['after_unknown'] : this.marks(resource, change['after_unknown']),
      },
    };
  }

  /**
   * The unknown marks of a resource that no policy reads: all marks if the resource is in `relevant_attributes`,
   * otherwise those that reveal a dynamic block, or whether a local carries something unknown.
   */
  private marks(resource: JsonObject, unknown: Json | undefined): Json | undefined {
    if (this.contributors.size === 0 || !isObject(unknown)) return undefined;
    const name = nameOf(resource);
    if (this.contributors.has(name)) return unknown;
    const local = this.locals.get(name);
    const kept = Object.entries(unknown).filter(
      ([attribute, marks]) => local?.has(attribute) === true || (Array.isArray(marks) && marks.some(isObject)),
    );
    return Object.fromEntries(kept);
  }

  /**
   * The expressions of a resource that no policy reads, reduced to references to relevant resources, locals, variables,
   * outputs, `each` and `count`. Nothing is left out twice: the order and the repetitions tell which references go together.
   */
  private references(expressions: JsonObject | undefined): JsonObject | undefined {
    if ((this.contributors.size === 0 && !this.silent) || expressions === undefined) return undefined;
    const counts = (reference: string): boolean =>
      PASSED_ON.test(reference) || this.contributors.has(CONTRIBUTED.exec(reference)?.[0] ?? '');
    return Object.fromEntries(
      Object.entries(expressions).map(([name, expression]) => [
        name,
        reduced(expression, (one) => ({ references: referencesIn(one).filter(counts) })),
      ]),
    );
  }

  private module(module: JsonObject, where: string, keep: Keep): JsonObject {
    const resources = keep === 'none' ? [] : this.objects(module['resources'], where, '.resources');
    const kept = resources.flatMap((resource, at) => {
      if (keep === 'data' && resource['mode'] !== 'data') return [];
      const values = this.object(resource['values'], `${where}.resources[${at}].values`);
      const read = this.isRead(resource['type']) && (keep !== 'addresses' || resource['mode'] === 'data');
      return [{ ...this.identity(resource, `${where}.resources[${at}]`), values: read ? values : namesOf(values) }];
    });
    const children = this.objects(module['child_modules'], where, '.child_modules').map((child, at) => {
      const place = `${where}.child_modules[${at}]`;
      // A child module without an address would be taken for its parent.
      return { ...this.module(child, place, keep), address: this.requiredText(child['address'], place, '.address') };
    });
    return {
      resources: kept.length === 0 ? undefined : kept,
      child_modules: children.length === 0 ? undefined : children,
    };
  }

  private configured(module: Json | undefined, where: string): JsonObject | undefined {
    const found = this.object(module, where);
    if (found === undefined) return undefined;
    const addresses = new Set<string>();
    const resources = this.objects(found['resources'], where, '.resources').flatMap((resource, at) => {
      const place = `${where}.resources[${at}]`;
      const identity = this.identity(resource, place);
      const address = this.requiredText(resource['address'], place, '.address');
      if (addresses.size === addresses.add(address).size) {
        throw this.refuse(
          `${where}.resources configures ${address} twice.`,
          'The gate cannot tell which of the two configurations applies.',
        );
      }
      // Provisioners run programs, so they are kept for every resource type.
      const run = this.objects(resource['provisioners'], place, '.provisioners').map(({ type }) => ({ type }));
      const provisioners = run.length === 0 ? {} : { provisioners: run };
      const read = this.isRead(resource['type']);
      // An ephemeral resource stands nowhere else in a plan.
      const kept = this.silent || this.contributors.size > 0 || resource['mode'] === 'ephemeral';
      const expressions = this.object(resource['expressions'], place, '.expressions');
      const groups = read ? [] : groupExpressions(expressions ?? null);
      if (!read && run.length === 0 && !kept && groups.length === 0) return [];
      return [
        {
          ...identity,
          ...provisioners,
          provider_config_key: read ? resource['provider_config_key'] : undefined,
          expressions: read ? expressions : withGroups(this.references(expressions), groups),
          for_each_expression: resource['for_each_expression'],
          count_expression: resource['count_expression'],
        },
      ];
    });
    const call = (body: JsonObject, place: string): JsonObject => ({
      expressions: this.object(body['expressions'], place, '.expressions'),
      for_each_expression: body['for_each_expression'],
      count_expression: body['count_expression'],
      module: this.configured(body['module'], `${place}.module`),
    });
    const actions = this.objects(found['actions'], where, '.actions').map((action, at) =>
      this.identity(action, `${where}.actions[${at}]`),
    );
    return {
      resources,
      actions: actions.length === 0 ? undefined : actions,
      outputs: this.map(found['outputs'], `${where}.outputs`, ({ expression }) => ({ expression })),
      variables: this.map(found['variables'], `${where}.variables`, (variable) => ({ default: variable['default'] })),
      module_calls: this.map(found['module_calls'], `${where}.module_calls`, call),
    };
  }

  /** Where a provider works. Nothing else of it is kept: the other arguments may be credentials. */
  private provider(provider: JsonObject): JsonObject {
    const expressions = provider['expressions'];
    const { region, endpoints } = isObject(expressions) ? expressions : {};
    return {
      full_name: provider['full_name'],
      module_address: provider['module_address'],
      expressions: { region, endpoints },
    };
  }

  private identity(resource: JsonObject, where: string): JsonObject {
    return {
      address: this.requiredText(resource['address'], where, '.address'),
      mode: this.text(resource['mode'], where, '.mode'),
      type: this.requiredText(resource['type'], where, '.type'),
      name: this.requiredText(resource['name'], where, '.name'),
    };
  }

  /** The entries of a list of the plan, each with the address in one property only. */
  private addressed(list: string, member: string): JsonObject[] | undefined {
    const entries = this.objects(this.content[list], list);
    return entries.length === 0
      ? undefined
      : entries.map((entry, at) => {
          const inner = this.object(entry[member], `${list}[${at}]`, `.${member}`);
          return { [member]: { address: this.text(inner?.['address'], `${list}[${at}].${member}`, '.address') } };
        });
  }

  /** The entries of a list of the plan, each with its identity only. */
  private named(member: string): JsonObject[] | undefined {
    const entries = this.objects(this.content[member], member);
    return entries.length === 0 ? undefined : entries.map((entry, at) => this.identity(entry, `${member}[${at}]`));
  }

  private isRead(type: Json | undefined): boolean {
    return this.types === undefined || (typeof type === 'string' && this.types.has(type));
  }

  private countTree(module: JsonObject | undefined, dataOnly: boolean): number {
    if (module === undefined) return 0;
    const resources = this.objects(module['resources'], 'resources');
    const own = dataOnly ? resources.filter(({ mode }) => mode === 'data') : resources;
    const below = this.objects(module['child_modules'], 'child_modules');
    return below.reduce((sum, child) => sum + this.countTree(child, dataOnly), own.length);
  }

  private root(values: Json | undefined, where: string): JsonObject | undefined {
    return this.object(this.object(values, where)?.['root_module'], where, '.root_module');
  }

  private flag(member: string): boolean | undefined {
    const value = this.content[member];
    if (!isPresent(value)) return undefined;
    if (typeof value !== 'boolean') throw this.broken(member, 'true or false', value);
    return value;
  }

  private map(
    value: Json | undefined,
    where: string,
    each: (member: JsonObject, where: string) => JsonObject,
  ): JsonObject | undefined {
    const found = this.object(value, where);
    if (found === undefined) return undefined;
    // `Object.fromEntries` instead of assignment, because a key may be `__proto__`.
    return Object.fromEntries(
      Object.entries(found).map(([name, member]) => {
        const body = this.object(member, `${where}.${name}`) ?? {};
        return [name, each(body, `${where}.${name}`)];
      }),
    );
  }

  // These functions take a place in two parts and join them only for an error, because they run for every property.

  private object(value: Json | undefined, where: string, member = ''): JsonObject | undefined {
    if (!isPresent(value)) return undefined;
    if (!isObject(value)) throw this.broken(`${where}${member}`, 'an object', value);
    return value;
  }

  private objects(value: Json | undefined, where: string, member = ''): readonly JsonObject[] {
    if (!isPresent(value)) return [];
    if (!Array.isArray(value)) throw this.broken(`${where}${member}`, 'a list', value);
    if (value.every(isObject)) return value;
    const at = value.findIndex((element) => !isObject(element));
    throw this.broken(`${where}${member}[${at}]`, 'an object', value[at]);
  }

  private text(value: Json | undefined, where: string, member: string): string | undefined {
    return isPresent(value) ? this.requiredText(value, where, member) : undefined;
  }

  private requiredText(value: Json | undefined, where: string, member: string): string {
    if (typeof value === 'string' && value !== '') return value;
    throw this.broken(`${where}${member}`, 'a string', value);
  }

  private broken(where: string, expected: string, value: Json | undefined): CouldNotJudge {
    const kind =
      value === undefined ? 'missing' : Array.isArray(value) ? 'a list' : value === null ? 'null' : kindOf(value);
    return this.refuse(`${where} is ${kind}; Terraform writes ${expected} there.`, BROKEN);
  }

  private refuse(what: string, why: string): CouldNotJudge {
    const fix = 'Make the file again with `terraform show -json`, and do not edit it.';
    return new CouldNotJudge(what, why, fix, this.name);
  }
}

/** Matches `data.aws_ami.image` at the end of an address, before an optional instance key. */
const RESOURCE = /((?:data\.)?[\w-]+\.[\w-]+)(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?$/;

/** `type.name` of the resource at the end of an address, without module path and instance key. */
function resourceIn(address: string): string | undefined {
  return RESOURCE.exec(address)?.[1];
}

/** Matches `data.aws_ami.image` at the start of a reference. */
const CONTRIBUTED = /^(?:data\.)?[\w-]+\.[\w-]+/;

/** An entry of `relevant_attributes`. */
interface Relevant extends JsonObject {
  readonly resource: string;
  readonly attribute: JsonObject[string];
}

function nameOf({ mode, type, name }: JsonObject): string {
  const own = [type, name].map((part) => (typeof part === 'string' ? part : '')).join('.');
  return mode === 'data' ? `data.${own}` : own;
}

/** Matches a reference to what passes a value on: a local, a variable, the output of a module, an element of `for_each`. */
const PASSED_ON = /^(?:local|var|module|each|count)\./;

/** The attributes whose expressions refer to locals, or to `each`, in a module and all modules below it. */
function attributesOfLocals(root: Json | undefined): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const collect = (module: Json | undefined): void => {
    if (!isObject(module)) return;
    for (const resource of Array.isArray(module['resources']) ? module['resources'] : []) {
      if (!isObject(resource) || !isObject(resource['expressions'])) continue;
      for (const [attribute, expression] of Object.entries(resource['expressions'])) {
        if (!referencesIn(expression ?? null).some((reference) => /^(?:local|each)\./.test(reference))) continue;
        const name = nameOf(resource);
        found.set(name, (found.get(name) ?? new Set()).add(attribute));
      }
    }
    const calls = module['module_calls'];
    for (const call of isObject(calls) ? Object.values(calls) : []) if (isObject(call)) collect(call['module']);
  };
  collect(root);
  return found;
}

/**
 * The expressions that may give a resource of any type its security groups, at any depth, with the path of each:
 * `vpc_config.0.security_group_ids`. `policies/lib/plan/group_uses.rego` reads them.
 */
function groupExpressions(expressions: Json, path = ''): (readonly [path: string, expression: Json])[] {
  if (typeof expressions !== 'object' || expressions === null) return [];
  return Object.entries(expressions).flatMap(([name, inner]) => {
    const place = path === '' ? name : `${path}.${name}`;
    if (name.includes('security_group') && isObject(inner ?? null)) return [[place, inner ?? null] as const];
    return name === 'references' ? [] : groupExpressions(inner ?? null, place);
  });
}

function withGroups(
  expressions: JsonObject | undefined,
  groups: readonly (readonly [path: string, expression: Json])[],
): JsonObject | undefined {
  return groups.length === 0 ? expressions : { ...expressions, ...Object.fromEntries(groups) };
}

/** An expression in one piece. A block of several expressions stays a list, since a block is judged unlike an attribute. */
function reduced(expression: Json | undefined, reduce: (expression: Json) => JsonObject): Json {
  const whole = reduce(expression ?? null);
  return Array.isArray(expression) ? [whole] : whole;
}

/** All references in an expression or in a block of expressions. */
function referencesIn(expression: Json): string[] {
  if (Array.isArray(expression)) return expression.flatMap(referencesIn);
  if (!isObject(expression)) return [];
  return Object.entries(expression).flatMap(([name, member]) =>
    name === 'references' && Array.isArray(member)
      ? member.filter((reference) => typeof reference === 'string')
      : name === 'constant_value'
        ? []
        : referencesIn(member ?? null),
  );
}

/**
 * Which resources of a module tree to keep. Modules themselves are always kept. `addresses`: data sources, and of other
 * resources no values.
 */
type Keep = 'all' | 'data' | 'addresses' | 'none';

function kindOf(value: boolean | number | string | JsonObject): string {
  if (typeof value === 'string') return value === '' ? 'an empty string' : 'a string';
  return typeof value === 'object' ? 'an object' : `the ${typeof value} ${value}`;
}

/** Attributes that name a resource, of any type: `naming` of policies/lib/scope.rego. */
const NAMING: ReadonlySet<string> = new Set([
  ...['name', 'name_prefix', 'identifier', 'identifier_prefix', 'cluster_id', 'cluster_identifier'],
  ...['replication_group_id', 'function_name', 'alarm_name', 'dashboard_name'],
]);

/** Keeps the type of a value. Of an object, keeps names and Name tags only. */
function namesOf(value: Json | undefined): Json | undefined {
  if (!isObject(value)) return value;
  const names = Object.entries(value).filter(([name, text]) => NAMING.has(name) && typeof text === 'string');
  const tags = ['tags', 'tags_all'].flatMap((member): [string, Json][] => {
    const found = value[member];
    return isObject(found) && typeof found['Name'] === 'string' ? [[member, { Name: found['Name'] }]] : [];
  });
  return Object.fromEntries([...names, ...tags]);
}
