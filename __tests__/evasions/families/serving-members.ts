import type { EvasionFamily } from '../case';
import {
  alb,
  anyone,
  anyoneOld,
  classic,
  db,
  evasionClassic,
  evasionIngress,
  group,
  id,
  ingress,
  instance,
  listener,
  oldTcp,
  openGroup,
  resource,
  served,
  targetGroup,
  tcp,
  template,
} from '../hcl';

const open = 'aws_security_group.open.id';
const quietGroup = group('open') + classic(open, `${oldTcp(9000)}  cidr_blocks = ["10.0.0.0/8"]\n`);

const launchTemplateOfTheGroup = `  launch_template {
    id      = ${template}.id
    version = ${template}.latest_version
  }
`;

const launchConfiguration = (groups: string): string =>
  resource(
    'aws_launch_configuration',
    'old',
    `  name = "productos-api-lc"
  image_id = data.aws_ami.web_fleet_image.id
  instance_type = "t3.small"
  associate_public_ip_address = false
  security_groups = [${groups}]
  metadata_options {
    http_tokens = "required"
  }
  root_block_device {
    encrypted = true
  }
`,
  );

const secondTemplate = (groups: string): string =>
  resource(
    'aws_launch_template',
    'second',
    `  name = "productos-api-second"
  image_id = data.aws_ami.web_fleet_image.id
  instance_type = "t3.small"
  vpc_security_group_ids = [${groups}]
  metadata_options {
    http_tokens = "required"
  }
  block_device_mappings {
    device_name = "/dev/xvda"
    ebs {
      encrypted = true
    }
  }
`,
  );

const mixedPolicy = `  mixed_instances_policy {
    launch_template {
      launch_template_specification {
        launch_template_id = ${template}.id
        version            = ${template}.latest_version
      }
      override {
        instance_type = "t3.medium"
        launch_template_specification {
          launch_template_id = aws_launch_template.second.id
          version            = aws_launch_template.second.latest_version
        }
      }
    }
  }
`;

/** A second Auto Scaling group; `body` sets its launch template and its attachments. */
const secondGroup = (body: string): string =>
  resource(
    'aws_autoscaling_group',
    'second',
    `  name = "productos-api-second"
  min_size = 2
  max_size = 4
  desired_capacity = 2
  health_check_type = "ELB"
  health_check_grace_period = 300
  vpc_zone_identifier = [aws_subnet.network_private_us_east_1a.id, aws_subnet.network_private_us_east_1b.id]
  launch_template {
    id = aws_launch_template.second.id
    version = aws_launch_template.second.latest_version
  }
  instance_refresh {
    strategy = "Rolling"
    preferences {
      min_healthy_percentage = 50
    }
  }
${body}`,
  ) +
  resource(
    'aws_autoscaling_policy',
    'second',
    `  name = "productos-api-second"
  autoscaling_group_name = aws_autoscaling_group.second.name
  policy_type = "TargetTrackingScaling"
  target_tracking_configuration {
    target_value = 60
    predefined_metric_specification {
      predefined_metric_type = "ASGAverageCPUUtilization"
    }
  }
`,
  );

const attachment = resource(
  'aws_autoscaling_attachment',
  'evasion',
  `  autoscaling_group_name = aws_autoscaling_group.second.name\n  lb_target_group_arn = ${targetGroup}.arn\n`,
);

const secondTargetGroup = (port: number, more = ''): string =>
  resource(
    'aws_lb_target_group',
    'second',
    `  name = "productos-api-second"
  port = ${port}
  protocol = "HTTP"
  vpc_id = aws_vpc.network_vpc.id
  health_check {
    path = "/health"
    healthy_threshold = 2
    unhealthy_threshold = 3
${more}  }
`,
  );

const eni = (groups: string): string =>
  resource(
    'aws_network_interface',
    'evasion',
    `  subnet_id = aws_subnet.network_private_us_east_1a.id\n  security_groups = [${groups}]\n`,
  );

const networkLoadBalancer = (groups: string): string =>
  resource(
    'aws_lb',
    'network',
    `  name = "productos-api-network"
  load_balancer_type = "network"
  subnets = [aws_subnet.network_public_us_east_1a.id, aws_subnet.network_public_us_east_1b.id]
  ${groups}
`,
  );

