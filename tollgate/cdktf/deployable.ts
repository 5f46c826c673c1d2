import { lstatSync, readdirSync, rmSync, type Dirent } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isTerraformFile } from '../input/terraform-file';

/** Files that CDKTF writes for each stack. `plan` is the plan file of `cdktf diff`. */
const WRITTEN_BY_CDKTF = /^(cdk\.tf(\.json)?|metadata\.json|plan)$/;

/** Plan files of the usual names: `terraform apply FILE` runs what an earlier stack said. */
const PLAN_FILE = /^(tfplan|.*\.tfplan)$/;

/** A file on its way into the output directory, left by a killed process. Terraform loads no file of this name. */
const DRAFT = /\.tollgate-\d+$/;

/**
 * Files that Terraform and `tollgate deploy` keep in the directory of a stack. https://developer.hashicorp.com/terraform/cli/init
 * for `.terraform` and the lock file; the rest is state, its backups and locks, and crash logs.
 */
const KEPT_BY_TERRAFORM =
  /^(\.terraform|\.terraform\.lock\.hcl|terraform\.tfstate\.d|.*\.tfstate(\.backup|\.\d+\.backup)?|\..*\.tfstate\.lock\.info|crash(\..*)?\.log|tollgate-.*\.json)$/;

/** Finder of macOS writes this file wherever somebody looks. No program runs the file. */
const OF_THE_SYSTEM = '.DS_Store';

/** Whether Terraform keeps a file or directory of this name, so that the gate never replaces or removes it. */
export function isKept(name: string): boolean {
  return KEPT_BY_TERRAFORM.test(name);
}

/** The name in this process of a file on its way to `path`. */
export function draftOf(path: string): string {
  return `${path}.tollgate-${process.pid}`;
}

/**
 * Removes the files that CDKTF writes for Terraform, and saved plans. Keeps state, plugins and assets of earlier runs.
 *
 * @param outdir output directory of the app
 */
export function removeDeployable(outdir: string): void {
  // First, because `cdktf deploy` takes the stacks from the manifest.
  rmSync(join(outdir, 'manifest.json'), { force: true });
  removeDrafts(outdir);
  const stacks = join(outdir, 'stacks');
  for (const { name: stack } of entriesOf(stacks)) {
    const directory = join(stacks, stack);
    for (const entry of entriesOf(directory)) {
      if (isRewritten(entry)) rmSync(join(directory, entry.name), { force: true });
    }
    removeDrafts(directory);
    removeDrafts(join(directory, 'assets'));
  }
}

function removeDrafts(directory: string): void {
  for (const { name } of entriesOf(directory)) if (DRAFT.test(name)) remove(join(directory, name));
}

function isRewritten(entry: Dirent): boolean {
  return !entry.isDirectory() && (WRITTEN_BY_CDKTF.test(entry.name) || PLAN_FILE.test(entry.name));
}

/** A file that neither Terraform nor CDKTF nor the gate keeps in the output directory. */
export interface Stranger {
  /** Relative to the output directory. */
  readonly path: string;
  /** `link`: the directory of the stacks, or of one stack, is a symbolic link. */
  readonly kind: 'terraform' | 'data' | 'link';
  /** Differs after the file was written again. */
  readonly version: string;
}

/**
 * The strangers in an output directory: below `stacks` every file without a known purpose, above it the files that
 * Terraform would load.
 */
export function strangersIn(outdir: string): Stranger[] {
  const found: Stranger[] = [];
  const add = (path: string, kind: Stranger['kind'] = kindOf(basename(path))): void => {
    const { ino, mtimeNs, ctimeNs } = lstatSync(join(outdir, path), { bigint: true });
    found.push({ path, kind, version: `${ino} ${mtimeNs} ${ctimeNs}` });
  };
  const addAll = (directory: string): void => {
    for (const entry of entriesOf(join(outdir, directory))) {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) addAll(path);
      else if (entry.name !== OF_THE_SYSTEM) add(path);
    }
  };
  for (const entry of entriesOf(outdir)) {
    if (entry.name === 'stacks' && !entry.isDirectory()) add(entry.name, 'link');
    if (!entry.isDirectory() && isTerraformFile(entry.name)) add(entry.name);
  }
  for (const stack of found.some(({ kind }) => kind === 'link') ? [] : entriesOf(join(outdir, 'stacks'))) {
    const directory = join('stacks', stack.name);
    if (!stack.isDirectory()) {
      if (stack.name !== OF_THE_SYSTEM) add(directory, 'link');
      continue;
    }
    for (const entry of entriesOf(join(outdir, directory))) {
      const { name } = entry;
      const known = isKept(name) || isRewritten(entry) || DRAFT.test(name) || name === OF_THE_SYSTEM;
      if (known || (name === 'assets' && entry.isDirectory())) continue;
      if (entry.isDirectory()) addAll(join(directory, name));
      else add(join(directory, name));
    }
  }
  return found;
}

function kindOf(name: string): 'terraform' | 'data' {
  return isTerraformFile(name) ? 'terraform' : 'data';
}

/** Prefix of the directories beside `outdir` in which a synthesis is judged. The id of the process follows. */
export function unjudgedPrefix(outdir: string): string {
  return join(dirname(outdir), `.${basename(outdir)}.unjudged-`);
}

/**
 * Removes the directories of unjudged files that killed processes left beside `outdir`. A directory of a running process
 * stays.
 */
export function removeLeftovers(outdir: string): void {
  const prefix = basename(unjudgedPrefix(outdir));
  for (const { name } of entriesOf(dirname(outdir))) {
    if (!name.startsWith(prefix)) continue;
    const id = /^(\d+)-/.exec(name.slice(prefix.length))?.[1];
    if (id !== undefined && !isRunning(Number(id))) remove(join(dirname(outdir), name));
  }
}

function isRunning(id: number): boolean {
  try {
    // Signal 0 only asks whether the process exists.
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true });
}

/** The entries of a directory; none when the directory does not exist. */
export function entriesOf(directory: string): Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}
