import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readSources, type ReadStacks, type StackSource } from './terraform-json';
import { hclToJson } from './hcl';
import { parseJson } from './json-text';
import { CouldNotJudge, isObject, type Json, type JsonObject, type Problem } from '../model';

export type { ReadStacks } from './terraform-json';

/**
 * Reads every stack below `outdir`: not what the app says it wrote, but every file that Terraform would run there.
 *
 * @param outdir what CDKTF calls `outdir`
 * @throws CouldNotJudge when a file cannot be read as Terraform reads it
 */
export function readStacks(outdir: string): ReadStacks {
  const directory = join(outdir, 'stacks');
  const names = existsSync(directory) ? readdirSync(directory) : [];
  // Asked of what a link points at: Terraform follows links as well.
  const stacks = names.filter((name) => statSync(join(directory, name)).isDirectory()).sort();
  const { stacks: documents, problems } = readSources(
    stacks.flatMap((name) => stackSources(join(directory, name), name)),
  );
  const read = new Set(documents.map((document) => document.name));
  return { stacks: documents, problems: [...manifestProblems(join(outdir, 'manifest.json'), read), ...problems] };
}

/** The manifest is what `cdktf deploy` goes by: it must not name anything that was not read, nor hold errors of the app. */
function manifestProblems(path: string, read: ReadonlySet<string>): Problem[] {
  if (!existsSync(path)) {
    throw new CouldNotJudge(
      `${path} is missing.`,
      'CDKTF writes it last, so the synth did not end well.',
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
        what: `manifest.json says that the stack is in ${shown(synthesizedStackPath)}, which was not judged.`,
        why: '`cdktf deploy` goes by the manifest.',
        fix: `Let the stack be synthesized to ${home}, as CDKTF does.`,
      });
    }
    for (const annotation of (Array.isArray(annotations) ? annotations : []).filter(isObject)) {
      if (annotation['level'] !== '@cdktf/error') continue;
      // Not thrown by every synth: the CDKTF CLI lets it go on, to print them itself.
      problems.push({
        stack: name,
        what: `The app marks ${shown(annotation['constructPath'])} as wrong: ${shown(annotation['message'])}`,
        why: 'What the app itself calls wrong is not deployable, whatever the policies say.',
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
 * @param name what the stack is called
 * @returns none where there is nothing that Terraform would run
 * @throws CouldNotJudge when a file cannot be read as Terraform reads it
 */
export function stackSources(directory: string, name: string): StackSource[] {
  const files = readdirSync(directory).filter(isTerraformFile).sort();
  if (files.length === 0) return [];
  const contents: JsonObject[] = [];
  // CDKTF leaves out of HCL what its JSON has in comments: the paths of the constructs.
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

/** Terraform and OpenTofu run all of these when they run the directory; variable files change what the others mean. */
function isTerraformFile(file: string): boolean {
  return (
    /\.(tf|tofu)(\.json)?$/.test(file) ||
    /^terraform\.tfvars(\.json)?$/.test(file) ||
    /\.auto\.tfvars(\.json)?$/.test(file)
  );
}

function unreadable(path: string, stack: string): CouldNotJudge {
  return new CouldNotJudge(
    `${path} is Terraform code that the app did not synthesize and the gate cannot read.`,
    'Terraform would run it together with the synthesized stack, so it could undo what was judged.',
    'Remove it, or write it as constructs in the app.',
    stack,
  );
}

function readJson(path: string, stack: string): JsonObject {
  let content: Json;
  try {
    // Terraform keeps both of two members with one name, JSON.parse alone would keep the last one only.
    content = parseJson(readFileSync(path, 'utf8'));
  } catch (error) {
    throw malformed(path, stack, error instanceof Error ? error.message : String(error));
  }
  if (!isObject(content)) throw malformed(path, stack, 'it is not an object');
  return content;
}

function malformed(path: string, stack: string, reason: string): CouldNotJudge {
  return new CouldNotJudge(
    `${path} is no Terraform JSON: ${reason}.`,
    'What cannot be read cannot be judged.',
    'Synthesize again; a file that was edited by hand has to be corrected or removed.',
    stack,
  );
}
