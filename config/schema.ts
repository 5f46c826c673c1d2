import Ajv, { type AnySchemaObject, type ErrorObject, type SchemaObject } from 'ajv';
import type { Problem } from './configuration-error';
import { regions } from './regions';

// Each constraint has a `why` and a `fix`, which become part of the error message.

const region = {
  enum: regions,
  why: 'AWS has no such region, so nothing could be deployed',
  fix: 'use an AWS region such as "us-east-1"',
};

const stackName = {
  type: 'string',
  maxLength: 28,
  pattern: '^(?!internal-)(?!.*--)[a-z][a-z0-9-]*[a-z0-9]$',
  why:
    'the names of all resources start with it, and with "-alb" or "-tg" appended ' +
    'a load balancer or target group name has at most 32 characters: letters, digits and single hyphens',
  fix: 'use 2 to 28 lower-case letters, digits and single hyphens, starting with a letter, such as "productos-api"',
};

const backend = {
  type: 'object',
  discriminator: { propertyName: 'kind' },
  required: ['kind'],
  why: 'without a known location of the state, Terraform would lose track of its resources',
  fix: 'set backend.kind to "local", "s3" or "cloud", with its settings (see config/backend.ts)',
  oneOf: [
    closed('backend', {
      kind: { const: 'local' },
      path: {
        type: 'string',
        pattern: '^\\.\\./\\.\\./\\.\\./.+\\.tfstate$',
        why: 'an absolute path exists on one machine only, and a file inside cdktf.out is lost when the directory is deleted',
        fix: 'use a path relative to cdktf.out/stacks/<name>, such as "../../../terraform.productos-api.tfstate"',
      },
    }),
    closed('backend', {
      kind: { const: 's3' },
      bucket: {
        type: 'string',
        pattern: '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$',
        why: 'S3 refuses such a bucket name',
        fix: 'use 3 to 63 lower-case letters, digits, dots and hyphens',
      },
      key: {
        type: 'string',
        pattern: '^[^/].*$',
        why: 'it is the path of the state in the bucket and must not start with a slash',
        fix: 'use a path such as "productos-api/terraform.tfstate"',
      },
      region,
    }),
    closed(
      'backend',
      {
        kind: { const: 'cloud' },
        organization: hcpName('organization'),
        workspace: hcpName('workspace'),
        project: hcpName('project', ' '),
      },
      ['project'],
    ),
  ],
};

function hcpName(what: string, also = ''): SchemaObject {
  return {
    type: 'string',
    pattern: `^[A-Za-z0-9_${also}-]{1,90}$`,
    why: `HCP Terraform refuses such a name for the ${what}`,
    fix: `use at most 90 letters, digits, hyphens and underscores${also === '' ? '' : ', or spaces'}`,
  };
}

const zoneName = {
  type: 'string',
  why: 'each subnet is in one availability zone',
  fix: 'use a zone such as "us-east-1a"',
};

const cidr = {
  type: 'string',
  why: 'each network and subnet needs an IPv4 range',
  fix: 'use a range such as "10.20.0.0/16"',
};

function zones(members: Record<string, SchemaObject>): SchemaObject {
  return {
    type: 'array',
    minItems: 2,
    maxItems: 3,
    items: closed('zone', { name: zoneName, ...members }),
    why: 'a load balancer needs subnets in two availability zones, so that the failure of one zone does not stop the service; the guide asks for two or three',
    fix: 'list two or three zones of the region',
  };
}

function awsId(prefix: string): SchemaObject {
  return {
    type: 'string',
    pattern: `^${prefix}-([0-9a-f]{8}|[0-9a-f]{17})$`,
    why: `AWS has no resource with such an id`,
    fix: `write the id as the AWS console shows it: "${prefix}-" and 8 or 17 hexadecimal digits`,
  };
}

