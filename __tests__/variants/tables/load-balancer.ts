import { LbListener } from '@cdktf/provider-aws/lib/lb-listener';
import { Lb } from '@cdktf/provider-aws/lib/lb';
import { Subnet } from '@cdktf/provider-aws/lib/subnet';
import { RouteTableAssociation } from '@cdktf/provider-aws/lib/route-table-association';
import { alb, listener } from '../addresses';
import { override } from '../changes';
import type { ServiceStack } from '../../../stacks/service-stack';
import { web, type Family } from '../variant';

const balancer = (service: ServiceStack) => service.loadBalancer.alb;

/** The load balancer itself. */
export const loadBalancer: Family = {
  name: 'The load balancer',
  variants: [
    {
      name: 'the load balancer is in one zone',
      change: (service) => {
        service.loadBalancer.alb.subnets = service.network.publicSubnetIds.slice(0, 1);
      },
      denied: [['LB-001', alb, 'subnets']],
    },
    {
      name: 'the load balancer is in two subnets of one zone',
      change: (service) => {
        const twin = new Subnet(service, 'twin', {
          vpcId: service.network.vpcId,
          availabilityZone: 'us-east-1a',
          cidrBlock: '10.20.5.0/24',
        });
        service.loadBalancer.alb.subnets = [...service.network.publicSubnetIds.slice(0, 1), twin.id];
      },
      denied: [['LB-001', alb, 'subnets']],
    },
    {
      name: 'the load balancer keeps invalid headers',
      change: override(balancer, { drop_invalid_header_fields: false }),
      denied: [['LB-002', alb, 'drop_invalid_header_fields']],
    },
    {
      name: 'the load balancer keeps invalid headers, because AWS does unless told otherwise',
      change: override(balancer, { drop_invalid_header_fields: null }),
      denied: [['LB-002', alb, 'drop_invalid_header_fields']],
    },
    {
      name: 'the listener speaks HTTPS on port 80',
      change: override((service) => service.loadBalancer.listener, { protocol: 'HTTPS' }),
      denied: [['LB-004', listener, 'protocol']],
    },
    {
      name: 'a second load balancer has a listener for administrators',
      values: web({ instanceType: 't3.micro' }),
      change: (service) => {
        const second = new Lb(service, 'second', {
          name: 'productos-api-2-alb',
          loadBalancerType: 'application',
          internal: true,
          subnets: [...service.network.privateSubnetIds],
          securityGroups: [service.securityGroups.alb.id],
          dropInvalidHeaderFields: true,
        });
        new LbListener(service, 'administration', {
          loadBalancerArn: second.arn,
          protocol: 'HTTP',
          port: 9443,
          defaultAction: [{ type: 'forward', targetGroupArn: service.loadBalancer.targetGroup.arn }],
        });
      },
      denied: [['LB-004', 'aws_lb_listener.administration', 'port']],
    },
    {
      name: 'the load balancer is in a third zone',
      change: (service) => {
        const third = new Subnet(service, 'third', {
          vpcId: service.network.vpcId,
          availabilityZone: 'us-east-1c',
          cidrBlock: '10.20.5.0/24',
        });
        new RouteTableAssociation(service, 'third-routes', {
          subnetId: third.id,
          routeTableId: '${aws_route_table.network_public.id}',
        });
        service.loadBalancer.alb.subnets = [...service.network.publicSubnetIds, third.id];
      },
    },
  ],
};
