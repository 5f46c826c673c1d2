import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfiguration } from '../../config/configuration';
import type { Environment } from '../../config/environment';
import { development } from '../../config/environments/development';
import { images } from '../../config/environments/images';
import { production } from '../../config/environments/production';
import type { ImageSettings } from '../../config/image-settings';
import { buildApp, type ProjectApp } from '../../stacks/app';

/** A JSON object as written. */
export type Json = Record<string, unknown>;

/** `cdk.tf.json`, in the parts that tests read. */
export interface TerraformJson {
  readonly resource: Record<string, Record<string, Json>>;
  readonly data: Record<string, Record<string, Json>>;
  readonly output: Record<string, { value: string; description: string }>;
  readonly provider: Record<string, Json[]>;
  readonly terraform: Json;
}

/** A configuration to build in place of the real one, and a change to make before it is written. */
export interface Variant {
  /** @default - production and development */
  readonly environments?: readonly Environment[];
  /** @default - the real image settings */
  readonly images?: ImageSettings;
  /** Called with the built stacks, to override or add anything. */
  readonly change?: (built: ProjectApp) => void;
}

/** Everything that a real `app.synth()` writes, by stack name. */
export function synthesize(variant: Variant = {}): Record<string, TerraformJson> {
  const outdir = mkdtempSync(join(tmpdir(), 'productos-api-'));
  try {
    const configuration = parseConfiguration({
      environments: variant.environments ?? [production, development],
      images: variant.images ?? images,
    });
    const built = buildApp(configuration, outdir);
    variant.change?.(built);
    built.app.synth();
    const stacks = join(outdir, 'stacks');
    return Object.fromEntries(
      readdirSync(stacks).map((name) => [
        name,
        JSON.parse(readFileSync(join(stacks, name, 'cdk.tf.json'), 'utf8')) as TerraformJson,
      ]),
    );
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** The stack of this name, which must be there. */
export function stackOf(stacks: Record<string, TerraformJson>, name: string): TerraformJson {
  const stack = stacks[name];
  if (stack === undefined) throw new Error(`no stack ${name} among ${Object.keys(stacks).join(', ')}`);
  return stack;
}

/** One resource without CDKTF's metadata, by its Terraform address such as `aws_lb.load_balancer_alb`. */
export function resource(stack: TerraformJson, address: string): Json {
  return block(stack.resource, address);
}

/** One data source without CDKTF's metadata, by its address without `data.`. */
export function dataSource(stack: TerraformJson, address: string): Json {
  return block(stack.data, address);
}

function block(blocks: Record<string, Record<string, Json>>, address: string): Json {
  const [type = '', name = ''] = address.split('.');
  const found = blocks[type]?.[name];
  if (found === undefined)
    throw new Error(`no ${address}; of ${type} there are: ${Object.keys(blocks[type] ?? {}).join(', ')}`);
  return Object.fromEntries(Object.entries(found).filter(([key]) => key !== '//'));
}

/** The addresses of all resources of a type. */
export function addresses(stack: TerraformJson, type: string): string[] {
  return Object.keys(stack.resource[type] ?? {}).map((name) => `${type}.${name}`);
}