const network = {
  type: 'object',
  discriminator: { propertyName: 'kind' },
  required: ['kind'],
  why: 'the load balancer, the instances and the database need a network',
  fix: 'set network.kind to "own" or "existing", with its settings (see config/environment.ts)',
  oneOf: [
    closed('network', { kind: { const: 'own' }, cidr, zones: zones({ publicCidr: cidr, privateCidr: cidr }) }),
    closed('network', {
      kind: { const: 'existing' },
      vpcId: awsId('vpc'),
      zones: zones({ publicSubnetId: awsId('subnet'), privateSubnetId: awsId('subnet') }),
    }),
  ],
};

const groupSize = {
  type: 'integer',
  minimum: 1,
  why: 'the group would run no instance, or AWS would refuse the number',
  fix: 'use a whole number, 1 or more',
};

function flag(why: string): SchemaObject {
  return { type: 'boolean', why, fix: 'use true or false' };
}

const imageName = {
  type: 'string',
  pattern: '^productos-api-v[1-9][0-9]*$',
  why: 'images are found by name, and the name consists of the service and a version',
  fix: 'use a name such as "productos-api-v1"',
};

/** JSON Schema of one `Environment`. */
export const environmentSchema = closed('environment', {
  name: stackName,
  stage: {
    type: 'string',
    pattern: '^[a-z][a-z0-9-]*$',
    why: 'it is the value of the environment tag, which separates the costs of the environments',
    fix: 'use lower-case letters, digits and hyphens, such as "production"',
  },
  region,
  backend,
  image: imageName,
  network,
  web: closed('web', {
    instanceType: {
      type: 'string',
      pattern: '^(?!db\\.)[a-z0-9-]+\\.[a-z0-9-]+$',
      why: 'EC2 has no such instance type',
      fix: 'use an instance type such as "t3.small"',
    },
    keyPair: {
      type: 'string',
      pattern: '^\\S(.{0,253}\\S)?$',
      why: 'the instances could not start, because the key pair must exist in EC2 under this name',
      fix: 'use the name in EC2 > Key Pairs',
    },
    rootVolumeGb: {
      type: 'integer',
      minimum: 8,
      maximum: 16384,
      why: 'a gp3 root volume must be large enough for the image, and 16384 GB is the maximum',
      fix: 'use whole gigabytes, from 8 to 16384',
    },
    minimum: groupSize,
    desired: groupSize,
    maximum: groupSize,
  }),
  database: closed('database', {
    instanceClass: {
      type: 'string',
      pattern: '^db\\.[a-z0-9-]+\\.[a-z0-9-]+$',
      why: 'RDS has no such instance class',
      fix: 'use an instance class such as "db.t3.small"',
    },
    majorVersion: {
      enum: ['14', '15', '16', '17', '18'],
      why: 'the version selects the engine and its parameter family, and must have standard support on RDS',
      fix: 'use a major version of PostgreSQL in quotes, such as "17"',
    },
    storageGb: {
      type: 'integer',
      minimum: 20,
      maximum: 65536,
      why: 'RDS accepts 20 to 65536 GB of gp3 storage',
      fix: 'use whole gigabytes, from 20 to 65536',
    },
    multiAz: flag('a standby doubles the price, so the setting must be explicit'),
    backupDays: {
      type: 'integer',
      minimum: 1,
      maximum: 35,
      why: 'RDS keeps backups for at most 35 days, and 0 turns backups off',
      fix: 'use a number of days from 1 to 35, such as 7',
    },
    deletionProtection: flag('the setting decides whether the database can be deleted, so it must be explicit'),
    finalSnapshot: flag(
      'the setting decides whether the data survives a deletion of the database, so it must be explicit',
    ),
  }),
  monitoring: closed(
    'monitoring',
    {
      alarmTopicArn: {
        type: 'string',
        pattern: '^arn:aws:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}$',
        why: 'alarms could not be sent to an invalid topic',
        fix: 'use the ARN of an SNS topic, such as "arn:aws:sns:us-east-1:123456789012:alarms", or remove the setting',
      },
    },
    ['alarmTopicArn'],
  ),
});

