import type { Environment } from '../environment';

/** Development: the same architecture with a smaller database that may be deleted. */
export const development: Environment = {
  name: 'productos-api-dev',
  stage: 'development',
  region: 'us-east-1',
  backend: { kind: 'local', path: '../../../terraform.productos-api-dev.tfstate' },
  image: 'productos-api-v1',
  network: {
    kind: 'own',
    cidr: '10.30.0.0/16',
    zones: [
      { name: 'us-east-1a', publicCidr: '10.30.0.0/24', privateCidr: '10.30.10.0/24' },
      { name: 'us-east-1b', publicCidr: '10.30.1.0/24', privateCidr: '10.30.11.0/24' },
    ],
  },
  web: {
    instanceType: 't3.small',
    // Replace by the name of your key pair in EC2 > Key Pairs.
    keyPair: 'productos-api',
    rootVolumeGb: 8,
    minimum: 2,
    desired: 2,
    maximum: 10,
  },
  database: {
    instanceClass: 'db.t3.micro',
    majorVersion: '17',
    storageGb: 20,
    multiAz: false,
    backupDays: 7,
    deletionProtection: false,
    finalSnapshot: false,
  },
  monitoring: {},
};
