import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { CloudBackend, LocalBackend, NamedCloudWorkspace, S3Backend, TerraformElement, TerraformStack } from 'cdktf';
import type { Construct, Node } from 'constructs';
import type { Backend } from '../config/backend';

/** Properties of every stack. */
export interface AwsStackProps {
  readonly region: string;
  readonly backend: Backend;
  /**
   * Tags on every resource of the provider. Default tags do not reach instances that an Auto Scaling group launches.
   */
  readonly tags: Readonly<Record<string, string>>;
}

/** A stack in one AWS region, with readable Terraform addresses. */
export class AwsStack extends TerraformStack {
  constructor(scope: Construct, name: string, props: AwsStackProps) {
    super(scope, name);
    new AwsProvider(this, 'aws', { region: props.region, defaultTags: [{ tags: { ...props.tags } }] });
    this.keepStateIn(props.backend);
  }

  /**
   * Names a resource after its construct path: `load-balancer/alb` becomes `aws_lb.load_balancer_alb`. CDKTF's default
   * appends a hash, which makes addresses hard to read in a finding and hard to type.
   */
  protected override allocateLogicalId(element: TerraformElement | Node): string {
    const path = TerraformElement.isTerraformElement(element) ? element.node.path : element.path;
    // CDKTF names cross-stack references with dots, which Terraform does not allow in names.
    return path.split('/').slice(1).join('_').replaceAll(/[-.]/g, '_');
  }

  private keepStateIn(backend: Backend): void {
    switch (backend.kind) {
      case 'local':
        new LocalBackend(this, { path: backend.path });
        break;
      case 's3': {
        const { bucket, key, region } = backend;
        // This version of CDKTF supports only the deprecated DynamoDB lock, not the lock file.
        new S3Backend(this, { bucket, key, region, encrypt: true }).addOverride('use_lockfile', true);
        break;
      }
      case 'cloud':
        new CloudBackend(this, {
          organization: backend.organization,
          workspaces: new NamedCloudWorkspace(backend.workspace, backend.project),
        });
    }
  }
}
