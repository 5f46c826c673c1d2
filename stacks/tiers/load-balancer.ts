import { Lb } from '@cdktf/provider-aws/lib/lb';
import { LbListener } from '@cdktf/provider-aws/lib/lb-listener';
import { LbTargetGroup } from '@cdktf/provider-aws/lib/lb-target-group';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';

export interface LoadBalancerProps {
  /** Prefix of the resource names. */
  readonly name: string;
  readonly vpcId: string;
  /** Public subnets in two or more zones. */
  readonly subnetIds: readonly string[];
  readonly securityGroupId: string;
  readonly httpPort: number;
  readonly apiPort: number;
  /** AWS refuses an internet-facing load balancer in a VPC without an internet gateway. */
  readonly startAfter: readonly ITerraformDependable[];
}

/** The Application Load Balancer with listener and target group: steps 2 and 3 of the guide. */
export class LoadBalancer extends Construct {
  readonly alb: Lb;
  readonly targetGroup: LbTargetGroup;
  readonly listener: LbListener;

  constructor(scope: Construct, id: string, props: LoadBalancerProps) {
    super(scope, id);
    this.targetGroup = new LbTargetGroup(this, 'target-group', {
      name: `${props.name}-tg`,
      targetType: 'instance',
      protocol: 'HTTP',
      port: props.apiPort,
      vpcId: props.vpcId,
      healthCheck: {
        enabled: true,
        protocol: 'HTTP',
        port: 'traffic-port',
        path: '/health',
        matcher: '200',
        healthyThreshold: 2,
        unhealthyThreshold: 3,
        timeout: 5,
        interval: 30,
      },
    });
    this.alb = new Lb(this, 'alb', {
      name: `${props.name}-alb`,
      loadBalancerType: 'application',
      internal: false,
      ipAddressType: 'ipv4',
      subnets: [...props.subnetIds],
      securityGroups: [props.securityGroupId],
      dropInvalidHeaderFields: true,
      dependsOn: [...props.startAfter],
    });
    this.listener = new LbListener(this, 'http', {
      loadBalancerArn: this.alb.arn,
      protocol: 'HTTP',
      port: props.httpPort,
      defaultAction: [{ type: 'forward', targetGroupArn: this.targetGroup.arn }],
    });
  }
}
