import { DefaultSecurityGroup } from '@cdktf/provider-aws/lib/default-security-group';
import { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { Route } from '@cdktf/provider-aws/lib/route';
import { RouteTable } from '@cdktf/provider-aws/lib/route-table';
import { RouteTableAssociation } from '@cdktf/provider-aws/lib/route-table-association';
import { Subnet } from '@cdktf/provider-aws/lib/subnet';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { ExistingNetwork, OwnNetwork } from '../../config/environment';

export interface NetworkProps {
  /** Prefix of the resource names. */
  readonly name: string;
  readonly network: OwnNetwork | ExistingNetwork;
}

/**
 * The VPC with public and private subnets, either new or existing. No NAT gateway: the instances may connect to the
 * database only, so the private subnets need no route to the Internet.
 */
export class Network extends Construct {
  readonly vpcId: string;
  /** Subnets of the load balancer, one per zone. */
  readonly publicSubnetIds: readonly string[];
  /** Subnets of the instances and the database, one per zone. */
  readonly privateSubnetIds: readonly string[];
  /**
   * The resources that give the public subnets access to the Internet. Empty for an existing network, which has access.
   */
  readonly wayOut: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { name, network }: NetworkProps) {
    super(scope, id);
    if (network.kind === 'existing') {
      this.vpcId = network.vpcId;
      this.publicSubnetIds = network.zones.map((zone) => zone.publicSubnetId);
      this.privateSubnetIds = network.zones.map((zone) => zone.privateSubnetId);
      this.wayOut = [];
      return;
    }

    const vpc = new Vpc(this, 'vpc', {
      cidrBlock: network.cidr,
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: { Name: `${name}-vpc` },
    });
    this.vpcId = vpc.id;
    // Without rules in this resource, Terraform removes the rules that AWS puts into the default group.
    new DefaultSecurityGroup(this, 'default-security-group', {
      vpcId: vpc.id,
      tags: { Name: `${name}-default-closed` },
    });

    const internet = new InternetGateway(this, 'internet', { vpcId: vpc.id, tags: { Name: `${name}-internet` } });
    const publicRoutes = new RouteTable(this, 'public', { vpcId: vpc.id, tags: { Name: `${name}-public` } });
    const privateRoutes = new RouteTable(this, 'private', { vpcId: vpc.id, tags: { Name: `${name}-private` } });
    const toInternet = new Route(this, 'to-internet', {
      routeTableId: publicRoutes.id,
      destinationCidrBlock: '0.0.0.0/0',
      gatewayId: internet.id,
    });
    this.wayOut = [toInternet];

    const subnets = (kind: 'public' | 'private', routes: RouteTable) =>
      network.zones.map((zone) => {
        const subnet = new Subnet(this, `${kind}-${zone.name}`, {
          vpcId: vpc.id,
          availabilityZone: zone.name,
          cidrBlock: kind === 'public' ? zone.publicCidr : zone.privateCidr,
          mapPublicIpOnLaunch: false,
          tags: { Name: `${name}-${kind}-${zone.name}` },
        });
        new RouteTableAssociation(this, `${kind}-routes-${zone.name}`, {
          subnetId: subnet.id,
          routeTableId: routes.id,
        });
        return subnet.id;
      });
    this.publicSubnetIds = subnets('public', publicRoutes);
    this.privateSubnetIds = subnets('private', privateRoutes);
  }
}
