import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import {
  VpcSecurityGroupIngressRule,
  type VpcSecurityGroupIngressRuleConfig,
} from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import type { TerraformElement } from 'cdktf';
import type { Construct } from 'constructs';
import { AwsStack } from '../../stacks/aws-stack';
import type { ProjectApp } from '../../stacks/app';
import type { ServiceStack } from '../../stacks/service-stack';
import type { Change } from './variant';

/** A tier, as a name for its security group. */
export type Tier = 'alb' | 'ec2' | 'rds';

/** A rule without its group. Ingress and egress rules have the same attributes. */
export type Rule = Omit<VpcSecurityGroupIngressRuleConfig, 'securityGroupId'>;

/** TCP on one port, or from one to another. */
export function tcp(from: number, to: number = from): Pick<Rule, 'ipProtocol' | 'fromPort' | 'toPort'> {
  return { ipProtocol: 'tcp', fromPort: from, toPort: to };
}

/** One more ingress rule on a tier's group: `aws_vpc_security_group_ingress_rule.<id>`. */
export function ingress(tier: Tier, rule: Rule | ((service: ServiceStack) => Rule), id = 'added'): Change {
  return (service) => {
    new VpcSecurityGroupIngressRule(service, id, {
      securityGroupId: service.securityGroups[tier].id,
      ...(typeof rule === 'function' ? rule(service) : rule),
    });
  };
}

/** One more egress rule on a tier's group: `aws_vpc_security_group_egress_rule.<id>`. */
export function egress(tier: Tier, rule: Rule | ((service: ServiceStack) => Rule), id = 'added'): Change {
  return (service) => {
    new VpcSecurityGroupEgressRule(service, id, {
      securityGroupId: service.securityGroups[tier].id,
      ...(typeof rule === 'function' ? rule(service) : rule),
    });
  };
}

/**
 * Changes the synthesized JSON by path, for changes that no construct property offers. CDKTF merges: a list is appended to
 * the existing list, and `name.0` changes its first entry.
 */
export function override(
  element: (service: ServiceStack) => Construct,
  values: Readonly<Record<string, unknown>>,
): Change {
  return (service) => {
    const target = element(service) as TerraformElement;
    for (const [path, value] of Object.entries(values)) target.addOverride(path, value);
  };
}

/**
 * Gives the resource a `count`. References then lead to its first instance, because Terraform demands an index.
 *
 * @param address its Terraform address
 */
export function counted(element: (service: ServiceStack) => Construct, address: string, count: number): Change {
  return (service) => {
    (element(service) as TerraformElement).addOverride('count', count);
    const visit = (value: unknown, path: readonly string[]): void => {
      if (typeof value === 'string') {
        if (value.includes(`${address}.`)) {
          service.addOverride(path.join('.'), value.replaceAll(`${address}.`, `${address}[0].`));
        }
      } else if (typeof value === 'object' && value !== null) {
        for (const [name, member] of Object.entries(value)) visit(member, [...path, name]);
      }
    };
    visit(service.toTerraform(), []);
  };
}

/** The construct of a rule of `stacks/tiers/security-groups.ts`, which the stack keeps to itself. */
export function ownRule(id: string): (service: ServiceStack) => Construct {
  return (service) => service.securityGroups.node.findChild(id);
}

/** Takes a construct out of the stack again. */
export function remove(scope: (service: ServiceStack) => Construct, id: string): Change {
  return (service) => {
    if (!scope(service).node.tryRemoveChild(id)) throw new Error(`no construct ${id}`);
  };
}

/** Several changes, in order. */
export function all(...changes: readonly Change[]): Change {
  return (service, project) => {
    for (const change of changes) change(service, project);
  };
}

/** One more stack in the same app. */
export function otherStack(project: ProjectApp, name: string): AwsStack {
  return new AwsStack(project.app, name, {
    region: 'us-east-1',
    backend: { kind: 'local', path: `../../../terraform.${name}.tfstate` },
    tags: {},
  });
}
