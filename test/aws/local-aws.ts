/**
 * A local AWS for real Terraform with the real AWS provider: moto, an HTTP server for calls that moto lacks, and a
 * running provider to which Terraform attaches.
 *
 * ```ts
 * const aws = await startLocalAws();
 * const workspace = await aws.workspace({ files: { 'main.tf': '...' } });
 * const plan = await workspace.plan();
 * await workspace.dispose();
 * await aws.stop();
 * ```
 *
 * Needs `terraform` and `python3` on the PATH. Terraform ignores version constraints of an attached provider, so a
 * configuration may name another version.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startFront, type Front, type InstanceRefresh } from './front';
import { startMoto, type Moto } from './moto';
import { plainEnvironment } from './program';
import { startProvider, type Provider } from './provider';
import { layOut, type Configuration, type Workspace } from './workspace';

/** Existing resources that the stacks expect, see `config/environments`. */
export const SEEDS = {
  region: 'us-east-1',
  /** The source instance of the image stack. */
  instance: 'i-0123456789abcdef0',
  /** Existing images: ids by name. */
  images: { 'productos-api-v1': 'ami-00000000000000001' },
  keyPair: 'productos-api',
  /** Security groups of other teams in the default VPC: ids by name. */
  groups: { elsewhere: 'sg-00000000000000001', 'productos-api-rds-sg': 'sg-00000000000000002' },
} as const;

/** The versions of the AWS query APIs. */
const API_VERSIONS = {
  ec2: '2016-11-15',
  autoscaling: '2011-01-01',
  elasticloadbalancing: '2015-12-01',
  rds: '2014-10-31',
  iam: '2010-05-08',
} as const;

const CREDENTIALS = {
  AWS_ACCESS_KEY_ID: 'testing',
  AWS_SECRET_ACCESS_KEY: 'testing',
  AWS_REGION: SEEDS.region,
  AWS_DEFAULT_REGION: SEEDS.region,
  AWS_EC2_METADATA_DISABLED: 'true',
};

/** One local AWS with one provider. Terraform runs one at a time; use several for parallel work. */
export class LocalAws {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly home: string,
    private readonly moto: Moto,
    private readonly front: Front,
    private readonly provider: Provider,
  ) {}

  /** URL of all AWS calls. */
  get endpoint(): string {
    return `http://127.0.0.1:${this.front.port}`;
  }

  /** Every instance refresh so far, oldest first. A test may change a status. */
  get refreshes(): InstanceRefresh[] {
    return this.front.refreshes;
  }

  /** Names of the repairs that changed a call so far, see `repairs.ts`. */
  get repaired(): ReadonlySet<string> {
    return this.front.repaired;
  }

  /** Status of later instance refreshes. @default 'Successful' */
  set statusOfRefreshes(status: string) {
    this.front.newStatus = status;
  }

  /**
   * Environment variables with which programs use this AWS. Such a program must not run at the same time as a workspace
   * of this AWS: use {@link exclusive}.
   */
  variables(): NodeJS.ProcessEnv {
    return {
      ...plainEnvironment(),
      ...CREDENTIALS,
      AWS_ENDPOINT_URL: this.endpoint,
      CHECKPOINT_DISABLE: '1',
      // The provider's schemas are large and live as long as the run: rare garbage collection saves a third of the
      // time.
      GOGC: '400',
      TF_CLI_CONFIG_FILE: join(this.home, 'terraform.rc'),
      TF_IN_AUTOMATION: '1',
      TF_REATTACH_PROVIDERS: this.provider.reattach,
    };
  }

  /** Runs `work` while no Terraform run uses the provider. */
  exclusive<T>(work: () => Promise<T>): Promise<T> {
    const result = this.last.then(work);
    this.last = result.catch(() => undefined);
    return result;
  }

  /** Writes a configuration to a new temporary directory and initializes it if needed. */
  workspace(configuration: Configuration): Promise<Workspace> {
    return layOut(configuration, this);
  }

  /**
   * Makes one AWS call with the query protocol, for example `('ec2', 'AuthorizeSecurityGroupIngress', { GroupId:
   * 'sg-1', … })`.
   * @returns the XML of the answer
   * @throws Error with the answer if the call fails
   */
  async call(
    service: keyof typeof API_VERSIONS,
    action: string,
    parameters: Record<string, string> = {},
  ): Promise<string> {
    const scope = `testing/20250101/${SEEDS.region}/${service}/aws4_request`;
    const answer = await fetch(this.endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        // moto reads the service from this header and checks no signature.
        authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
      },
      body: new URLSearchParams({ Action: action, Version: API_VERSIONS[service], ...parameters }).toString(),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${service} ${action} was refused:\n${text}`);
    return text;
  }

  /** Deletes everything except {@link SEEDS}. */
  async reset(): Promise<void> {
    this.front.aliases.clear();
    this.front.memory.clear();
    this.front.refreshes.length = 0;
    await fetch(`${this.endpoint}/moto-api/reset`, { method: 'POST' });
    await this.call('ec2', 'ImportKeyPair', { KeyName: SEEDS.keyPair, PublicKeyMaterial: PUBLIC_KEY });
    const instance = await this.call('ec2', 'RunInstances', {
      ...{ ImageId: 'ami-12c6146b', InstanceType: 't3.small', MinCount: '1', MaxCount: '1' },
    });
    this.alias(SEEDS.instance, /<instanceId>(i-[0-9a-f]+)</.exec(instance)?.[1]);
    for (const [name, alias] of Object.entries(SEEDS.images)) {
      const image = await this.call('ec2', 'CreateImage', { Name: name, InstanceId: SEEDS.instance });
      this.alias(alias, /<imageId>(ami-[0-9a-f]+)</.exec(image)?.[1]);
    }
    for (const [name, alias] of Object.entries(SEEDS.groups)) {
      const made = await this.call('ec2', 'CreateSecurityGroup', { GroupName: name, GroupDescription: 'of others' });
      this.alias(alias, /<groupId>(sg-[0-9a-f]+)</.exec(made)?.[1]);
    }
  }

  private alias(alias: string, id: string | undefined): void {
    if (id === undefined) throw new Error(`moto gave no id for ${alias}`);
    this.front.aliases.set(alias, id);
  }

  /** Stops the provider and moto. */
  async stop(): Promise<void> {
    await this.last;
    await Promise.all([this.provider.stop(), this.front.stop(), this.moto.stop()]);
    await rm(this.home, { recursive: true, force: true });
  }
}

/** A valid public key whose private key does not exist. */
const PUBLIC_KEY = Buffer.from(
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f productos-api',
).toString('base64');

/** Starts a local AWS with {@link SEEDS}. */
export async function startLocalAws(): Promise<LocalAws> {
  const home = await mkdtemp(join(tmpdir(), 'local-aws-'));
  await writeFile(join(home, 'terraform.rc'), '');
  const moto = await startMoto();
  const front = await startFront(moto.port);
  const provider = await startProvider({ ...CREDENTIALS, AWS_ENDPOINT_URL: `http://127.0.0.1:${front.port}` });
  const aws = new LocalAws(home, moto, front, provider);
  await aws.reset();
  return aws;
}
