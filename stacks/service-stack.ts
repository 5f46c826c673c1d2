import { TerraformOutput } from 'cdktf';
import type { Construct } from 'constructs';
import type { Environment } from '../config/environment';
import { AwsStack } from './aws-stack';
import { Database } from './tiers/database';
import { LoadBalancer } from './tiers/load-balancer';
import { Monitoring } from './tiers/monitoring';
import { Network } from './tiers/network';
import { SecurityGroups } from './tiers/security-groups';
import { WebFleet } from './tiers/web-fleet';

/** Port of the load balancer. */
const httpPort = 80;
/** Port of the API on each instance. */
const apiPort = 8000;
/** Port of PostgreSQL. */
const databasePort = 5432;

/** One environment: Internet → load balancer → target group → Auto Scaling group → database. */
export class ServiceStack extends AwsStack {
  readonly network: Network;
  readonly securityGroups: SecurityGroups;
  readonly loadBalancer: LoadBalancer;
  readonly database: Database;
  readonly webFleet: WebFleet;
  readonly monitoring: Monitoring;

  constructor(scope: Construct, environment: Environment) {
    const { name, region, backend } = environment;
    const tags = { project: 'productos-api', environment: environment.stage, 'managed-by': 'terraform' };
    super(scope, name, { region, backend, tags });

    this.network = new Network(this, 'network', { name, network: environment.network });
    this.securityGroups = new SecurityGroups(this, 'security-groups', {
      name,
      vpcId: this.network.vpcId,
      httpPort,
      apiPort,
      databasePort,
    });
    this.loadBalancer = new LoadBalancer(this, 'load-balancer', {
      name,
      vpcId: this.network.vpcId,
      subnetIds: this.network.publicSubnetIds,
      securityGroupId: this.securityGroups.alb.id,
      httpPort,
      apiPort,
      startAfter: this.network.wayOut,
    });
    this.database = new Database(this, 'database', {
      name,
      subnetIds: this.network.privateSubnetIds,
      securityGroupId: this.securityGroups.rds.id,
      port: databasePort,
      settings: environment.database,
    });
    this.webFleet = new WebFleet(this, 'web-fleet', {
      name,
      imageName: environment.image,
      subnetIds: this.network.privateSubnetIds,
      securityGroupId: this.securityGroups.ec2.id,
      targetGroupArn: this.loadBalancer.targetGroup.arn,
      settings: environment.web,
      tags,
      startAfter: [this.loadBalancer.listener, this.database.instance],
    });
    this.monitoring = new Monitoring(this, 'monitoring', {
      name,
      region,
      loadBalancer: this.loadBalancer.alb.arnSuffix,
      targetGroup: this.loadBalancer.targetGroup.arnSuffix,
      autoScalingGroup: this.webFleet.group.name,
      ...(environment.monitoring.alarmTopicArn !== undefined && {
        alarmTopicArn: environment.monitoring.alarmTopicArn,
      }),
    });
    this.addOutputs(region);
  }

  private addOutputs(region: string): void {
    const cloudWatch = `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}`;
    const outputs = {
      alb_dns_name: { value: this.loadBalancer.alb.dnsName, description: 'Open http://<this>/health' },
      autoscaling_group_name: { value: this.webFleet.group.name, description: 'The Auto Scaling group' },
      target_group_arn: { value: this.loadBalancer.targetGroup.arn, description: 'The target group' },
      database_endpoint: { value: this.database.instance.endpoint, description: 'host:port of PostgreSQL' },
      dashboard_url: {
        value: `${cloudWatch}#dashboards/dashboard/${this.monitoring.dashboard.dashboardName}`,
        description: 'The CloudWatch dashboard',
      },
    };
    for (const [name, output] of Object.entries(outputs)) new TerraformOutput(this, name, output);
  }
}
