import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfiguration } from '../../config/configuration';
import { images } from '../../config/environments/images';
import { production } from '../../config/environments/production';
import { buildApp, type ProjectApp } from '../../stacks/app';
import type { Variant } from './variant';

/** The real stacks with the change of the variant, not yet written. */
export function buildVariant({ values, change }: Variant, outdir: string): ProjectApp {
  const environment = values === undefined ? production : values(production);
  const project = buildApp(parseConfiguration({ environments: [environment], images }), outdir);
  const service = project.services[0];
  if (service === undefined) throw new Error('no service stack was built');
  change?.(service, project);
  return project;
}

/** Synthesizes the variant as `cdktf synth` does, and hands over the folder that was written. */
export function withSynthesized<T>(variant: Variant, use: (outdir: string) => T): T {
  const outdir = mkdtempSync(join(tmpdir(), 'tollgate-variant-'));
  try {
    buildVariant(variant, outdir).app.synth();
    return use(outdir);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
