import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { CouldNotJudge, isObject, type Json, type JsonObject } from '../model';

/** Reads HCL from standard input and writes Terraform JSON. The converter is asynchronous and contains 1 MB of wasm. */
const CONVERT = `
  const { readFileSync } = require('node:fs');
  require(process.argv[1]).parse('cdk.tf', readFileSync(0, 'utf8')).then(
    (json) => process.stdout.write(JSON.stringify(json)),
    (error) => { process.stderr.write(error.message); process.exitCode = 1; },
  );
`;

/**
 * Converts an HCL file, as `cdktf synth --hcl` writes it, to Terraform JSON. Uses a child process, because the synth is
 * synchronous and the converter is not; apps that synthesize JSON never load the converter.
 *
 * @param path the file
 * @param stack the stack of the file, for errors
 * @throws CouldNotJudge when the file is not valid HCL
 */
export function hclToJson(path: string, stack: string): JsonObject {
  const module = converter(path, stack);
  let content: Json;
  try {
    const output = execFileSync(process.execPath, ['-e', CONVERT, module], {
      input: readFileSync(path),
      encoding: 'utf8',
      maxBuffer: 1 << 29,
      stdio: ['pipe', 'pipe', 'pipe'],
      // The converter needs neither the loaders of the synth (tsx) nor the CDKTF CLI's memory settings.
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    content = JSON.parse(output) as Json;
  } catch (error) {
    const stderr: unknown = typeof error === 'object' && error !== null && 'stderr' in error ? error.stderr : error;
    throw unreadable(path, stack, String(stderr));
  }
  if (!isObject(content)) throw unreadable(path, stack, 'the file has no blocks');
  return content;
}

/** The converter of cdktf and that of its successor cdktn, which are equivalent. */
const CONVERTERS = ['@cdktf/hcl2json', '@cdktn/hcl2json'];

/** Path of the converter package. An optional dependency: the converter is large and rarely needed. */
function converter(path: string, stack: string): string {
  for (const name of CONVERTERS) {
    try {
      return require.resolve(name);
    } catch {
      // This package is not installed.
    }
  }
  throw new CouldNotJudge(
    `${path} is HCL, and the package @cdktf/hcl2json (with cdktn: @cdktn/hcl2json), which the gate needs to read HCL, is not installed.`,
    'The gate cannot judge a file that it cannot read.',
    'Install the package beside tollgate: `npm install @cdktf/hcl2json`. Or synthesize without --hcl.',
    stack,
  );
}

function unreadable(path: string, stack: string, reason: string): CouldNotJudge {
  return new CouldNotJudge(
    `${path} cannot be read as HCL: ${reason}.`,
    'The gate cannot judge a file that it cannot read.',
    'Synthesize again, or synthesize without --hcl.',
    stack,
  );
}
