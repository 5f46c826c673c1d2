import { DbInstance } from '@cdktf/provider-aws/lib/db-instance';
import { DbParameterGroup } from '@cdktf/provider-aws/lib/db-parameter-group';
import { DbSubnetGroup } from '@cdktf/provider-aws/lib/db-subnet-group';
import { Construct } from 'constructs';
import type { DatabaseSettings } from '../../config/environment';

export interface DatabaseProps {
  /** Prefix of the resource names. */
  readonly name: string;
  /** Private subnets in two or more zones. */
  readonly subnetIds: readonly string[];
  readonly securityGroupId: string;
  readonly port: number;
  readonly settings: DatabaseSettings;
}

/** PostgreSQL on RDS, reachable from the instances only. */
export class Database extends Construct {
  readonly instance: DbInstance;

  constructor(scope: Construct, id: string, props: DatabaseProps) {
    super(scope, id);
    const { name, settings } = props;
    const subnets = new DbSubnetGroup(this, 'subnets', {
      name: `${name}-db`,
      description: 'Private subnets of the database',
      subnetIds: [...props.subnetIds],
    });
    const parameters = new DbParameterGroup(this, 'parameters', {
      // The version is part of the name, so that an upgrade can create the next parameter group beside the old one.
      name: `${name}-postgres${settings.majorVersion}`,
      family: `postgres${settings.majorVersion}`,
      description: 'Connections must use TLS',
      parameter: [{ name: 'rds.force_ssl', value: '1' }],
      lifecycle: { createBeforeDestroy: true },
    });
    this.instance = new DbInstance(this, 'instance', {
      identifier: `${name}-db`,
      engine: 'postgres',
      engineVersion: settings.majorVersion,
      autoMinorVersionUpgrade: true,
      instanceClass: settings.instanceClass,
      storageType: 'gp3',
      allocatedStorage: settings.storageGb,
      storageEncrypted: true,
      multiAz: settings.multiAz,
      dbName: 'productos',
      username: 'productos',
      // RDS creates the password, stores it in Secrets Manager and rotates it, so no state file contains the password.
      manageMasterUserPassword: true,
      iamDatabaseAuthenticationEnabled: true,
      port: props.port,
      publiclyAccessible: false,
      dbSubnetGroupName: subnets.name,
      vpcSecurityGroupIds: [props.securityGroupId],
      parameterGroupName: parameters.name,
      backupRetentionPeriod: settings.backupDays,
      copyTagsToSnapshot: true,
      deletionProtection: settings.deletionProtection,
      skipFinalSnapshot: !settings.finalSnapshot,
      ...(settings.finalSnapshot && { finalSnapshotIdentifier: `${name}-db-final` }),
    });
  }
}
