import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readSources, type ReadStacks, type StackSource } from './terraform-json';
import { hclToJson } from './hcl';
import { parseJson } from './json-text';
import { isTerraformFile } from './terraform-file';
import { CouldNotJudge, isObject, type Json, type JsonObject, type Problem } from '../model';

export type { ReadStacks } from './terraform-json';

/**
 * Reads every stack below `outdir`: every file that Terraform would run there, not only those in the manifest.
 *
 * @param outdir the `outdir` of the CDKTF app
 * @throws CouldNotJudge when a file cannot be read
 */
export function readStacks(outdir: string): ReadStacks {
  const directory = join(outdir, 'stacks');
  const names = existsSync(directory) ? readdirSync(directory) : [];
  // `statSync` follows links, as Terraform does.
  const stacks = names.filter((name) => statSync(join(directory, name)).isDirectory()).sort();
  const { stacks: documents, problems } = readSources(
    stacks.flatMap((name) => stackSources(join(directory, name), name)),
  );
  const read = new Set(documents.map((document) => document.name));
  return { stacks: documents, problems: [...manifestProblems(join(outdir, 'manifest.json'), read), ...problems] };
}

/**
 * Checks the manifest, from which `cdktf deploy` takes its stacks: every stack in it must have been read, and the app
 * must not have reported errors.
 */
function manifestProblems(path: string, read: ReadonlySet<string>): Problem[] {
  if (!existsSync(path)) {
    throw new CouldNotJudge(
      `${path} is missing.`,
      'CDKTF writes the manifest last, so the synth did not finish.',
      'Synthesize again.',
    );
  }
  const { stacks } = readJson(path, '');
  return Object.entries(isObject(stacks) ? stacks : {}).flatMap(([name, entry]) => {
    const { workingDirectory, synthesizedStackPath, annotations }: JsonObject = isObject(entry) ? entry : {};
    const home = join('stacks', name);
    const files = [join(home, 'cdk.tf.json'), join(home, 'cdk.tf')];
    const problems: Problem[] = [];
    if (!read.has(name) || workingDirectory !== home || !files.includes(shown(synthesizedStackPath))) {
      problems.push({
        stack: name,
        what: `manifest.json says that the stack ${name} is in ${shown(synthesizedStackPath)}, which was not judged.`,
        why: '`cdktf deploy` takes the paths of the stacks from the manifest.',
        fix: `Synthesize the stack to ${home}, as CDKTF does by default.`,
      });
    }
    for (const annotation of (Array.isArray(annotations) ? annotations : []).filter(isObject)) {
      if (annotation['level'] !== '@cdktf/error') continue;
      // Some synths do not throw these errors: the CDKTF CLI prints them itself.
      problems.push({
        stack: name,
        what: `The app reports an error at ${shown(annotation['constructPath'])}: ${shown(annotation['message'])}`,
        why: 'A stack with errors must not be deployed, whatever the policies say.',
        fix: 'Correct the app as the message says.',
      });
    }
    return problems;
  });
}

function shown(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

/**
 * Reads the directory of one stack: all files that Terraform would run there.
 *
 * @param name name of the stack
 * @returns an empty list when the directory has no Terraform files
 * @throws CouldNotJudge when a file cannot be read
 */
export function stackSources(directory: string, name: string): StackSource[] {
  const files = readdirSync(directory).filter(isTerraformFile).sort();
  if (files.length === 0) return [];
  const contents: JsonObject[] = [];
  // CDKTF's HCL lacks the comments with construct paths that its JSON has; metadata.json contains them.
  const metadata = join(directory, 'metadata.json');
  const comments = files.includes('cdk.tf') && existsSync(metadata) ? readJson(metadata, name) : {};
  for (const file of files) {
    const path = join(directory, file);
    if (file === 'cdk.tf') contents.push(hclToJson(path, name));
    else if (/^(|.*_)override\.tf\.json$/.test(file) || !file.endsWith('.tf.json')) throw unreadable(path, name);
    else contents.push(readJson(path, name));
  }
  return [{ name, contents, comments }];
}

function unreadable(path: string, stack: string): CouldNotJudge {
  return new CouldNotJudge(
    `${path} is a Terraform file that the app did not synthesize and that the gate cannot read.`,
    'Terraform would run the file together with the synthesized stack, so the file could undo what was judged.',
    'Remove the file, or express its content as constructs in the app.',
    stack,
  );
}

function readJson(path: string, stack: string): JsonObject {
  let content: Json;
  try {
    // `parseJson` refuses duplicate keys, of which Terraform reads both and JSON.parse only the last.
    content = parseJson(readFileSync(path, 'utf8'));
  } catch (error) {
    throw malformed(path, stack, error instanceof Error ? error.message : String(error));
  }
  if (!isObject(content)) throw malformed(path, stack, 'it is not a JSON object');
  return content;
}

function malformed(path: string, stack: string, reason: string): CouldNotJudge {
  return new CouldNotJudge(
    `${path} is not valid Terraform JSON: ${reason}.`,
    'The gate cannot judge a file that it cannot read.',
    'Synthesize again. If the file was edited by hand, correct or remove it.',
    stack,
  );
}
