import { cpSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, sep } from 'node:path';
import {
  draftOf,
  entriesOf,
  isKept,
  removeDeployable,
  removeLeftovers,
  unjudgedPrefix,
  type Stranger,
} from './deployable';
import { remember, sinceFound } from './found';
import { sha256 } from '../digest';
import { isTerraformFile } from '../input/terraform-file';
import { makeDirectory } from '../make-directory';
import { CouldNotJudge, type Problem } from '../model';

/** The part of an app that says where the app is written. cdktf and cdktn also keep the directory in the manifest. */
interface Writing {
  outdir: string;
  manifest?: { outdir: string };
}

const LOCK_FILE = '.terraform.lock.hcl';

/**
 * A synthesis that nobody has judged yet, in a directory of its own beside the output directory. Beside, so that a path
 * from a stack to another directory means the same before and after the move.
 */
export class Unjudged {
  /** Directory of the unjudged files. */
  readonly directory: string;
  private readonly digests = new Map<string, string>();

  /**
   * Removes what killed processes left, and creates the directory.
   *
   * @param outdir absolute path of the output directory
   */
  constructor(private readonly outdir: string) {
    remember(outdir);
    removeLeftovers(outdir);
    this.directory = mkdtempSync(`${unjudgedPrefix(outdir)}${process.pid}-`);
    // CDKTF creates this directory with the app, not with the synthesis.
    mkdirSync(join(this.directory, 'stacks'));
  }

  /**
   * Runs a synthesis that writes to the directory of its own.
   *
   * @throws Error when the app keeps another directory
   */
  written(app: object, synthesize: () => void): void {
    const writing = app as Writing;
    const places = [writing, ...(writing.manifest === undefined ? [] : [writing.manifest])];
    const before = places.map(({ outdir }) => outdir);
    try {
      for (const place of places) {
        place.outdir = this.directory;
        if (place.outdir !== this.directory) throw new Error('the output directory of the app cannot be changed');
      }
      const workingDirectory = process.cwd();
      synthesize();
      // Paths that the app has read and written relative to the old directory mean others now.
      if (!isAbsolute(before[0] ?? '') && process.cwd() !== workingDirectory) {
        throw new Error('the app changed the working directory, and its output directory is relative');
      }
    } finally {
      for (const [at, place] of places.entries()) place.outdir = before[at] ?? this.outdir;
    }
    for (const path of this.files()) this.digests.set(path, this.digestOf(this.directory, path));
  }

  /** Why a synthesis that passed must not be moved to the output directory: files that nobody judged. */
  problems(): Problem[] {
    const { written, found } = sinceFound(this.outdir);
    return [
      ...this.foreign(found).map((stranger) => this.found(stranger)),
      ...this.foreign(written)
        .filter(({ kind }) => kind !== 'data')
        .map((stranger) => this.wroteElsewhere(stranger)),
      ...[...this.files()].flatMap((path) => this.refused(path) ?? []),
    ];
  }

  /**
   * Moves the judged files to the output directory. The file of each stack appears at once, and the manifest last, so
   * that a killed process leaves only judged files. Never touches what Terraform keeps there.
   *
   * @throws CouldNotJudge when a file cannot be moved, or when the output directory then holds something else
   */
  place(): void {
    try {
      removeDeployable(this.outdir);
      for (const path of this.parts()) this.move(path);
    } catch (error) {
      throw new CouldNotJudge(
        `The judged files could not be moved to ${this.outdir}: ${error instanceof Error ? error.message : String(error)}.`,
        'A part of the stacks is not what was judged.',
        'Free space on the disk, check the permissions of the directory, and synthesize again.',
      );
    }
    for (const [path, digest] of this.digests) {
      if (this.digestOf(this.outdir, path) === digest) continue;
      throw new CouldNotJudge(
        `${join(this.outdir, path)} is not the file that was judged.`,
        'Another run or another program wrote to the output directory at the same time.',
        'Run one synthesis at a time for each output directory, and synthesize again.',
      );
    }
    const [problem] = this.problems();
    if (problem !== undefined) throw new CouldNotJudge(problem.what, problem.why, problem.fix, problem.stack);
  }

  /**
   * Removes everything deployable: in the output directory, what this process wrote there on other ways, and the unjudged
   * files.
   *
   * @returns the files in the output directory that Terraform would load and that this process did not write
   */
  discard(): string[] {
    removeDeployable(this.outdir);
    const { written, found } = sinceFound(this.outdir);
    for (const { path, kind } of written) if (kind !== 'data') rmSync(join(this.outdir, path), { force: true });
    this.close();
    return found.filter(({ kind }) => kind === 'terraform').map(({ path }) => path);
  }

