/**
 * Architectures as short descriptions: groups, their rules, and who holds the groups, spread over modules. {@link build} writes
 * the Terraform for one, with the variables and outputs that carry references from module to module.
 */
import type { Json } from '../../tollgate/model';
import {
  list,
  literal,
  reference,
  type Body,
  type Expression,
  type Key,
  type Module,
  type ModuleCall,
  type Repetition,
  type Resource,
} from './configuration';

/** The module of a resource: '' is the root module, 'outer/inner' a module in a module. */
export type Home = string;

/** How a resource is repeated. */
export type Instances = 'one' | 'count' | 'for_each';

/** A security group. */
export interface Group {
  readonly name: string;
  readonly home: Home;
  readonly kind: 'managed' | 'data' | 'default';
  readonly instances: Instances;
  /** Made by an earlier apply (a data source: read while planning). */
  readonly exists: boolean;
}

/** How a group is named where it is used. */
export interface Use {
  /** The name of the group; a name that no group has is a literal id. */
  readonly group: string;
  /**
   * `reference`: through outputs and variables where modules lie between. In addition, `local`: through a local value;
   * `each`: through for_each; `carrier` and `attribute`: through another resource that was given it; `module` and `object`:
   * through a module that holds nothing else, alone or as the attribute of an object; `member`: picked out of an object of several groups;
   * `key`: the instance of a group or module with `for_each` whose key is the key of the user.
   */
  readonly via: 'reference' | 'local' | 'each' | 'carrier' | 'attribute' | 'module' | 'object' | 'member' | 'key';
}

/** Where traffic comes from or goes to. */
export type Peer =
  | { readonly kind: 'cidr'; readonly cidr: string; readonly how: 'literal' | 'computed' | 'unknown' }
  | { readonly kind: 'group'; readonly use: Use }
  | { readonly kind: 'prefix_list'; readonly id: string }
  | { readonly kind: 'self' };

/** A rule of a group. */
export interface Rule {
  readonly name: string;
  readonly home: Home;
  readonly form: 'modern' | 'classic' | 'inline';
  readonly direction: 'ingress' | 'egress';
  readonly group: Use;
  readonly protocol: Json;
  readonly from: Json;
  readonly to: Json;
  /** A port that is known after apply only. */
  readonly unknownPort?: boolean;
  readonly instances: Instances;
  /** The modern form takes one, the classic form one group. */
  readonly peers: readonly Peer[];
}

/** Something that holds groups. */
export interface Holder {
  readonly name: string;
  readonly home: Home;
  readonly kind:
    | 'application load balancer'
    | 'network load balancer'
    | 'fleet'
    | 'fleet by interfaces'
    | 'fleet by launch configuration'
    | 'fleet that serves nothing'
    | 'target instance'
    | 'unknown target'
    | 'instance'
    | 'database'
    | 'cluster'
    | 'endpoint';
  /** Undefined: the attribute is not set at all. */
  readonly groups: readonly Use[] | undefined;
}

/** All of it. */
export interface Architecture {
  /** Modules that are called with `count` or `for_each`. */
  readonly repeated: Readonly<Record<Home, Instances>>;
  readonly groups: readonly Group[];
  readonly rules: readonly Rule[];
  readonly holders: readonly Holder[];
}

const KEYS = ['x', 'y.z'];

/** The configuration of an architecture. */
export function build(architecture: Architecture): Module {
  return new Builder(architecture).root();
}

interface Draft {
  resources: Resource[];
  variables: Record<string, { default?: Json }>;
  locals: Record<string, Expression>;
  outputs: Record<string, Expression>;
  arguments: Record<string, Expression>;
}

class Builder {
  private readonly drafts = new Map<Home, Draft>();
  private names = 0;

  constructor(private readonly architecture: Architecture) {}

  root(): Module {
    const { groups, rules, holders } = this.architecture;
    this.draft('');
    for (const group of groups) this.group(group);
    for (const rule of rules) if (rule.form !== 'inline') this.rule(rule);
    for (const holder of holders) this.holder(holder);
    return this.module('');
  }

  private module(home: Home): Module {
    const { resources, variables, locals, outputs } = this.draft(home);
    const calls: Record<string, ModuleCall> = {};
    for (const below of [...this.drafts.keys()].filter((it) => it !== '' && parent(it) === home).sort()) {
      const repeated = repetition(this.architecture.repeated[below] ?? 'one');
      calls[leaf(below)] = { arguments: this.draft(below).arguments, module: this.module(below), repeated };
    }
    return { resources, variables, locals, outputs, calls };
  }

  private draft(home: Home): Draft {
    const known = this.drafts.get(home);
    if (known !== undefined) return known;
    if (home !== '') this.draft(parent(home));
    const made = { resources: [], variables: {}, locals: {}, outputs: {}, arguments: {} };
    this.drafts.set(home, made);
    return made;
  }

