import { DbSnapshot } from '@cdktf/provider-aws/lib/db-snapshot';
import { RdsCluster } from '@cdktf/provider-aws/lib/rds-cluster';
import { TerraformVariable } from 'cdktf';
import { db, dbSubnets } from '../addresses';
import { override } from '../changes';
import type { ServiceStack } from '../../../stacks/service-stack';
import { database, type Family } from '../variant';

const instance = (service: ServiceStack) => service.database.instance;

/** The database and its data. */
export const databases: Family = {
  name: 'The database',
  variants: [
    {
      name: 'the database has a public address',
      change: override(instance, { publicly_accessible: true }),
      denied: [['DB-001', db, 'publicly_accessible']],
    },
    {
      name: 'the database is in the public subnets',
      change: override((service) => service.database.node.findChild('subnets'), {
        'subnet_ids.0': '${aws_subnet.network_public_us_east_1a.id}',
        'subnet_ids.1': '${aws_subnet.network_public_us_east_1b.id}',
      }),
      denied: [['DB-002', dbSubnets, 'subnet_ids']],
    },
    {
      name: 'one of the subnets of the database is public',
      change: override((service) => service.database.node.findChild('subnets'), {
        'subnet_ids.1': '${aws_subnet.network_public_us_east_1b.id}',
      }),
      denied: [['DB-002', dbSubnets, 'subnet_ids']],
    },
    {
      name: 'the database has no subnet group',
      change: override(instance, { db_subnet_group_name: null }),
      denied: [['DB-002', db, 'db_subnet_group_name']],
    },
    {
      name: 'the storage is not encrypted',
      change: override(instance, { storage_encrypted: false }),
      denied: [['DB-003', db, 'storage_encrypted']],
    },
    {
      name: 'nothing is said about the encryption of the storage',
      change: override(instance, { storage_encrypted: null }),
      denied: [['DB-003', db, 'storage_encrypted']],
    },
    {
      name: 'there are no backups',
      change: override(instance, { backup_retention_period: 0 }),
      denied: [['DB-004', db, 'backup_retention_period']],
    },
    {
      name: 'backups are kept for three days',
      values: database({ backupDays: 3 }),
      denied: [['DB-004', db, 'backup_retention_period']],
    },
    {
      name: 'the password is in the code',
      change: override(instance, { manage_master_user_password: null, password: 'correct-horse-battery' }),
      denied: [['DB-005', db, 'password']],
    },
    {
      name: 'the password is the default of a variable',
      change: (service) => {
        const password = new TerraformVariable(service, 'password', {
          type: 'string',
          sensitive: true,
          default: 'correct-horse-battery',
        });
        const { instance } = service.database;
        instance.addOverride('manage_master_user_password', null);
        instance.password = password.stringValue;
      },
      denied: [['DB-005', db, 'password']],
    },
    {
      name: 'the database is of the class db.t3.large',
      values: database({ instanceClass: 'db.t3.large' }),
      denied: [
        ['COST-002', db, 'instance_class'],
        ['COST-003', db, 'instance_class'],
        ['DB-006', db, 'instance_class'],
      ],
    },
    {
      name: 'a snapshot is shared with everybody',
      change: (service) => {
        new DbSnapshot(service, 'snapshot', {
          dbInstanceIdentifier: service.database.instance.identifier,
          dbSnapshotIdentifier: 'productos-api-first',
          sharedAccounts: ['all'],
        });
      },
      denied: [['DB-007', 'aws_db_snapshot.snapshot', 'shared_accounts']],
    },
    {
      name: 'a cluster beside the database has no encryption, no backups and its password in the code',
      change: (service) => {
        new RdsCluster(service, 'cluster', {
          clusterIdentifier: 'productos-api-cluster',
          engine: 'aurora-postgresql',
          port: 5432,
          masterUsername: 'productos',
          masterPassword: 'correct-horse-battery',
          dbSubnetGroupName: '${aws_db_subnet_group.database_subnets.name}',
          vpcSecurityGroupIds: [service.securityGroups.rds.id],
          skipFinalSnapshot: true,
        });
      },
      denied: [
        ['DB-003', 'aws_rds_cluster.cluster', 'storage_encrypted'],
        ['DB-004', 'aws_rds_cluster.cluster', 'backup_retention_period'],
        ['DB-005', 'aws_rds_cluster.cluster', 'master_password'],
      ],
    },
    { name: 'backups are kept for a month', values: database({ backupDays: 30 }) },
    { name: 'the database is of the class db.t3.micro', values: database({ instanceClass: 'db.t3.micro' }) },
    {
      name: 'the password comes in at deployment',
      change: (service) => {
        const password = new TerraformVariable(service, 'password', { type: 'string', sensitive: true });
        const { instance } = service.database;
        instance.addOverride('manage_master_user_password', null);
        instance.password = password.stringValue;
      },
    },
  ],
};
