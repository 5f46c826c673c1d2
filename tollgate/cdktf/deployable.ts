import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Removes the files that CDKTF writes for Terraform. Keeps state, plugins and assets of earlier runs. */
export function removeDeployable(outdir: string): void {
  rmSync(join(outdir, 'manifest.json'), { force: true });
  const stacks = join(outdir, 'stacks');
  if (!existsSync(stacks)) return;
  for (const stack of readdirSync(stacks)) {
    for (const file of ['cdk.tf.json', 'cdk.tf', 'metadata.json']) rmSync(join(stacks, stack, file), { force: true });
  }
}