  private add(home: Home, type: string, name: string, body: Body, more: Partial<Resource> = {}): void {
    this.draft(home).resources.push({ mode: 'managed', type, name, body, ...more });
  }

  // ------------------------------------------------------------------------------------------------ groups

  private group(group: Group): void {
    const { name, home, kind, instances, exists } = group;
    const more = { exists, repeated: repetition(instances) };
    if (kind === 'data') {
      const body = exists ? { id: literal(literalId(name)) } : { name: this.unknown(home) };
      this.add(home, 'aws_security_group', name, body, { ...more, mode: 'data' });
      return;
    }
    const inline = this.architecture.rules.filter((rule) => rule.form === 'inline' && rule.group.group === name);
    const blocks = Object.fromEntries(
      (['ingress', 'egress'] as const)
        .map((direction) => [
          direction,
          inline.filter((rule) => rule.direction === direction).map((rule) => this.inline(rule, home)),
        ])
        .filter(([, entries]) => entries !== undefined && entries.length > 0),
    ) as Body;
    this.add(home, typeOf(group), name, blocks, more);
  }

  private inline(rule: Rule, home: Home): Body {
    const of = (kind: Peer['kind']): readonly Peer[] => rule.peers.filter((peer) => peer.kind === kind);
    const v4 = of('cidr').filter((peer) => peer.kind === 'cidr' && !peer.cidr.includes(':'));
    const v6 = of('cidr').filter((peer) => peer.kind === 'cidr' && peer.cidr.includes(':'));
    const lists: [string, readonly Peer[]][] = [
      ['cidr_blocks', v4],
      ['ipv6_cidr_blocks', v6],
      ['prefix_list_ids', of('prefix_list')],
      ['security_groups', of('group')],
    ];
    return {
      protocol: literal(rule.protocol),
      ...this.ports(rule, home, 0),
      ...Object.fromEntries(
        lists
          .filter(([, peers]) => peers.length > 0)
          .map(([attribute, peers]) => [attribute, list(...peers.map((peer) => this.peer(peer, home)))]),
      ),
      ...(of('self').length > 0 ? { self: literal(true) } : {}),
    };
  }

  private ports(rule: Rule, home: Home, widest: Json): Body {
    const port = (value: Json): Expression => literal(value ?? widest);
    return { from_port: rule.unknownPort === true ? this.unknown(home) : port(rule.from), to_port: port(rule.to) };
  }

  // ------------------------------------------------------------------------------------------------ rules

  private rule(rule: Rule): void {
    const { home, name, form, direction, peers } = rule;
    const values: Record<string, Expression> = {};
    const group = this.used(rule.group, home, values);
    const [peer] = peers;
    const asked = peers.map((each): [Peer, Expression] => [each, this.peer(each, home, values)]);
    const several = Object.keys(values).length > 0;
    const repeated: Repetition | undefined = several ? { forEach: values } : repetition(rule.instances);
    if (form === 'modern') {
      if (peer === undefined) return;
      const of = asked[0]?.[1] ?? literal(null);
      const attribute = {
        cidr: peer.kind === 'cidr' && peer.cidr.includes(':') ? 'cidr_ipv6' : 'cidr_ipv4',
        group: 'referenced_security_group_id',
        prefix_list: 'prefix_list_id',
        self: 'referenced_security_group_id',
      }[peer.kind];
      const body: Body = {
        security_group_id: group,
        ip_protocol: literal(rule.protocol),
        ...(rule.from === null && rule.unknownPort !== true ? {} : this.ports(rule, home, null)),
        [attribute]: peer.kind === 'self' ? group : of,
      };
      this.add(home, `aws_vpc_security_group_${direction}_rule`, name, body, { repeated });
      return;
    }
    const of = (kind: Peer['kind'], wanted: (peer: Peer) => boolean = () => true): Expression[] =>
      asked.filter(([each]) => each.kind === kind && wanted(each)).map(([, value]) => value);
    const v6 = (each: Peer): boolean => each.kind === 'cidr' && each.cidr.includes(':');
    const lists: [string, Expression[]][] = [
      ['cidr_blocks', of('cidr', (each) => !v6(each))],
      ['ipv6_cidr_blocks', of('cidr', v6)],
      ['prefix_list_ids', of('prefix_list')],
    ];
    const [source] = of('group');
    const body: Body = {
      security_group_id: group,
      type: literal(direction),
      protocol: literal(rule.protocol),
      ...this.ports(rule, home, 0),
      ...Object.fromEntries(
        lists.filter(([, items]) => items.length > 0).map(([name, items]) => [name, list(...items)]),
      ),
      ...(source === undefined ? {} : { source_security_group_id: source }),
      ...(of('self').length > 0 ? { self: literal(true) } : {}),
    };
    this.add(home, 'aws_security_group_rule', name, body, { repeated });
  }