/** JSON Schema of `ImageSettings`. */
export const imageSettingsSchema = closed('images', {
  name: stackName,
  region,
  backend,
  sources: {
    type: 'object',
    minProperties: 1,
    propertyNames: imageName,
    additionalProperties: awsId('i'),
    why: 'the instances of the environments need at least one image',
    fix: 'name an image and its source instance, like { "productos-api-v1": "i-0123456789abcdef0" }',
  },
});

/** An object with these properties and no others; all are required except the optional ones. */
function closed(
  title: string,
  properties: Record<string, SchemaObject>,
  optional: readonly string[] = [],
): SchemaObject {
  return {
    type: 'object',
    title,
    properties,
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
    additionalProperties: false,
    why: 'the stack needs these settings',
    fix: `write an object with the settings ${Object.keys(properties).join(', ')}`,
  };
}

const ajv = new Ajv({ allErrors: true, verbose: true, discriminator: true, allowUnionTypes: true });
ajv.addVocabulary(['why', 'fix']);

/** Returns every difference between `value` and the schema. */
export function problemsOfShape(schema: SchemaObject, value: unknown): Problem[] {
  const validate = ajv.compile(schema);
  if (validate(value)) return [];
  const subject = nameOf(value);
  return (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== 'propertyNames')
    .map((error) => toProblem(subject, error));
}

function nameOf(value: unknown): string {
  const name = typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined;
  return typeof name === 'string' ? name : 'configuration';
}

function toProblem(subject: string, error: ErrorObject): Problem {
  const path = error.instancePath.slice(1).replaceAll('/', '.');
  const member = (name: string) => [path, name].filter((part) => part !== '').join('.');
  const at = path === '' ? 'the value' : path;
  const schema = error.parentSchema ?? {};
  const { why, fix } = explanation(schema);
  const is = `${subject}: ${at} is ${JSON.stringify(error.data)}`;

  switch (error.keyword) {
    case 'required': {
      const name = String(error.params.missingProperty);
      const missing = (schema.properties as Record<string, SchemaObject> | undefined)?.[name];
      return { what: `${subject}: ${member(name)} is missing`, ...explanation(missing ?? schema) };
    }
    case 'additionalProperties': {
      const name = String(error.params.additionalProperty);
      return {
        what: `${subject}: ${member(name)} is not a setting`,
        why: 'a misspelt setting would silently have no effect',
        fix: `remove it, or use one of: ${Object.keys(schema.properties as object).join(', ')}`,
      };
    }
    case 'discriminator':
      return {
        what: `${subject}: ${member('kind')} is ${JSON.stringify(error.params.tagValue)}, which is not an allowed value`,
        why,
        fix,
      };
    case 'type':
      return { what: `${is}, not of type ${String(error.params.type)}`, why, fix };
    case 'enum':
      return { what: `${is}, which is not an allowed value`, why, fix };
    case 'minItems':
    case 'maxItems':
      return { what: `${subject}: ${at} has ${entries(error.data as unknown[])}`, why, fix };
    case 'minProperties':
      return { what: `${subject}: ${at} is empty`, why, fix };
    case 'minimum':
    case 'maximum':
      return { what: `${is}, which is out of range`, why, fix };
    case 'maxLength':
      return { what: `${is}, which is ${String(error.data).length} characters long`, why, fix };
    default:
      return error.propertyName === undefined
        ? { what: `${is}, which has an invalid format`, why, fix }
        : { what: `${subject}: ${at} has the key "${error.propertyName}", which has an invalid format`, why, fix };
  }
}

function explanation(schema: AnySchemaObject): Pick<Problem, 'why' | 'fix'> {
  return { why: String(schema.why), fix: String(schema.fix) };
}

function entries(list: readonly unknown[]): string {
  return list.length === 1 ? '1 entry' : `${list.length} entries`;
}
