import { AutoscalingGroup } from '@cdktf/provider-aws/lib/autoscaling-group';
import { AutoscalingPolicy } from '@cdktf/provider-aws/lib/autoscaling-policy';
import { DataAwsAmi } from '@cdktf/provider-aws/lib/data-aws-ami';
import { LaunchTemplate } from '@cdktf/provider-aws/lib/launch-template';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { WebSettings } from '../../config/environment';

export interface WebFleetProps {
  /** Prefix of the resource names. */
  readonly name: string;
  /** Name of an image in this account. */
  readonly imageName: string;
  /** Private subnets in two or more zones. */
  readonly subnetIds: readonly string[];
  readonly securityGroupId: string;
  readonly targetGroupArn: string;
  readonly settings: WebSettings;
  /** Tags of the instances and their volumes, which the provider's default tags do not reach. */
  readonly tags: Readonly<Record<string, string>>;
  /** Resources that the instances need to become healthy. */
  readonly startAfter: readonly ITerraformDependable[];
}

/** The exact user data of the guide. */
const userData = ['#!/bin/bash', 'systemctl start fastapi', 'systemctl enable fastapi', ''].join('\n');

/** The launch template and the Auto Scaling group: steps 4 and 5 of the guide. */
export class WebFleet extends Construct {
  readonly image: DataAwsAmi;
  readonly template: LaunchTemplate;
  readonly group: AutoscalingGroup;
  readonly scaling: AutoscalingPolicy;

  constructor(scope: Construct, id: string, props: WebFleetProps) {
    super(scope, id);
    const { settings } = props;
    const tags = { ...props.tags, Name: props.name };

    this.image = new DataAwsAmi(this, 'image', {
      owners: ['self'],
      filter: [{ name: 'name', values: [props.imageName] }],
    });
    this.template = new LaunchTemplate(this, 'template', {
      name: `${props.name}-lt`,
      updateDefaultVersion: true,
      imageId: this.image.id,
      instanceType: settings.instanceType,
      keyName: settings.keyPair,
      userData: Buffer.from(userData).toString('base64'),
      // The group is set on the network interface, because only there the template can refuse a public address
      // regardless of the subnet's default.
      networkInterfaces: [
        {
          deviceIndex: 0,
          associatePublicIpAddress: 'false',
          deleteOnTermination: 'true',
          securityGroups: [props.securityGroupId],
        },
      ],
      metadataOptions: { httpEndpoint: 'enabled', httpTokens: 'required', httpPutResponseHopLimit: 1 },
      blockDeviceMappings: [
        {
          // With another device name, AWS would add a second volume and leave the root volume unchanged.
          deviceName: this.image.rootDeviceName,
          ebs: {
            volumeType: 'gp3',
            volumeSize: settings.rootVolumeGb,
            encrypted: 'true',
            deleteOnTermination: 'true',
          },
        },
      ],
      // Detailed monitoring has a price per instance; the scaling policy works with the five-minute metric.
      monitoring: { enabled: false },
      tagSpecifications: [
        { resourceType: 'volume', tags },
        { resourceType: 'network-interface', tags },
      ],
    });
    this.group = new AutoscalingGroup(this, 'group', {
      name: `${props.name}-asg`,
      minSize: settings.minimum,
      desiredCapacity: settings.desired,
      maxSize: settings.maximum,
      vpcZoneIdentifier: [...props.subnetIds],
      targetGroupArns: [props.targetGroupArn],
      // ELB health checks include the EC2 status checks.
      healthCheckType: 'ELB',
      healthCheckGracePeriod: 300,
      // The first deployment succeeds only when this many instances answer through the load balancer.
      minElbCapacity: settings.minimum,
      waitForCapacityTimeout: '10m',
      // The version number instead of "$Latest": a change of the number starts an instance refresh.
      launchTemplate: { id: this.template.id, version: this.template.getStringAttribute('latest_version') },
      instanceRefresh: { strategy: 'Rolling', preferences: { minHealthyPercentage: 50 } },
      tag: Object.entries(tags).map(([key, value]) => ({ key, value, propagateAtLaunch: true })),
      // The scaling policy changes the desired capacity; a deployment must not reset it.
      lifecycle: { ignoreChanges: ['desired_capacity'] },
      dependsOn: [...props.startAfter],
    });
    this.scaling = new AutoscalingPolicy(this, 'scaling', {
      name: `${props.name}-cpu`,
      autoscalingGroupName: this.group.name,
      policyType: 'TargetTrackingScaling',
      targetTrackingConfiguration: {
        predefinedMetricSpecification: { predefinedMetricType: 'ASGAverageCPUUtilization' },
        targetValue: 70,
      },
    });
  }
}