  private peer(peer: Peer, home: Home, values: Record<string, Expression> = {}): Expression {
    switch (peer.kind) {
      case 'cidr':
        if (peer.how === 'unknown') return this.unknown(home);
        return peer.how === 'computed' ? { kind: 'computed', value: peer.cidr } : literal(peer.cidr);
      case 'group':
        return this.used(peer.use, home, values);
      case 'prefix_list':
        return literal(peer.id);
      case 'self':
        return literal(null);
    }
  }

  // ------------------------------------------------------------------------------------------------ references

  /** A value that is unknown before apply. */
  private unknown(home: Home): Expression {
    const { resources } = this.draft(home);
    if (!resources.some(({ name }) => name === 'late')) this.add(home, 'aws_eip', 'late', {});
    return reference('aws_eip.late', 'public_ip');
  }

  /** Names a group; what goes through `for_each` is added to `values`. */
  private used({ group: name, via }: Use, home: Home, values: Record<string, Expression> = {}): Expression {
    const group = this.architecture.groups.find((it) => it.name === name);
    if (group === undefined) return literal(name);
    const direct = this.direct(group, via === 'carrier');
    const found = this.carried(direct, group.home, home);
    if (via === 'local') return this.throughLocal(found, home);
    if (via === 'attribute') return this.throughAttribute(found, home, group.exists);
    if (via === 'member') return this.throughMember(found, group, home);
    if (via === 'module' || via === 'object') return this.throughModule(found, home, via === 'object');
    if (via === 'each' && Object.keys(values).length === 0) {
      values['each'] = found;
      return reference('each.value');
    }
    if (via === 'key' && Object.keys(values).length === 0 && found.kind === 'reference' && found.index === KEYS[1]) {
      for (const key of KEYS) values[key] = literal(key);
      return { ...found, index: { each: 'key' } };
    }
    return found;
  }

  private throughLocal(value: Expression, home: Home): Expression {
    const name = `local_${(this.names += 1)}`;
    this.draft(home).locals[name] = value;
    return reference(`local.${name}`);
  }

  private throughAttribute(value: Expression, home: Home, exists: boolean): Expression {
    const name = `late_${(this.names += 1)}`;
    const body = { network_interface_id: literal('eni-1'), security_group_id: value };
    this.add(home, 'aws_network_interface_sg_attachment', name, body, { exists });
    return reference(`aws_network_interface_sg_attachment.${name}`, 'security_group_id');
  }

  private throughModule(value: Expression, home: Home, asMember: boolean): Expression {
    const name = `pass_${(this.names += 1)}`;
    const inside = this.draft(home === '' ? name : `${home}/${name}`);
    inside.variables['given'] = {};
    inside.arguments['given'] = asMember
      ? { kind: 'object', members: { other: literal('sg-0other'), web: value } }
      : value;
    inside.outputs['given'] = asMember ? reference('var.given', 'web') : reference('var.given');
    return reference(`module.${name}`, 'given');
  }

  private throughMember(value: Expression, group: Group, home: Home): Expression {
    const name = `pick_${(this.names += 1)}`;
    const inside = this.draft(home === '' ? name : `${home}/${name}`);
    const other = this.architecture.groups.find((it) => it !== group);
    const rest = other === undefined ? literal('sg-0other') : this.carried(this.direct(other, false), other.home, home);
    inside.variables['given'] = {};
    inside.arguments['given'] = { kind: 'object', members: { other: rest, web: value } };
    inside.outputs['given'] = reference('var.given');
    return reference(`module.${name}`, 'given.web');
  }

  private direct(group: Group, carrier: boolean): Expression {
    const head = `${group.kind === 'data' ? 'data.' : ''}${typeOf(group)}.${group.name}`;
    const own = reference(head, 'id', keyOf(group.instances));
    if (!carrier) return own;
    const name = `carrier_${(this.names += 1)}`;
    this.add(group.home, 'terraform_data', name, { input: own }, { exists: group.exists });
    return reference(`terraform_data.${name}`, 'output');
  }

  /** Up through outputs as far as needed, down through variables. */
  private carried(value: Expression, from: Home, to: Home): Expression {
    let at = from;
    let expression = value;
    while (!holds(at, to)) {
      const name = `output_${(this.names += 1)}`;
      this.draft(at).outputs[name] = expression;
      expression = reference(`module.${leaf(at)}`, name, keyOf(this.architecture.repeated[at] ?? 'one'));
      at = parent(at);
    }
    while (at !== to) {
      const rest = at === '' ? to : to.slice(at.length + 1);
      const next = at === '' ? (rest.split('/')[0] ?? '') : `${at}/${rest.split('/')[0] ?? ''}`;
      const name = `variable_${(this.names += 1)}`;
      this.draft(next).arguments[name] = expression;
      this.draft(next).variables[name] = {};
      expression = reference(`var.${name}`);
      at = next;
    }
    return expression;
  }

