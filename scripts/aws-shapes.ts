/**
 * Writes `tollgate/input/aws-shapes.json`: for each AWS resource type that the policies read, the nested blocks and the
 * types of the attributes. Terraform JSON contains neither, and Terraform converts literals by these types.
 *
 * Usage: `tsx scripts/aws-shapes.ts` writes the file; with `--check` the script only compares and exits with 1 on a
 * difference.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BlockShape, Shapes } from '../tollgate/input/shapes';
import { extractSchemas, render, type BlockSchema } from './provider-schema';

const TARGET = join(resolve(__dirname, '..'), 'tollgate', 'input', 'aws-shapes.json');

function shape(block: BlockSchema): BlockShape {
  // Computed attributes cannot be written, so they need no conversion.
  const written = Object.entries(block.attributes ?? {}).filter(([, { optional, required }]) => optional ?? required);
  const blocks = Object.entries(block.block_types ?? {});
  return {
    attributes: Object.fromEntries(written.map(([name, { type }]) => [name, type])),
    blocks: Object.fromEntries(
      blocks.map(([name, nested]) => [name, { nesting: nested.nesting_mode, ...shape(nested.block) }]),
    ),
  };
}

/** The content of the file. */
export function awsShapes(): string {
  const shapes: Shapes = {};
  for (const { resource_schemas, data_source_schemas } of Object.values(extractSchemas().provider_schemas)) {
    for (const [type, schema] of Object.entries(resource_schemas)) shapes[type] = shape(schema.block);
    for (const [type, schema] of Object.entries(data_source_schemas)) shapes[`data.${type}`] = shape(schema.block);
  }
  return `${render(shapes)}\n`;
}

if (require.main === module) {
  const text = awsShapes();
  if (!process.argv.includes('--check')) {
    writeFileSync(TARGET, text);
  } else if (!existsSync(TARGET) || readFileSync(TARGET, 'utf8') !== text) {
    console.error(
      'tollgate/input/aws-shapes.json differs from the installed @cdktf/provider-aws: run `tsx scripts/aws-shapes.ts`.',
    );
    process.exitCode = 1;
  }
}
