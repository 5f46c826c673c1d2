import { LbListener } from '@cdktf/provider-aws/lib/lb-listener';
import { LbTargetGroup } from '@cdktf/provider-aws/lib/lb-target-group';
import { LbListenerRule } from '@cdktf/provider-aws/lib/lb-listener-rule';
import { alb, albGroup, db, ec2Group, listener, rdsGroup, targetGroup } from '../addresses';
import { override, remove } from '../changes';
import type { ServiceStack } from '../../../stacks/service-stack';
import type { Family } from '../variant';

const groups = (service: ServiceStack) => service.securityGroups;
const http = (service: ServiceStack) => service.loadBalancer.listener;
const targets = (service: ServiceStack) => service.loadBalancer.targetGroup;

/** Declared flows that a rule is missing for, and listeners that are not declared. */
export const flows: Family = {
  name: 'Flows from end to end',
  variants: [
    {
      name: 'the load balancer admits no source',
      change: remove(groups, 'alb-from-internet'),
      denied: [['NET-002', albGroup, 'ingress']],
    },
    {
      name: 'the load balancer may not send to the instances',
      change: remove(groups, 'alb-to-ec2'),
      denied: [['NET-002', albGroup, 'egress']],
    },
    {
      name: 'the instances do not admit the load balancer',
      change: remove(groups, 'ec2-from-alb'),
      denied: [['NET-002', ec2Group, 'ingress']],
    },
    {
      name: 'the instances may not reach the database',
      change: remove(groups, 'ec2-to-rds'),
      denied: [['NET-002', ec2Group, 'egress']],
    },
    {
      name: 'the database does not admit the instances',
      change: remove(groups, 'rds-from-ec2'),
      denied: [['NET-002', rdsGroup, 'ingress']],
    },
    {
      name: 'a declared rule has a count of 0',
      change: override((service) => service.securityGroups.node.findChild('rds-from-ec2'), { count: 0 }),
      denied: [['NET-002', rdsGroup, 'ingress']],
    },
    {
      name: 'a second listener is on 8080',
      change: (service) => {
        new LbListener(service, 'second', {
          loadBalancerArn: service.loadBalancer.alb.arn,
          protocol: 'HTTP',
          port: 8080,
          defaultAction: [{ type: 'forward', targetGroupArn: service.loadBalancer.targetGroup.arn }],
        });
      },
      denied: [['LB-004', 'aws_lb_listener.second', 'port']],
    },
    {
      name: 'the listener is on 8080 instead of 80',
      change: override(http, { port: 8080 }),
      denied: [
        ['LB-004', listener, 'port'],
        ['NET-002', alb, 'port'],
      ],
    },
    {
      name: 'the listener redirects instead of forwarding',
      change: override(http, {
        'default_action.0': {
          type: 'redirect',
          target_group_arn: null,
          redirect: { port: '443', protocol: 'HTTPS', status_code: 'HTTP_301' },
        },
      }),
      denied: [
        ['LB-004', listener, 'default_action.0.type'],
        ['NET-002', alb, 'port'],
      ],
    },
    {
      name: 'the listener returns a fixed response',
      change: override(http, {
        'default_action.0': {
          type: 'fixed-response',
          target_group_arn: null,
          fixed_response: { content_type: 'text/plain', status_code: '200' },
        },
      }),
      denied: [
        ['LB-004', listener, 'default_action.0.type'],
        ['NET-002', alb, 'port'],
      ],
    },
    {
      name: 'the listener has no target group',
      change: (service) => {
        service.loadBalancer.listener.putDefaultAction([]);
      },
      denied: [
        ['LB-004', listener, 'default_action'],
        ['NET-002', alb, 'port'],
      ],
    },
    {
      name: 'the target group sends to 8001',
      change: override(targets, { port: 8001 }),
      denied: [['NET-002', targetGroup, 'port']],
    },
    {
      name: 'the health check uses port 9000, which no rule allows',
      change: override(targets, { 'health_check.port': '9000' }),
      denied: [['NET-002', targetGroup, 'health_check.0.port']],
    },
    {
      name: 'the health check requests another path',
      change: override(targets, { 'health_check.path': '/' }),
      denied: [['LB-003', targetGroup, 'health_check.0.path']],
    },
    {
      name: 'the health check accepts every status below 500',
      change: override(targets, { 'health_check.matcher': '200-499' }),
      denied: [['LB-003', targetGroup, 'health_check.0.matcher']],
    },
    {
      name: 'the health check is switched off',
      change: override(targets, { 'health_check.enabled': false }),
      denied: [['LB-003', targetGroup, 'health_check.0.enabled']],
    },
    {
      name: 'the target group declares no health check and gets the default of AWS',
      change: override(targets, { health_check: null }),
      denied: [
        ['LB-003', targetGroup, 'health_check.0.healthy_threshold'],
        ['LB-003', targetGroup, 'health_check.0.unhealthy_threshold'],
        ['LB-003', targetGroup, 'health_check.0.path'],
      ],
    },
    {
      name: 'a listener rule sends some paths to a target group on 9000',
      change: (service) => {
        const admin = new LbTargetGroup(service, 'admin', {
          name: 'productos-api-admin-tg',
          targetType: 'instance',
          protocol: 'HTTP',
          port: 9000,
          vpcId: service.network.vpcId,
          healthCheck: {
            path: '/health',
            matcher: '200',
            healthyThreshold: 2,
            unhealthyThreshold: 3,
            timeout: 5,
            interval: 30,
          },
        });
        new LbListenerRule(service, 'to-admin', {
          listenerArn: service.loadBalancer.listener.arn,
          priority: 10,
          action: [{ type: 'forward', targetGroupArn: admin.arn }],
          condition: [{ pathPattern: { values: ['/admin/*'] } }],
        });
      },
      denied: [['NET-002', 'aws_lb_target_group.admin', 'port']],
    },
    {
      name: 'the database listens on 5433',
      change: override((service) => service.database.instance, { port: 5433 }),
      denied: [['NET-002', db, 'port']],
    },
    {
      name: 'the health check names the port of the traffic by its number',
      change: override(targets, { 'health_check.port': '8000' }),
    },
    {
      name: 'the listener forwards in the long form',
      change: override(http, {
        'default_action.0': {
          target_group_arn: null,
          forward: { target_group: [{ arn: '${aws_lb_target_group.load_balancer_target_group.arn}', weight: 1 }] },
        },
      }),
    },
  ],
};
