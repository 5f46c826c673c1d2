import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { Construct } from 'constructs';

export interface SecurityGroupsProps {
  /** Prefix of the resource names. */
  readonly name: string;
  readonly vpcId: string;
  readonly httpPort: number;
  readonly apiPort: number;
  readonly databasePort: number;
}

/**
 * The three security groups and the five rules between them, in one construct because the groups refer to each other in
 * a circle. Each rule is a resource of its own: Terraform then manages no other rule by accident, and removes AWS's
 * default rule that allows all outbound traffic.
 */
export class SecurityGroups extends Construct {
  /** Security group of the load balancer. */
  readonly alb: SecurityGroup;
  /** Security group of the instances. */
  readonly ec2: SecurityGroup;
  /** Security group of the database. */
  readonly rds: SecurityGroup;

  constructor(scope: Construct, id: string, props: SecurityGroupsProps) {
    super(scope, id);
    const { apiPort, databasePort, httpPort } = props;
    const group = (tier: string, description: string) =>
      new SecurityGroup(this, tier, {
        name: `${props.name}-${tier}-sg`,
        description,
        vpcId: props.vpcId,
        tags: { Name: `${props.name}-${tier}-sg` },
      });
    this.alb = group('alb', 'Load balancer: HTTP from the Internet, the API port to the instances');
    this.ec2 = group('ec2', 'Instances: the API port from the load balancer, PostgreSQL to the database');
    this.rds = group('rds', 'Database: PostgreSQL from the instances');

    new VpcSecurityGroupIngressRule(this, 'alb-from-internet', {
      ...tcp(httpPort),
      securityGroupId: this.alb.id,
      cidrIpv4: '0.0.0.0/0',
      description: 'HTTP from the Internet',
    });
    new VpcSecurityGroupEgressRule(this, 'alb-to-ec2', {
      ...tcp(apiPort),
      securityGroupId: this.alb.id,
      referencedSecurityGroupId: this.ec2.id,
      description: 'Requests and health checks to the instances',
    });
    new VpcSecurityGroupIngressRule(this, 'ec2-from-alb', {
      ...tcp(apiPort),
      securityGroupId: this.ec2.id,
      referencedSecurityGroupId: this.alb.id,
      description: 'Requests and health checks from the load balancer',
    });
    new VpcSecurityGroupEgressRule(this, 'ec2-to-rds', {
      ...tcp(databasePort),
      securityGroupId: this.ec2.id,
      referencedSecurityGroupId: this.rds.id,
      description: 'PostgreSQL to the database',
    });
    new VpcSecurityGroupIngressRule(this, 'rds-from-ec2', {
      ...tcp(databasePort),
      securityGroupId: this.rds.id,
      referencedSecurityGroupId: this.ec2.id,
      description: 'PostgreSQL from the instances',
    });
  }
}

function tcp(port: number): { ipProtocol: string; fromPort: number; toPort: number } {
  return { ipProtocol: 'tcp', fromPort: port, toPort: port };
}
