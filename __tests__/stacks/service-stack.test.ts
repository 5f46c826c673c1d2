import type { Environment } from '../../config/environment';
import { development } from '../../config/environments/development';
import { production } from '../../config/environments/production';
import { addresses, dataSource, resource, stackOf, synthesize } from './synthesize';

const stacks = synthesize();

function ofTheTargetGroup(metric: string) {
  return {
    namespace: 'AWS/ApplicationELB',
    metric_name: metric,
    dimensions: {
      LoadBalancer: '${aws_lb.load_balancer_alb.arn_suffix}',
      TargetGroup: '${aws_lb_target_group.load_balancer_target_group.arn_suffix}',
    },
  };
}

/** Without traffic there is no data, and missing data must not raise an alarm. */
function everyMinuteFor(minutes: number) {
  return { period: 60, evaluation_periods: minutes, treat_missing_data: 'notBreaching' };
}

// Every value that the two environments share, then those in which they differ.
describe.each([
  { environment: production, zones: ['us-east-1a', 'us-east-1b'] },
  { environment: development, zones: ['us-east-1a', 'us-east-1b'] },
])('the stack $environment.name', ({ environment, zones }) => {
  const name = environment.name;
  const stack = stackOf(stacks, name);
  const subnets = (kind: string) =>
    zones.map((zone) => `\${aws_subnet.network_${kind}_${zone.replaceAll('-', '_')}.id}`);

  test('checks the health of instances at HTTP 8000 /health: 2 healthy, 3 unhealthy, 5 s timeout, every 30 s', () => {
    expect(resource(stack, 'aws_lb_target_group.load_balancer_target_group')).toEqual({
      name: `${name}-tg`,
      target_type: 'instance',
      protocol: 'HTTP',
      port: 8000,
      vpc_id: '${aws_vpc.network_vpc.id}',
      health_check: {
        enabled: true,
        protocol: 'HTTP',
        port: 'traffic-port',
        path: '/health',
        matcher: '200',
        healthy_threshold: 2,
        unhealthy_threshold: 3,
        timeout: 5,
        interval: 30,
      },
    });
  });

  test('faces the Internet with an application load balancer in two zones that drops invalid headers', () => {
    expect(resource(stack, 'aws_lb.load_balancer_alb')).toEqual({
      name: `${name}-alb`,
      load_balancer_type: 'application',
      internal: false,
      ip_address_type: 'ipv4',
      subnets: subnets('public'),
      security_groups: ['${aws_security_group.security_groups_alb.id}'],
      drop_invalid_header_fields: true,
      depends_on: ['aws_route.network_to_internet'],
    });
  });

  test('forwards HTTP 80 to the target group', () => {
    expect(resource(stack, 'aws_lb_listener.load_balancer_http')).toEqual({
      load_balancer_arn: '${aws_lb.load_balancer_alb.arn}',
      protocol: 'HTTP',
      port: 80,
      default_action: [{ type: 'forward', target_group_arn: '${aws_lb_target_group.load_balancer_target_group.arn}' }],
    });
  });

  test('finds the image by name among the own images of the account', () => {
    expect(dataSource(stack, 'aws_ami.web_fleet_image')).toEqual({
      owners: ['self'],
      filter: [{ name: 'name', values: ['productos-api-v1'] }],
    });
  });

  test('starts t3.small instances of that image with the key pair, the EC2 group and no public address', () => {
    expect(resource(stack, 'aws_launch_template.web_fleet_template')).toMatchObject({
      name: `${name}-lt`,
      image_id: '${data.aws_ami.web_fleet_image.id}',
      instance_type: 't3.small',
      key_name: 'productos-api',
      update_default_version: true,
      monitoring: { enabled: false },
      network_interfaces: [
        {
          device_index: 0,
          associate_public_ip_address: 'false',
          delete_on_termination: 'true',
          security_groups: ['${aws_security_group.security_groups_ec2.id}'],
        },
      ],
    });
  });

  test('gives instance metadata to IMDSv2 only, and no further than the instance', () => {
    expect(resource(stack, 'aws_launch_template.web_fleet_template').metadata_options).toEqual({
      http_endpoint: 'enabled',
      http_tokens: 'required',
      http_put_response_hop_limit: 1,
    });
  });

  test('encrypts the root volume, an 8 GB gp3 under the device name of the image', () => {
    expect(resource(stack, 'aws_launch_template.web_fleet_template').block_device_mappings).toEqual([
      {
        device_name: '${data.aws_ami.web_fleet_image.root_device_name}',
        ebs: { volume_type: 'gp3', volume_size: 8, encrypted: 'true', delete_on_termination: 'true' },
      },
    ]);
  });

  test("runs the guide's two systemctl lines at the first start", () => {
    const userData = resource(stack, 'aws_launch_template.web_fleet_template').user_data as string;
    expect(Buffer.from(userData, 'base64').toString()).toBe(
      '#!/bin/bash\nsystemctl start fastapi\nsystemctl enable fastapi\n',
    );
  });

  test('keeps 2 to 10 instances, 2 at first, in the private subnets behind the target group', () => {
    expect(resource(stack, 'aws_autoscaling_group.web_fleet_group')).toMatchObject({
      name: `${name}-asg`,
      min_size: 2,
      desired_capacity: 2,
      max_size: 10,
      vpc_zone_identifier: subnets('private'),
      target_group_arns: ['${aws_lb_target_group.load_balancer_target_group.arn}'],
    });
  });

  test('replaces instances that fail the ELB health check, after a grace of 300 s', () => {
    expect(resource(stack, 'aws_autoscaling_group.web_fleet_group')).toMatchObject({
      health_check_type: 'ELB',
      health_check_grace_period: 300,
    });
  });

  test('refreshes instances with at least 50 % healthy when the template has a new version', () => {
    expect(resource(stack, 'aws_autoscaling_group.web_fleet_group')).toMatchObject({
      launch_template: {
        id: '${aws_launch_template.web_fleet_template.id}',
        version: '${aws_launch_template.web_fleet_template.latest_version}',
      },
      instance_refresh: { strategy: 'Rolling', preferences: { min_healthy_percentage: 50 } },
    });
  });

  test('leaves the desired capacity to the scaling policy after creation', () => {
    expect(resource(stack, 'aws_autoscaling_group.web_fleet_group').lifecycle).toEqual({
      ignore_changes: ['desired_capacity'],
    });
  });

  test('starts instances after the listener and the database, and waits until two are healthy', () => {
    expect(resource(stack, 'aws_autoscaling_group.web_fleet_group')).toMatchObject({
      depends_on: ['aws_lb_listener.load_balancer_http', 'aws_db_instance.database_instance'],
      min_elb_capacity: 2,
      wait_for_capacity_timeout: '10m',
    });
  });

  test('scales to an average CPU of 70 %', () => {
    expect(resource(stack, 'aws_autoscaling_policy.web_fleet_scaling')).toEqual({
      name: `${name}-cpu`,
      autoscaling_group_name: '${aws_autoscaling_group.web_fleet_group.name}',
      policy_type: 'TargetTrackingScaling',
      target_tracking_configuration: {
        predefined_metric_specification: { predefined_metric_type: 'ASGAverageCPUUtilization' },
        target_value: 70,
      },
    });
  });

  test('has three security groups without rules of their own', () => {
    expect(addresses(stack, 'aws_security_group')).toEqual([
      'aws_security_group.security_groups_alb',
      'aws_security_group.security_groups_ec2',
      'aws_security_group.security_groups_rds',
    ]);
    for (const tier of ['alb', 'ec2', 'rds']) {
      expect(resource(stack, `aws_security_group.security_groups_${tier}`)).toEqual({
        name: `${name}-${tier}-sg`,
        description: expect.any(String),
        vpc_id: '${aws_vpc.network_vpc.id}',
        tags: { Name: `${name}-${tier}-sg` },
      });
    }
  });

  test('admits the Internet at port 80, the load balancer at 8000 and the instances at 5432, and nothing else', () => {
    const rules = stack.resource.aws_vpc_security_group_ingress_rule ?? {};
    expect(Object.keys(rules).sort()).toEqual([
      'security_groups_alb_from_internet',
      'security_groups_ec2_from_alb',
      'security_groups_rds_from_ec2',
    ]);
    const rule = (rulename: string) =>
      resource(stack, `aws_vpc_security_group_ingress_rule.security_groups_${rulename}`);
    expect(rule('alb_from_internet')).toEqual({
      security_group_id: '${aws_security_group.security_groups_alb.id}',
      cidr_ipv4: '0.0.0.0/0',
      ip_protocol: 'tcp',
      from_port: 80,
      to_port: 80,
      description: 'HTTP from the Internet',
    });
    expect(rule('ec2_from_alb')).toEqual({
      security_group_id: '${aws_security_group.security_groups_ec2.id}',
      referenced_security_group_id: '${aws_security_group.security_groups_alb.id}',
      ip_protocol: 'tcp',
      from_port: 8000,
      to_port: 8000,
      description: 'Requests and health checks from the load balancer',
    });
    expect(rule('rds_from_ec2')).toEqual({
      security_group_id: '${aws_security_group.security_groups_rds.id}',
      referenced_security_group_id: '${aws_security_group.security_groups_ec2.id}',
      ip_protocol: 'tcp',
      from_port: 5432,
      to_port: 5432,
      description: 'PostgreSQL from the instances',
    });
  });

  test('lets the load balancer reach the instances at 8000 and those the database at 5432, and nothing else', () => {
    const rules = stack.resource.aws_vpc_security_group_egress_rule ?? {};
    expect(Object.keys(rules).sort()).toEqual(['security_groups_alb_to_ec2', 'security_groups_ec2_to_rds']);
    const rule = (rulename: string) =>
      resource(stack, `aws_vpc_security_group_egress_rule.security_groups_${rulename}`);
    expect(rule('alb_to_ec2')).toEqual({
      security_group_id: '${aws_security_group.security_groups_alb.id}',
      referenced_security_group_id: '${aws_security_group.security_groups_ec2.id}',
      ip_protocol: 'tcp',
      from_port: 8000,
      to_port: 8000,
      description: 'Requests and health checks to the instances',
    });
    expect(rule('ec2_to_rds')).toEqual({
      security_group_id: '${aws_security_group.security_groups_ec2.id}',
      referenced_security_group_id: '${aws_security_group.security_groups_rds.id}',
      ip_protocol: 'tcp',
      from_port: 5432,
      to_port: 5432,
      description: 'PostgreSQL to the database',
    });
  });

  test("closes the VPC's default security group", () => {
    expect(resource(stack, 'aws_default_security_group.network_default_security_group')).toEqual({
      vpc_id: '${aws_vpc.network_vpc.id}',
      tags: { Name: `${name}-default-closed` },
    });
  });

  test('keeps an encrypted PostgreSQL private, backed up for 7 days, with the password left to RDS', () => {
    expect(resource(stack, 'aws_db_instance.database_instance')).toMatchObject({
      identifier: `${name}-db`,
      engine: 'postgres',
      engine_version: '17',
      auto_minor_version_upgrade: true,
      port: 5432,
      storage_type: 'gp3',
      allocated_storage: 20,
      storage_encrypted: true,
      publicly_accessible: false,
      backup_retention_period: 7,
      copy_tags_to_snapshot: true,
      db_name: 'productos',
      username: 'productos',
      manage_master_user_password: true,
      iam_database_authentication_enabled: true,
      db_subnet_group_name: '${aws_db_subnet_group.database_subnets.name}',
      vpc_security_group_ids: ['${aws_security_group.security_groups_rds.id}'],
      parameter_group_name: '${aws_db_parameter_group.database_parameters.name}',
    });
    expect(resource(stack, 'aws_db_instance.database_instance')).not.toHaveProperty('password');
    expect(resource(stack, 'aws_db_instance.database_instance')).not.toHaveProperty('max_allocated_storage');
    expect(resource(stack, 'aws_db_subnet_group.database_subnets')).toMatchObject({
      name: `${name}-db`,
      subnet_ids: subnets('private'),
    });
    expect(resource(stack, 'aws_db_parameter_group.database_parameters')).toMatchObject({
      name: `${name}-postgres17`,
      family: 'postgres17',
      parameter: [{ name: 'rds.force_ssl', value: '1' }],
      lifecycle: { create_before_destroy: true },
    });
  });

  test('routes the public subnets to the Internet, has no routes for private subnets, and no NAT gateway', () => {
    const route = 'aws_route.network_to_internet';
    expect(addresses(stack, 'aws_route')).toEqual([route]);
    expect(resource(stack, route)).toEqual({
      route_table_id: '${aws_route_table.network_public.id}',
      destination_cidr_block: '0.0.0.0/0',
      gateway_id: '${aws_internet_gateway.network_internet.id}',
    });
    for (const kind of ['public', 'private']) {
      zones.forEach((zone, index) => {
        const suffix = zone.replaceAll('-', '_');
        expect(resource(stack, `aws_route_table_association.network_${kind}_routes_${suffix}`)).toEqual({
          subnet_id: subnets(kind)[index],
          route_table_id: `\${aws_route_table.network_${kind}.id}`,
        });
        expect(resource(stack, `aws_subnet.network_${kind}_${suffix}`)).toMatchObject({
          vpc_id: '${aws_vpc.network_vpc.id}',
          availability_zone: zone,
          map_public_ip_on_launch: false,
        });
      });
    }
    expect(addresses(stack, 'aws_nat_gateway')).toEqual([]);
    expect(resource(stack, 'aws_vpc.network_vpc')).toMatchObject({
      enable_dns_support: true,
      enable_dns_hostnames: true,
      tags: { Name: `${name}-vpc` },
    });
    expect(resource(stack, 'aws_internet_gateway.network_internet').vpc_id).toBe('${aws_vpc.network_vpc.id}');
    for (const kind of ['public', 'private']) {
      expect(resource(stack, `aws_route_table.network_${kind}`).vpc_id).toBe('${aws_vpc.network_vpc.id}');
    }
  });

  test('graphs target response time, healthy and unhealthy hosts, request count and CPU', () => {
    const dashboard = resource(stack, 'aws_cloudwatch_dashboard.monitoring_dashboard');
    const body = JSON.parse(dashboard.dashboard_body as string) as {
      widgets: {
        type: string;
        x: number;
        y: number;
        width: number;
        height: number;
        properties: { title: string; period: number; view: string; region: string; metrics: unknown[] };
      }[];
    };
    const target = [
      'LoadBalancer',
      '${aws_lb.load_balancer_alb.arn_suffix}',
      'TargetGroup',
      '${aws_lb_target_group.load_balancer_target_group.arn_suffix}',
    ];
    expect(dashboard.dashboard_name).toBe(name);
    expect(body.widgets.map(({ properties: { period, view } }) => ({ period, view }))).toEqual(
      [60, 60, 60, 300].map((period) => ({ period, view: 'timeSeries' })),
    );
    expect(body.widgets.map(({ x, y, width, height }) => [x, y, width, height])).toEqual([
      [0, 0, 12, 6],
      [12, 0, 12, 6],
      [0, 6, 12, 6],
      [12, 6, 12, 6],
    ]);
    expect(
      body.widgets.map(({ type, properties }) => [type, properties.title, properties.region, properties.metrics]),
    ).toEqual([
      [
        'metric',
        'Target response time (s)',
        'us-east-1',
        [
          ['AWS/ApplicationELB', 'TargetResponseTime', ...target, { stat: 'Average' }],
          ['AWS/ApplicationELB', 'TargetResponseTime', ...target, { stat: 'p95' }],
        ],
      ],
      [
        'metric',
        'Healthy and unhealthy hosts',
        'us-east-1',
        [
          ['AWS/ApplicationELB', 'HealthyHostCount', ...target, { stat: 'Minimum' }],
          ['AWS/ApplicationELB', 'UnHealthyHostCount', ...target, { stat: 'Maximum' }],
        ],
      ],
      ['metric', 'Request count', 'us-east-1', [['AWS/ApplicationELB', 'RequestCount', ...target, { stat: 'Sum' }]]],
      [
        'metric',
        'CPU utilization (%)',
        'us-east-1',
        [
          [
            'AWS/EC2',
            'CPUUtilization',
            'AutoScalingGroupName',
            '${aws_autoscaling_group.web_fleet_group.name}',
            { stat: 'Average' },
          ],
        ],
      ],
    ]);
  });

  test.each([
    {
      what: 'an instance that fails its health check for three minutes',
      address: 'unhealthy_hosts',
      alarm: {
        alarm_name: `${name}-unhealthy-hosts`,
        ...ofTheTargetGroup('UnHealthyHostCount'),
        ...everyMinuteFor(3),
        statistic: 'Maximum',
        threshold: 0,
      },
    },
    {
      what: 'response times above a second for five minutes',
      address: 'response_time',
      alarm: {
        alarm_name: `${name}-response-time`,
        ...ofTheTargetGroup('TargetResponseTime'),
        ...everyMinuteFor(5),
        extended_statistic: 'p95',
        threshold: 1,
      },
    },
    {
      what: 'errors of the API',
      address: 'target_5xx',
      alarm: {
        alarm_name: `${name}-target-5xx`,
        ...ofTheTargetGroup('HTTPCode_Target_5XX_Count'),
        ...everyMinuteFor(3),
        statistic: 'Sum',
        threshold: 5,
      },
    },
    {
      what: 'errors of the load balancer',
      address: 'alb_5xx',
      alarm: {
        alarm_name: `${name}-alb-5xx`,
        namespace: 'AWS/ApplicationELB',
        metric_name: 'HTTPCode_ELB_5XX_Count',
        dimensions: { LoadBalancer: '${aws_lb.load_balancer_alb.arn_suffix}' },
        ...everyMinuteFor(3),
        statistic: 'Sum',
        threshold: 5,
      },
    },
    {
      what: 'a CPU above 85 % for fifteen minutes, silence being no good news',
      address: 'cpu',
      alarm: {
        alarm_name: `${name}-cpu`,
        namespace: 'AWS/EC2',
        metric_name: 'CPUUtilization',
        dimensions: { AutoScalingGroupName: '${aws_autoscaling_group.web_fleet_group.name}' },
        period: 300,
        evaluation_periods: 3,
        statistic: 'Average',
        threshold: 85,
        treat_missing_data: 'missing',
      },
    },
  ])('alarms on $what', ({ address, alarm }) => {
    expect(resource(stack, `aws_cloudwatch_metric_alarm.monitoring_${address}`)).toEqual({
      ...alarm,
      comparison_operator: 'GreaterThanThreshold',
      alarm_description: expect.any(String),
    });
  });

  test('outputs the DNS name, the group, the target group, the database endpoint and the dashboard', () => {
    expect(Object.fromEntries(Object.entries(stack.output).map(([key, { value }]) => [key, value]))).toEqual({
      alb_dns_name: '${aws_lb.load_balancer_alb.dns_name}',
      autoscaling_group_name: '${aws_autoscaling_group.web_fleet_group.name}',
      target_group_arn: '${aws_lb_target_group.load_balancer_target_group.arn}',
      database_endpoint: '${aws_db_instance.database_instance.endpoint}',
      dashboard_url:
        'https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1' +
        '#dashboards/dashboard/${aws_cloudwatch_dashboard.monitoring_dashboard.dashboard_name}',
    });
  });

  test('tags the resources of the provider, and the instances that the group launches', () => {
    const tags = { project: 'productos-api', environment: environment.stage, 'managed-by': 'terraform' };
    expect(stack.provider.aws).toEqual([{ region: 'us-east-1', default_tags: [{ tags }] }]);
    expect(resource(stack, 'aws_autoscaling_group.web_fleet_group').tag).toEqual(
      Object.entries({ ...tags, Name: name }).map(([key, value]) => ({ key, value, propagate_at_launch: true })),
    );
    expect(resource(stack, 'aws_launch_template.web_fleet_template').tag_specifications).toEqual([
      { resource_type: 'volume', tags: { ...tags, Name: name } },
      { resource_type: 'network-interface', tags: { ...tags, Name: name } },
    ]);
  });
});