  // ------------------------------------------------------------------------------------------------ holders

  private holder({ name, home, kind, groups }: Holder): void {
    const keys: Record<string, Expression> = {};
    // Nothing refers to these, so that they may be there for each of several names.
    const alone = ['application load balancer', 'network load balancer', 'database', 'cluster', 'instance'];
    const asked = groups?.map((use) =>
      alone.includes(kind) || use.via !== 'key'
        ? this.used(use, home, keys)
        : this.used({ ...use, via: 'reference' }, home),
    );
    const set = (attribute: string): Body => (asked === undefined ? {} : { [attribute]: list(...asked) });
    const repeated: Repetition | undefined = Object.keys(keys).length > 0 ? { forEach: keys } : undefined;
    const add = (type: string, own: string, body: Body): void => this.add(home, type, own, body, { repeated });
    const target = (): Expression => {
      add('aws_lb_target_group', name, { port: literal(8000), protocol: literal('HTTP') });
      return reference(`aws_lb_target_group.${name}`, 'arn');
    };
    switch (kind) {
      case 'application load balancer':
        return add('aws_lb', name, set('security_groups'));
      case 'network load balancer':
        return add('aws_lb', name, { load_balancer_type: literal('network'), ...set('security_groups') });
      case 'fleet':
      case 'fleet by interfaces':
      case 'fleet that serves nothing': {
        const inside = kind === 'fleet by interfaces';
        add(
          'aws_launch_template',
          name,
          inside ? { network_interfaces: [set('security_groups')] } : set('vpc_security_group_ids'),
        );
        return add('aws_autoscaling_group', name, {
          ...{ min_size: literal(2), max_size: literal(4) },
          launch_template: [{ id: reference(`aws_launch_template.${name}`, 'id') }],
          ...(kind === 'fleet that serves nothing' ? {} : { target_group_arns: list(target()) }),
        });
      }
      case 'fleet by launch configuration':
        add('aws_launch_configuration', name, {
          ...{ image_id: literal('ami-1'), instance_type: literal('t3.small') },
          ...set('security_groups'),
        });
        return add('aws_autoscaling_group', name, {
          ...{ min_size: literal(2), max_size: literal(4) },
          launch_configuration: reference(`aws_launch_configuration.${name}`, 'id'),
          target_group_arns: list(target()),
        });
      case 'unknown target':
        add('aws_lb_target_group_attachment', name, {
          target_group_arn: target(),
          target_id: this.throughLocal(this.unknown(home), home),
        });
        return;
      case 'target instance':
      case 'instance':
        add('aws_instance', name, {
          ...{ ami: literal('ami-1'), instance_type: literal('t3.small') },
          ...set('vpc_security_group_ids'),
        });
        if (kind === 'instance') return;
        return add('aws_lb_target_group_attachment', name, {
          target_group_arn: target(),
          target_id: reference(`aws_instance.${name}`, 'id'),
        });
      case 'database':
        return add('aws_db_instance', name, {
          instance_class: literal('db.t3.micro'),
          ...set('vpc_security_group_ids'),
        });
      case 'cluster':
        return add('aws_rds_cluster', name, { engine: literal('aurora-postgresql'), ...set('vpc_security_group_ids') });
      case 'endpoint':
        return add('aws_vpc_endpoint', name, {
          ...{ service_name: literal('com.amazonaws.eu-central-1.logs'), vpc_id: literal('vpc-1') },
          ...{ vpc_endpoint_type: literal('Interface') },
          ...set('security_group_ids'),
        });
    }
  }
}

function typeOf({ kind }: Group): string {
  return kind === 'default' ? 'aws_default_security_group' : 'aws_security_group';
}

/** The id of a group that a data source reads. */
export function literalId(name: string): string {
  return `sg-0${Buffer.from(name).toString('hex').padEnd(16, '0').slice(0, 16)}`;
}

function repetition(instances: Instances): Repetition | undefined {
  if (instances === 'one') return undefined;
  if (instances === 'count') return { count: 2 };
  return { forEach: Object.fromEntries(KEYS.map((key) => [key, literal(key)])) };
}

/** The instance that a reference names. */
function keyOf(instances: Instances): Key | undefined {
  return { one: undefined, count: 1, for_each: KEYS[1] }[instances];
}

function parent(home: Home): Home {
  return home.split('/').slice(0, -1).join('/');
}

function leaf(home: Home): string {
  return home.split('/').at(-1) ?? '';
}

function holds(outer: Home, inner: Home): boolean {
  return outer === '' || inner === outer || inner.startsWith(`${outer}/`);
}
