/** A plan of any size for settings that name tiers: services, scaling groups and instances behind one load balancer. */
import type { Json, JsonObject } from '../../tollgate/model';

type Links = Readonly<Record<string, string | readonly string[]>>;

/** Settings beside the flows of productos-api. */
export const OWN = {
  tiers: {
    alb: { types: 'aws_lb' },
    app: [{ behind: 'alb' }, { types: ['aws_instance', 'aws_autoscaling_group'], name: 'app-*' }],
    db: [{ types: 'aws_elasticache_cluster', tag: { role: 'd*' } }, { groups: 'aws_security_group.db*' }],
  },
  peers: { office: ['203.0.113.0/24', 'sg-0aaa'] },
};

/** @param size number of services, and of scaling groups, instances and caches */
export function ownTiersPlan(size: number): JsonObject {
  const resources: { head: JsonObject; after: JsonObject; links: Links }[] = [];
  const add = (type: string, name: string, after: JsonObject, links: Links = {}): void => {
    resources.push({ head: { address: `${type}.${name}`, mode: 'managed', type, name }, after, links });
  };
  add(
    'aws_lb',
    'alb',
    { name: 'productos-api', load_balancer_type: 'application' },
    { security_groups: 'aws_security_group.alb' },
  );
  add('aws_security_group', 'alb', { name: 'alb' });
  add(
    'aws_lb_listener',
    'http',
    { port: 80, default_action: [{ type: 'forward' }] },
    { load_balancer_arn: 'aws_lb.alb', 'default_action/target_group_arn': 'aws_lb_target_group.s0' },
  );
  for (let i = 0; i < size; i++) {
    add('aws_security_group', `s${i}`, { name: `s${i}` });
    add('aws_security_group', `db${i}`, { name: `db${i}` });
    add('aws_lb_target_group', `s${i}`, { port: 8000 });
    add(
      'aws_lb_listener_rule',
      `s${i}`,
      { action: [{ type: 'forward' }] },
      { listener_arn: 'aws_lb_listener.http', 'action/target_group_arn': `aws_lb_target_group.s${i}` },
    );
    add(
      'aws_ecs_service',
      `s${i}`,
      { name: `s${i}`, load_balancer: [{ container_port: 8000 }], network_configuration: [{}] },
      {
        'load_balancer/target_group_arn': `aws_lb_target_group.s${i}`,
        'network_configuration/security_groups': `aws_security_group.s${i}`,
      },
    );
    add('aws_launch_template', `t${i}`, {}, { vpc_security_group_ids: `aws_security_group.s${i}` });
    add(
      'aws_autoscaling_group',
      `t${i}`,
      { name: `app-${i}`, launch_template: [{}] },
      { 'launch_template/id': `aws_launch_template.t${i}` },
    );
    add(
      'aws_instance',
      `i${i}`,
      { tags: { Name: `app-${i}` } },
      { vpc_security_group_ids: `aws_security_group.s${i}` },
    );
    add(
      'aws_network_interface',
      `i${i}`,
      { attachment: [{}] },
      { security_groups: `aws_security_group.s${i}`, 'attachment/instance': `aws_instance.i${i}` },
    );
    add(
      'aws_elasticache_cluster',
      `c${i}`,
      { port: 5432, tags: { role: 'data' } },
      { security_group_ids: `aws_security_group.db${i}` },
    );
    for (const key of ['a', 'b'])
      add(
        'aws_vpc_security_group_ingress_rule',
        `r${i}["${key}"]`,
        { ip_protocol: 'tcp', from_port: 5432, to_port: 5432 },
        {
          security_group_id: `aws_security_group.db${i}`,
          referenced_security_group_id: [`aws_security_group.s${i}`, 'aws_security_group.s0'],
        },
      );
  }
  const expressions = ({ after, links }: (typeof resources)[number]): JsonObject => ({
    ...Object.fromEntries(Object.entries(after).map(([name, value]) => [name, { constant_value: value }])),
    ...nested(links, (to) => ({ references: [to].flat().flatMap((name) => [`${name}.id`, name]) })),
  });
  const local = (head: JsonObject): JsonObject => {
    const address = textOf(head['address']).replace(/\[.*/, '');
    return { ...head, address, name: textOf(head['name']).replace(/\[.*/, '') };
  };
  return {
    format_version: '1.2',
    resource_changes: resources.map(({ head, after, links }) => ({
      ...{ ...head, name: textOf(head['name']).replace(/\[.*/, '') },
      change: { actions: ['create'], before: null, after, after_unknown: nested(links, () => true) },
    })),
    configuration: {
      root_module: {
        resources: resources
          .filter(({ head }) => !textOf(head['address']).endsWith('["b"]'))
          .map((each) => ({ ...local(each.head), expressions: expressions(each) })),
      },
    },
  };
}

/** `{'block/member': to}` becomes `{block: [{member: …}]}`. */
function nested(links: Links, value: (to: string | readonly string[]) => Json): JsonObject {
  return Object.fromEntries(
    Object.entries(links).map(([path, to]) => {
      const [name = '', member] = path.split('/');
      return [name, member === undefined ? value(to) : [{ [member]: value(to) }]];
    }),
  );
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