test('production has a db.t3.small with a standby, deletion protection and a final snapshot', () => {
  expect(resource(stackOf(stacks, 'productos-api'), 'aws_db_instance.database_instance')).toMatchObject({
    instance_class: 'db.t3.small',
    multi_az: true,
    deletion_protection: true,
    skip_final_snapshot: false,
    final_snapshot_identifier: 'productos-api-db-final',
  });
});

test('development has a db.t3.micro in one zone that can be thrown away', () => {
  const database = resource(stackOf(stacks, 'productos-api-dev'), 'aws_db_instance.database_instance');
  expect(database).toMatchObject({
    instance_class: 'db.t3.micro',
    multi_az: false,
    deletion_protection: false,
    skip_final_snapshot: true,
  });
  expect(database).not.toHaveProperty('final_snapshot_identifier');
});

test('production and development have addresses of their own', () => {
  const ranges = (name: string) => {
    const stack = stackOf(stacks, name);
    const subnet = (address: string) => resource(stack, `aws_subnet.network_${address}`).cidr_block;
    return [
      resource(stack, 'aws_vpc.network_vpc').cidr_block,
      subnet('public_us_east_1a'),
      subnet('public_us_east_1b'),
      subnet('private_us_east_1a'),
      subnet('private_us_east_1b'),
    ];
  };
  expect(ranges('productos-api')).toEqual([
    '10.20.0.0/16',
    '10.20.0.0/24',
    '10.20.1.0/24',
    '10.20.10.0/24',
    '10.20.11.0/24',
  ]);
  expect(ranges('productos-api-dev')).toEqual([
    '10.30.0.0/16',
    '10.30.0.0/24',
    '10.30.1.0/24',
    '10.30.10.0/24',
    '10.30.11.0/24',
  ]);
});