/** An instance that serves as declared. */
const runningInstance = {
  add: instance('beside', `  vpc_security_group_ids = [${id('ec2')}]\n`) + served('aws_instance.beside.id'),
};

/** Targets of the target group, listeners, and paths that bypass the load balancer. */
export const servingMembers: EvasionFamily = {
  name: 'Targets and listeners',
  cases: [
    {
      id: 'member/launch-configuration',
      sentence: 'the group launches from a launch configuration with an open group',
      verdict: 'violating',
      without: [template],
      replace: [[launchTemplateOfTheGroup, '  launch_configuration = aws_launch_configuration.old.name\n']],
      add: quietGroup + launchConfiguration(`${id('ec2')}, ${open}`),
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'member/launch-configuration-declared',
      sentence: 'the group launches from a launch configuration with the declared group',
      verdict: 'harmless',
      without: [template],
      replace: [[launchTemplateOfTheGroup, '  launch_configuration = aws_launch_configuration.old.name\n']],
      add: launchConfiguration(id('ec2')),
    },
    {
      id: 'member/launch-configuration-public',
      sentence: 'the group launches from a launch configuration that gives public addresses',
      verdict: 'violating',
      without: [template],
      replace: [[launchTemplateOfTheGroup, '  launch_configuration = aws_launch_configuration.old.name\n']],
      add: launchConfiguration(id('ec2')).replace('public_ip_address = false', 'public_ip_address = true'),
      denied: [['EC2-003', 'aws_launch_configuration.old']],
    },
    {
      id: 'member/override-of-a-mixed-policy',
      sentence: 'an override of a mixed instances policy launches from a template with an open group',
      verdict: 'violating',
      replace: [[launchTemplateOfTheGroup, mixedPolicy]],
      add: quietGroup + secondTemplate(open),
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'member/override-of-a-mixed-policy-declared',
      sentence: 'an override of a mixed instances policy launches from a template with the declared group',
      verdict: 'harmless',
      replace: [[launchTemplateOfTheGroup, mixedPolicy]],
      add: secondTemplate(id('ec2')),
    },
    {
      id: 'member/autoscaling-attachment',
      sentence:
        'a second group is attached to the target group by a resource of its own; its template has an open group',
      verdict: 'violating',
      add: quietGroup + secondTemplate(open) + secondGroup('') + attachment,
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'member/autoscaling-attachment-declared',
      sentence: 'a second group is attached to the target group by a resource of its own, with the declared group',
      verdict: 'harmless',
      add: secondTemplate(id('ec2')) + secondGroup('') + attachment,
    },
    {
      id: 'member/traffic-source',
      sentence: 'a second group names the target group as its traffic source; its template has an open group',
      verdict: 'violating',
      add:
        quietGroup +
        secondTemplate(open) +
        secondGroup(`  traffic_source {\n    identifier = ${targetGroup}.arn\n    type = "elbv2"\n  }\n`),
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'member/instance-beside-the-group',
      sentence: 'an instance beside the group serves with an open group',
      verdict: 'violating',
      add: quietGroup + instance('beside', `  vpc_security_group_ids = [${open}]\n`) + served('aws_instance.beside.id'),
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'member/instance-beside-the-group-declared',
      sentence: 'an instance beside the group serves with the declared group',
      verdict: 'harmless',
      add: instance('beside', `  vpc_security_group_ids = [${id('ec2')}]\n`) + served('aws_instance.beside.id'),
    },
    {
      id: 'member/instance-without-groups',
      sentence: 'an instance beside the group names no group: it gets the default one of the VPC',
      verdict: 'violating',
      add: instance('beside', '') + served('aws_instance.beside.id'),
      denied: [['NET-004', 'aws_instance.beside']],
    },
    {
      id: 'member/instance-by-group-name',
      sentence: 'an instance beside the group names an open group by its name',
      verdict: 'violating',
      add:
        quietGroup +
        instance('beside', '  security_groups = [aws_security_group.open.name]\n') +
        served('aws_instance.beside.id'),
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'member/instances-by-count',
      sentence: 'one of two instances by count serves, with an open group',
      verdict: 'violating',
      add:
        quietGroup +
        instance('beside', `  count = 2\n  vpc_security_group_ids = [${open}]\n`) +
        served('aws_instance.beside[1].id'),
      denied: [
        ['NET-001', evasionClassic],
        ['NET-010', 'aws_instance.beside[0]'],
      ],
    },
    {
      id: 'member/instance-by-address',
      sentence: 'an instance serves by its address, with an open group',
      verdict: 'violating',
      add:
        quietGroup +
        instance('beside', `  vpc_security_group_ids = [${open}]\n`) +
        served('aws_instance.beside.private_ip'),
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'member/instance-with-an-interface',
      sentence: 'an instance serves through a network interface with an open group',
      verdict: 'violating',
      add:
        quietGroup +
        eni(`${id('ec2')}, ${open}`) +
        instance(
          'beside',
          '  network_interface {\n    device_index = 0\n    network_interface_id = aws_network_interface.evasion.id\n  }\n',
        )
          .replace('  subnet_id = aws_subnet.network_private_us_east_1a.id\n', '')
          .replace('  associate_public_ip_address = false\n', '') +
        served('aws_instance.beside.id'),
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'member/interface-with-the-declared-group',
      sentence: 'an instance serves through a network interface with the declared group',
      verdict: 'harmless',
      add:
        eni(id('ec2')) +
        instance(
          'beside',
          '  network_interface {\n    device_index = 0\n    network_interface_id = aws_network_interface.evasion.id\n  }\n',
        )
          .replace('  subnet_id = aws_subnet.network_private_us_east_1a.id\n', '')
          .replace('  associate_public_ip_address = false\n', '') +
        served('aws_instance.beside.id'),
    },
    {
      id: 'member/interface-of-somebody-else',
      sentence: 'an instance serves through a network interface by its id, whose groups are not in the plan',
      verdict: 'undecided',
      add:
        instance(
          'beside',
          '  network_interface {\n    device_index = 0\n    network_interface_id = "eni-0aaaaaaaaaaaaaaaa"\n  }\n',
        )
          .replace('  subnet_id = aws_subnet.network_private_us_east_1a.id\n', '')
          .replace('  associate_public_ip_address = false\n', '') + served('aws_instance.beside.id'),
      undecided: [
        ['EC2-004', 'aws_instance.beside'],
        ['NET-003', 'aws_instance.beside'],
        ['NET-004', 'aws_instance.beside'],
      ],
    },
    {
      id: 'member/instance-of-a-template',
      sentence: 'an instance beside the group starts from a launch template with an open group',
      verdict: 'violating',
      add:
        quietGroup +
        secondTemplate(open) +
        instance('beside', '  launch_template {\n    id = aws_launch_template.second.id\n  }\n') +
        served('aws_instance.beside.id'),
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'member/instance-of-a-template-declared',
      sentence: 'an instance beside the group starts from a launch template with the declared group',
      verdict: 'harmless',
      add:
        secondTemplate(id('ec2')) +
        instance('beside', '  launch_template {\n    id = aws_launch_template.second.id\n  }\n') +
        served('aws_instance.beside.id'),
    },
    {
      id: 'member/interface-attached-afterwards',
      sentence: 'a second interface with an open group is attached to an instance that serves',
      verdict: 'violating',
      add:
        quietGroup +
        eni(open) +
        instance('beside', `  vpc_security_group_ids = [${id('ec2')}]\n`) +
        served('aws_instance.beside.id') +
        resource(
          'aws_network_interface_attachment',
          'evasion',
          '  instance_id = aws_instance.beside.id\n  network_interface_id = aws_network_interface.evasion.id\n  device_index = 1\n',
        ),
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'member/interface-names-its-instance',
      sentence: 'a second interface with an open group names the instance that it is attached to',
      verdict: 'violating',
      add:
        quietGroup +
        eni(open).replace(
          /\n\}\n$/,
          '\n  attachment {\n    instance = aws_instance.beside.id\n    device_index = 1\n  }\n}\n',
        ) +
        instance('beside', `  vpc_security_group_ids = [${id('ec2')}]\n`) +
        served('aws_instance.beside.id'),
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'member/group-put-on-a-running-interface',
      sentence: 'an open group is attached to the interface of an instance that serves',
      verdict: 'violating',
      add:
        quietGroup +
        instance('beside', `  vpc_security_group_ids = [${id('ec2')}]\n`) +
        served('aws_instance.beside.id') +
        resource(
          'aws_network_interface_sg_attachment',
          'evasion',
          `  security_group_id = ${open}\n  network_interface_id = aws_instance.beside.primary_network_interface_id\n`,
        ),
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'member/declared-group-put-on-a-running-interface',
      sentence: 'the declared group is attached to the interface of an instance that serves',
      verdict: 'harmless',
      add:
        instance('beside', `  vpc_security_group_ids = [${id('ec2')}]\n`) +
        served('aws_instance.beside.id') +
        resource(
          'aws_network_interface_sg_attachment',
          'evasion',
          `  security_group_id = ${id('ec2')}\n  network_interface_id = aws_instance.beside.primary_network_interface_id\n`,
        ),
    },
    {
      id: 'member/group-on-a-running-interface-after-an-apply',
      sentence: 'an open group is attached to the interface of an instance that serves, when all ids are known',
      verdict: 'violating',
      applied: [runningInstance],
      add:
        runningInstance.add +
        quietGroup +
        resource(
          'aws_network_interface_sg_attachment',
          'evasion',
          `  security_group_id = ${open}\n  network_interface_id = aws_instance.beside.primary_network_interface_id\n`,
        ),
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'member/instance-by-address-after-an-apply',
      sentence: 'an existing instance serves by its known address, with an open group',
      verdict: 'violating',
      applied: [{ add: quietGroup + instance('beside', `  vpc_security_group_ids = [${open}]\n`) }],
      add:
        quietGroup +
        instance('beside', `  vpc_security_group_ids = [${open}]\n`) +
        served('aws_instance.beside.private_ip'),
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'member/fargate-service',
      sentence: 'a Fargate service behind the load balancer has a group that admits a network',
      verdict: 'violating',
      add:
        quietGroup +
        resource(
          'aws_ecs_service',
          'evasion',
          `  name = "productos-api"
  cluster = "productos-api"
  task_definition = "productos-api:1"
  network_configuration {
    subnets = [aws_subnet.network_private_us_east_1a.id]
    security_groups = [${open}]
  }
  load_balancer {
    target_group_arn = ${targetGroup}.arn
    container_name = "api"
    container_port = 8000
  }
`,
        ),
      denied: [['NET-001', evasionClassic]],
    },
    {
      id: 'member/second-listener',
      sentence: 'a second listener of the load balancer is on 8080',
      verdict: 'violating',
      add: resource(
        'aws_lb_listener',
        'evasion',
        `  load_balancer_arn = ${alb}.arn\n  port = 8080\n  default_action {\n    type = "forward"\n    target_group_arn = ${targetGroup}.arn\n  }\n`,
      ),
      denied: [['LB-004', 'aws_lb_listener.evasion']],
    },
    {
      id: 'member/listener-that-answers-itself',
      sentence: 'the listener redirects instead of forwarding',
      verdict: 'violating',
      replace: [
        [
          `    type             = "forward"\n    target_group_arn = ${targetGroup}.arn\n`,
          '    type = "redirect"\n    redirect {\n      status_code = "HTTP_301"\n      host = "elsewhere.example"\n    }\n',
        ],
      ],
      denied: [
        ['LB-004', listener],
        ['NET-002', alb],
      ],
    },
    {
      id: 'member/listener-rule-to-another-port',
      sentence: 'a rule of the listener forwards to a second target group on another port',
      verdict: 'violating',
      add:
        secondTargetGroup(9000) +
        resource(
          'aws_lb_listener_rule',
          'evasion',
          `  listener_arn = ${listener}.arn
  action {
    type = "forward"
    target_group_arn = aws_lb_target_group.second.arn
  }
  condition {
    path_pattern {
      values = ["/admin/*"]
    }
  }
`,
        ),
      denied: [['NET-002', 'aws_lb_target_group.second']],
    },
    {
      id: 'member/listener-rule-weighted-to-another-port',
      sentence: 'a rule of the listener shares its requests with a target group on another port',
      verdict: 'violating',
      add:
        secondTargetGroup(9000) +
        resource(
          'aws_lb_listener_rule',
          'evasion',
          `  listener_arn = ${listener}.arn
  action {
    type = "forward"
    forward {
      target_group {
        arn = ${targetGroup}.arn
      }
      target_group {
        arn = aws_lb_target_group.second.arn
      }
    }
  }
  condition {
    path_pattern {
      values = ["/admin/*"]
    }
  }
`,
        ),
      denied: [['NET-002', 'aws_lb_target_group.second']],
    },
    {
      id: 'member/listener-rule-declared',
      sentence: 'a rule of the listener forwards to a second target group on the declared port',
      verdict: 'harmless',
      add:
        secondTargetGroup(8000) +
        resource(
          'aws_lb_listener_rule',
          'evasion',
          `  listener_arn = ${listener}.arn
  action {
    type = "forward"
    target_group_arn = aws_lb_target_group.second.arn
  }
  condition {
    path_pattern {
      values = ["/v2/*"]
    }
  }
`,
        ),
    },
    {
      id: 'member/weighted-to-another-port',
      sentence: 'the listener shares its requests with a second target group on another port',
      verdict: 'violating',
      replace: [
        [
          `    type             = "forward"\n    target_group_arn = ${targetGroup}.arn\n`,
          `    type = "forward"
    forward {
      target_group {
        arn = ${targetGroup}.arn
      }
      target_group {
        arn = aws_lb_target_group.second.arn
      }
    }
`,
        ],
      ],
      add: secondTargetGroup(9000),
      denied: [['NET-002', 'aws_lb_target_group.second']],
    },
    {
      id: 'member/network-load-balancer',
      sentence: 'the instances admit a network load balancer with a group of its own',
      verdict: 'violating',
      add:
        group('open') +
        classic(open, `${oldTcp(80)}${anyoneOld}`) +
        networkLoadBalancer(`security_groups = [${open}]`) +
        ingress(id('ec2'), `${tcp(8000)}  referenced_security_group_id = ${open}\n`),
      denied: [
        ['NET-001', evasionIngress],
        ['NET-009', db],
      ],
    },
    {
      id: 'member/network-load-balancer-without-groups',
      sentence: 'the instances admit the Internet, so that a network load balancer without groups reaches them',
      verdict: 'violating',
      add: networkLoadBalancer('') + ingress(id('ec2'), `${tcp(8000)}${anyone}`),
      denied: [['NET-001', evasionIngress]],
    },
    {
      id: 'member/network-load-balancer-open',
      sentence: 'the group of a network load balancer admits the Internet on the port of the database',
      verdict: 'violating',
      add:
        group('open') +
        classic(open, `${oldTcp(5432)}${anyoneOld}`) +
        networkLoadBalancer(`security_groups = [${open}]`),
      denied: [['NET-006', evasionClassic]],
    },
    {
      id: 'member/network-load-balancer-of-nothing',
      sentence: 'a network load balancer without groups, which no group admits',
      verdict: 'harmless',
      add: networkLoadBalancer(''),
    },
    {
      id: 'member/classic-load-balancer',
      sentence: 'the instances admit a classic load balancer with a group of its own',
      verdict: 'violating',
      add:
        group('open') +
        classic(open, `${oldTcp(80)}${anyoneOld}`) +
        resource(
          'aws_elb',
          'evasion',
          `  name = "productos-api-classic"
  subnets = [aws_subnet.network_public_us_east_1a.id]
  security_groups = [${open}]
  listener {
    instance_port = 8000
    instance_protocol = "http"
    lb_port = 80
    lb_protocol = "http"
  }
`,
        ) +
        ingress(id('ec2'), `${tcp(8000)}  referenced_security_group_id = ${open}\n`),
      denied: [
        ['NET-001', evasionIngress],
        ['NET-009', db],
      ],
    },
    {
      id: 'member/instance-that-serves-nothing',
      sentence: 'an instance that serves nothing has a group that admits SSH from the Internet',
      verdict: 'violating',
      add: openGroup() + instance('beside', `  vpc_security_group_ids = [${open}]\n`),
      denied: [['NET-006', evasionClassic]],
    },
  ],
};
