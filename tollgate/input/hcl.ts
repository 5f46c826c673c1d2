import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { CouldNotJudge, isObject, type Json, type JsonObject } from '../model';

/** Reads HCL from standard input and writes Terraform JSON. The converter is asynchronous and 1 MB of wasm. */
const CONVERT = `
  const { readFileSync } = require('node:fs');
  require(process.argv[1]).parse('cdk.tf', readFileSync(0, 'utf8')).then(
    (json) => process.stdout.write(JSON.stringify(json)),
    (error) => { process.stderr.write(error.message); process.exitCode = 1; },
  );
`;

/**
 * Converts a file of HCL, as `cdktf synth --hcl` writes it, to Terraform JSON. In a process of its own: a synth is
 * synchronous, the converter is not, and who synthesizes JSON must not pay for loading it.
 *
 * @param path the file
 * @param stack the stack that it belongs to, for errors
 * @throws CouldNotJudge when it is no HCL
 */
export function hclToJson(path: string, stack: string): JsonObject {
  let content: Json;
  try {
    const output = execFileSync(process.execPath, ['-e', CONVERT, converter(path, stack)], {
      input: readFileSync(path),
      encoding: 'utf8',
      maxBuffer: 1 << 29,
      stdio: ['pipe', 'pipe', 'pipe'],
      // Loaders of the synth (tsx, memory settings of the CDKTF CLI) are of no use to the converter.
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    content = JSON.parse(output) as Json;
  } catch (error) {
    const stderr: unknown = typeof error === 'object' && error !== null && 'stderr' in error ? error.stderr : error;
    throw unreadable(path, stack, String(stderr));
  }
  if (!isObject(content)) throw unreadable(path, stack, 'it has no blocks');
  return content;
}

/** The converter of cdktf, and the same converter of cdktn, its successor. */
const CONVERTERS = ['@cdktf/hcl2json', '@cdktn/hcl2json'];

/** Where the converter is installed. It is heavy and rarely needed, so the package does not bring it along. */
function converter(path: string, stack: string): string {
  for (const name of CONVERTERS) {
    try {
      return require.resolve(name);
    } catch {
      // Not installed under this name.
    }
  }
  throw new CouldNotJudge(
    `${path} is HCL, and the package @cdktf/hcl2json (with cdktn: @cdktn/hcl2json), which reads HCL, is not installed.`,
    'What cannot be read cannot be judged.',
    'Install it beside tollgate: `npm install @cdktf/hcl2json`. Or synthesize without --hcl.',
    stack,
  );
}

function unreadable(path: string, stack: string, reason: string): CouldNotJudge {
  return new CouldNotJudge(
    `${path} cannot be read as HCL: ${reason}.`,
    'What cannot be read cannot be judged.',
    'Synthesize again, or without --hcl.',
    stack,
  );
}