describe('in three zones', () => {
  const environment: Environment = {
    ...production,
    network: {
      kind: 'own',
      cidr: '10.20.0.0/16',
      zones: ['us-east-1a', 'us-east-1b', 'us-east-1c'].map((zone, index) => ({
        name: zone,
        publicCidr: `10.20.${index}.0/24`,
        privateCidr: `10.20.${index + 10}.0/24`,
      })),
    },
  };
  const stack = stackOf(synthesize({ environments: [environment] }), 'productos-api');
  const three = (kind: string) => ['a', 'b', 'c'].map((zone) => `\${aws_subnet.network_${kind}_us_east_1${zone}.id}`);

  test('the load balancer, the group and the database reach all three', () => {
    expect(resource(stack, 'aws_lb.load_balancer_alb').subnets).toEqual(three('public'));
    expect(resource(stack, 'aws_autoscaling_group.web_fleet_group').vpc_zone_identifier).toEqual(three('private'));
    expect(resource(stack, 'aws_db_subnet_group.database_subnets').subnet_ids).toEqual(three('private'));
  });
});

describe('in an existing VPC', () => {
  const environment: Environment = {
    ...production,
    network: {
      kind: 'existing',
      vpcId: 'vpc-0a1b2c3d4e5f60718',
      zones: [
        {
          name: 'us-east-1a',
          publicSubnetId: 'subnet-0aaaaaaaaaaaaaaaa',
          privateSubnetId: 'subnet-0bbbbbbbbbbbbbbbb',
        },
        {
          name: 'us-east-1b',
          publicSubnetId: 'subnet-0cccccccccccccccc',
          privateSubnetId: 'subnet-0dddddddddddddddd',
        },
      ],
    },
  };
  const stack = stackOf(synthesize({ environments: [environment] }), 'productos-api');

  test('uses the VPC and the subnets by their ids', () => {
    expect(resource(stack, 'aws_lb_target_group.load_balancer_target_group').vpc_id).toBe('vpc-0a1b2c3d4e5f60718');
    expect(resource(stack, 'aws_security_group.security_groups_alb').vpc_id).toBe('vpc-0a1b2c3d4e5f60718');
    expect(resource(stack, 'aws_lb.load_balancer_alb').subnets).toEqual([
      'subnet-0aaaaaaaaaaaaaaaa',
      'subnet-0cccccccccccccccc',
    ]);
    const privateSubnets = ['subnet-0bbbbbbbbbbbbbbbb', 'subnet-0dddddddddddddddd'];
    expect(resource(stack, 'aws_autoscaling_group.web_fleet_group').vpc_zone_identifier).toEqual(privateSubnets);
    expect(resource(stack, 'aws_db_subnet_group.database_subnets').subnet_ids).toEqual(privateSubnets);
  });

  test('creates no part of the network, and does not change its default security group', () => {
    const networkTypes = [
      'aws_vpc',
      'aws_subnet',
      'aws_internet_gateway',
      'aws_route_table',
      'aws_route',
      'aws_default_security_group',
    ];
    expect(networkTypes.filter((type) => type in stack.resource)).toEqual([]);
  });
});

test('sends every alarm to the topic when one is named, and again when it clears', () => {
  const topic = 'arn:aws:sns:us-east-1:123456789012:alarms';
  const environment: Environment = { ...production, monitoring: { alarmTopicArn: topic } };
  const stack = stackOf(synthesize({ environments: [environment] }), 'productos-api');
  for (const alarm of ['unhealthy_hosts', 'response_time', 'target_5xx', 'alb_5xx', 'cpu']) {
    expect(resource(stack, `aws_cloudwatch_metric_alarm.monitoring_${alarm}`)).toMatchObject({
      alarm_actions: [topic],
      ok_actions: [topic],
    });
  }
});

test('the written stack contains the overrides of a change callback', () => {
  const stack = stackOf(
    synthesize({ change: ({ services }) => services[0]?.webFleet.group.addOverride('max_size', 40) }),
    'productos-api',
  );
  expect(resource(stack, 'aws_autoscaling_group.web_fleet_group').max_size).toBe(40);
});
