import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { CloudBackend, LocalBackend, NamedCloudWorkspace, S3Backend, TerraformElement, TerraformStack } from 'cdktf';
import type { Construct, Node } from 'constructs';
import type { Backend } from '../config/backend';

/** What every stack has: a name, a region, a place for its state, and tags. */
export interface AwsStackProps {
  readonly region: string;
  readonly backend: Backend;
  /** Put on every resource that the provider makes. It does not reach what an Auto Scaling group launches. */
  readonly tags: Readonly<Record<string, string>>;
}

/** A stack in one region of AWS, whose resources have readable Terraform addresses. */
export class AwsStack extends TerraformStack {
  constructor(scope: Construct, name: string, props: AwsStackProps) {
    super(scope, name);
    new AwsProvider(this, 'aws', { region: props.region, defaultTags: [{ tags: { ...props.tags } }] });
    this.keepStateIn(props.backend);
  }

  /**
   * Names a resource after its construct path: `load-balancer/alb` becomes `aws_lb.load_balancer_alb`. The default adds
   * a hash, which nobody could read in a finding or type into `terraform state`.
   */
  protected override allocateLogicalId(element: TerraformElement | Node): string {
    const path = TerraformElement.isTerraformElement(element) ? element.node.path : element.path;
    // CDKTF names what one stack reads of another after a reference, with dots that Terraform allows in no name.
    return path.split('/').slice(1).join('_').replaceAll(/[-.]/g, '_');
  }

  private keepStateIn(backend: Backend): void {
    switch (backend.kind) {
      case 'local':
        new LocalBackend(this, { path: backend.path });
        break;
      case 's3': {
        const { bucket, key, region } = backend;
        // This version of CDKTF knows only the deprecated lock in DynamoDB, not the lock file.
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
