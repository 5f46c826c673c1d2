import type { Environment } from '../environment';

/** Production: the names and sizes of the guide. */
export const production: Environment = {
  name: 'productos-api',
  stage: 'production',
  region: 'us-east-1',
  backend: { kind: 'local', path: '../../../terraform.productos-api.tfstate' },
  image: 'productos-api-v1',
  network: {
    kind: 'own',
    cidr: '10.20.0.0/16',
    zones: [
      { name: 'us-east-1a', publicCidr: '10.20.0.0/24', privateCidr: '10.20.10.0/24' },
      { name: 'us-east-1b', publicCidr: '10.20.1.0/24', privateCidr: '10.20.11.0/24' },
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
    instanceClass: 'db.t3.small',
    majorVersion: '17',
    storageGb: 20,
    multiAz: true,
    backupDays: 7,
    deletionProtection: true,
    finalSnapshot: true,
  },
  monitoring: {},
};