  /** Removes the unjudged files. */
  close(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** Names the output directory in place of the directory of the unjudged files. */
  renamed(text: string, outdir: string): string {
    return text.replaceAll(this.directory, outdir);
  }

  /** Without the files that the synthesis replaces. A link is never replaced: the files would go to its target. */
  private foreign(strangers: readonly Stranger[]): Stranger[] {
    const written = new Set(this.files());
    return strangers.filter(({ path, kind }) => kind === 'link' || !written.has(path));
  }

  private found({ path, kind }: Stranger): Problem {
    const shown = join(this.outdir, path);
    if (kind === 'link') {
      return {
        stack: '',
        what: `${shown} is a symbolic link or a file in place of the directory of a stack.`,
        why: 'The synthesized files would go to another directory, together with files that nobody judged.',
        fix: 'Delete it. The synthesis creates the directory again.',
      };
    }
    return {
      stack: stackOf(path),
      what:
        kind === 'terraform'
          ? `${shown} is a Terraform file that the app did not synthesize.`
          : `${shown} is a file that neither the app nor Terraform wrote.`,
      why: 'Terraform would use the file together with the synthesized stack, so the file could undo what was judged.',
      fix: 'Delete the file, or move the file out of the output directory. Express its content as constructs in the app.',
    };
  }

  private wroteElsewhere({ path }: Stranger): Problem {
    return {
      stack: stackOf(path),
      what: `The app wrote the Terraform file ${join(this.outdir, path)} by itself, beside the synthesis.`,
      why: 'Nobody judged the file, and Terraform would run the file together with the synthesized stack.',
      fix: 'Express its content as constructs in the app, or with addOverride.',
    };
  }

  /** A problem for a file that must not be in the output directory. */
  private refused(path: string): Problem | undefined {
    const shown = join(this.outdir, path);
    const [top, , name = '', ...below] = path.split(sep);
    const inAssets = top === 'stacks' && name === 'assets' && below.length > 0;
    const why = 'The gate cannot judge the file, or cannot take the file away again after a denial.';
    if (!inAssets && lstatSync(join(this.directory, path)).isSymbolicLink()) {
      const what = `The app wrote the symbolic link ${shown}.`;
      return { stack: stackOf(path), what, why, fix: 'Copy the file, or use a TerraformAsset.' };
    }
    if (top === 'stacks' && isKept(name) && name !== LOCK_FILE) {
      const what = `The app wrote ${shown}, which belongs to Terraform.`;
      return { stack: stackOf(path), what, why: 'The file could replace a state.', fix: 'Do not write the file.' };
    }
    if (inAssets || !isTerraformFile(basename(path))) return undefined;
    if (top !== 'stacks' || below.length > 0 || !/^cdk\.tf(\.json)?$/.test(name)) {
      const what = `The app wrote the Terraform file ${shown} beside the file of the stack.`;
      return {
        stack: stackOf(path),
        what,
        why,
        fix: 'Express its content as constructs in the app, or with addOverride.',
      };
    }
    if (!readFileSync(join(this.directory, path), 'utf8').includes(basename(this.directory))) return undefined;
    return {
      stack: stackOf(path),
      what: `${shown} names the directory in which the app was synthesized before the judgement.`,
      why: 'That directory is removed at the end of the run.',
      fix: 'Use paths relative to the directory of the stack: `path.module`, or a TerraformAsset.',
    };
  }

  /** Every file and every symbolic link of the synthesis, relative to its directory. */
  private files(directory = ''): string[] {
    return entriesOf(join(this.directory, directory)).flatMap((entry) => {
      const path = join(directory, entry.name);
      return entry.isDirectory() ? this.files(path) : [path];
    });
  }

  /** Parts that are moved at once, in order: files and directories beside the stacks, the files of the stacks, the manifest. */
  private parts(): string[] {
    const names = (directory: string): string[] =>
      entriesOf(join(this.directory, directory)).map(({ name }) => join(directory, name));
    const inStacks = names('stacks').flatMap(names);
    // An asset is one directory. Assets of other stacks and of earlier runs stay.
    const all = [
      ...names('').filter((path) => path !== 'stacks'),
      ...inStacks.flatMap((path) => (basename(path) === 'assets' ? names(path) : [path])),
    ];
    const rank = (path: string): number => (path === 'manifest.json' ? 2 : isTerraformFile(basename(path)) ? 1 : 0);
    return all.sort((a, b) => rank(a) - rank(b));
  }

  private move(path: string): void {
    const to = join(this.outdir, path);
    const draft = draftOf(to);
    makeDirectory(dirname(to));
    // A copy, because the output directory may be a mounted file system.
    cpSync(join(this.directory, path), draft, { recursive: true, verbatimSymlinks: true });
    if (lstatSync(draft).isDirectory()) rmSync(to, { recursive: true, force: true });
    renameSync(draft, to);
  }

  private digestOf(directory: string, path: string): string {
    try {
      return sha256(readFileSync(join(directory, path)));
    } catch (error) {
      return (error as NodeJS.ErrnoException).code ?? '';
    }
  }
}

function stackOf(path: string): string {
  const [top, stack = ''] = path.split(sep);
  return top === 'stacks' ? stack : '';
}
