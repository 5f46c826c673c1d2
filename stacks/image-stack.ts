import { AmiFromInstance } from '@cdktf/provider-aws/lib/ami-from-instance';
import { TerraformOutput } from 'cdktf';
import type { Construct } from 'constructs';
import type { ImageSettings } from '../config/image-settings';
import { AwsStack } from './aws-stack';

/** The machine images: step 1 of the guide, and the first half of its update procedure. */
export class ImageStack extends AwsStack {
  /** Images by name, such as `productos-api-v1`. */
  readonly images: ReadonlyMap<string, AmiFromInstance>;

  constructor(scope: Construct, settings: ImageSettings) {
    super(scope, settings.name, {
      region: settings.region,
      backend: settings.backend,
      tags: { project: 'productos-api', 'managed-by': 'terraform' },
    });
    this.images = new Map(
      Object.entries(settings.sources).map(([name, sourceInstanceId]) => [
        name,
        new AmiFromInstance(this, name, {
          name,
          description: `The API as it runs on ${sourceInstanceId}`,
          sourceInstanceId,
          snapshotWithoutReboot: true,
          tags: { Name: name },
        }),
      ]),
    );
    for (const [name, image] of this.images) {
      new TerraformOutput(this, `${name}-id`, { value: image.id, description: `Id of the image ${name}` });
    }
  }
}
