/**
 * Reads the Terraform files below one directory. Never leaves the directory: links are not followed, and only regular
 * files are opened.
 */
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { Unreadable, type Block, type Body } from './body';
import { readHcl } from './hcl';
import { readTerraformJson } from './terraform-json';

/** A block and the file that it is in. */
export interface Located {
  /** Relative to the root of the repository, with `/`. */
  readonly file: string;
  readonly block: Block;
}

/** The blocks of one directory, which is what Terraform calls a module. */
export interface Module {
  /** Relative to the root of the files, with `/`; `''` for the root itself. */
  readonly directory: string;
  /**
   * By address: `aws_lb.web`, `data.aws_vpc.main`, `module.web`. The block itself comes first, then what override files
   * write about it, the last file first.
   */
  readonly blocks: ReadonlyMap<string, readonly Located[]>;
  /** Files of the directory that could not be read, as sentences. */
  readonly unread: readonly string[];
}

/** Size in bytes above which a file is not read. The largest of well-known modules have 0.1 MiB. */
const LARGEST_FILE = 4 << 20;

/** Number of files and directories after which the search ends. */
const MOST_ENTRIES = 500_000;

/** Directories that hold no source of the repository. */
const SKIPPED = new Set(['.git', '.terraform', '.terragrunt-cache', 'node_modules', 'cdktf.out']);

/** Whether a module is in a directory that Terraform makes for downloads, and not in the repository. */
export function isDownloaded({ directory }: Module): boolean {
  return directory.split('/').includes('.terraform');
}

/** All Terraform files below one directory. */
export class SourceFiles {
  /** The directory without links. */
  readonly root: string;
  /** The modules of the repository by directory. */
  readonly modules = new Map<string, Module>();
  /** Why some of the directory was not searched, as sentences. */
  readonly unread: string[] = [];
  /** Path from the root of the repository to {@link root}, with `/`. */
  private readonly prefix: string;
  private readonly downloaded = new Map<string, Module | undefined>();
  private entries = 0;

  /** @throws Error when the directory cannot be read */
  constructor(directory: string) {
    this.root = realpathSync(directory);
    if (!statSync(this.root).isDirectory()) throw new Error('not a directory');
    this.prefix = slashed(relative(repositoryOf(this.root), this.root));
    const waiting = [''];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const entries = this.list(next);
      this.entries += entries.length;
      if (this.entries > MOST_ENTRIES) {
        this.unread.push(`The directory has more than ${MOST_ENTRIES} files, and the rest was not searched.`);
        break;
      }
      const module = this.read(next, entries);
      if (module !== undefined) this.modules.set(next, module);
      for (const entry of entries) {
        if (entry.isDirectory() && !SKIPPED.has(entry.name)) waiting.push(joined(next, entry.name));
      }
    }
  }

  /** The module in a directory below {@link root}, also in one that Terraform made for downloads. */
  module(directory: string): Module | undefined {
    const known = this.modules.get(directory);
    if (known !== undefined || !directory.split('/').includes('.terraform')) return known;
    if (!this.downloaded.has(directory)) {
      this.downloaded.set(directory, this.isWithin(directory) ? this.read(directory, this.list(directory)) : undefined);
    }
    return this.downloaded.get(directory);
  }

  /** The directory of each module that `terraform init` installed for a root module, by key: `vpc.subnets`. */
  installed(directory: string): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    try {
      const manifest = joined(directory, '.terraform/modules/modules.json');
      if (!this.isWithin(dirname(manifest))) return found;
      const { Modules: modules } = JSON.parse(this.text(manifest)) as { Modules: { Key: unknown; Dir: unknown }[] };
      for (const { Key: key, Dir: dir } of modules) {
        const place = within(directory, String(dir));
        if (place !== undefined) found.set(String(key), place);
      }
    } catch {
      // Without a list that can be read nothing is installed.
    }
    return found;
  }

  /** A path of the file system relative to {@link root}; undefined when the path is elsewhere or does not exist. */
  relative(path: string): string | undefined {
    try {
      return within('', slashed(relative(this.root, realpathSync(path))));
    } catch {
      return undefined;
    }
  }

  private isWithin(directory: string): boolean {
    return this.relative(join(this.root, directory)) === directory;
  }

  private list(directory: string): Dirent[] {
    try {
      // Sorted, because the order of a directory differs between machines.
      return readdirSync(join(this.root, directory), { withFileTypes: true }).sort((one, other) =>
        one.name < other.name ? -1 : 1,
      );
    } catch {
      this.unread.push(`${this.shown(directory)} cannot be read.`);
      return [];
    }
  }

  private text(file: string): string {
    const path = join(this.root, file);
    const { size } = lstatSync(path);
    if (!lstatSync(path).isFile()) throw new Unreadable('the file is a link or no regular file');
    if (size > LARGEST_FILE) throw new Unreadable(`the file is larger than ${LARGEST_FILE >> 20} MiB`);
    return readFileSync(path, 'utf8');
  }

  private read(directory: string, entries: readonly Dirent[]): Module | undefined {
    const names = entries.flatMap((entry) =>
      isTerraform(entry.name) && !entry.isDirectory() && !isGenerated(entry.name) ? [entry.name] : [],
    );
    if (names.length === 0) return undefined;
    const blocks = new Map<string, Located[]>();
    const overriding = new Map<string, Located[]>();
    const unread: string[] = [];
    for (const name of names) {
      const file = this.shown(joined(directory, name));
      let body: Body;
      try {
        const text = this.text(joined(directory, name));
        body = name.endsWith('.json') ? readTerraformJson(text) : readHcl(text);
      } catch (error) {
        const why = error instanceof Unreadable ? error.message : 'the file cannot be opened';
        unread.push(`No finding points into ${file}: ${why}.`);
        continue;
      }
      const into = isOverride(name) ? overriding : blocks;
      for (const { address, block } of addressed(body)) {
        const before = into.get(address);
        if (before === undefined) into.set(address, [{ file, block }]);
        else before.push({ file, block });
      }
    }
    for (const [address, found] of overriding) {
      const own = blocks.get(address);
      if (own !== undefined) own.push(...found.reverse());
    }
    return { directory, blocks, unread };
  }

  private shown(path: string): string {
    return joined(this.prefix, path) || '.';
  }
}

/** The nearest directory with `.git`, otherwise the working directory where the directory is below it. */
function repositoryOf(directory: string): string {
  for (let at = directory; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (at === dirname(at)) break;
  }
  const here = realpathSync(process.cwd());
  return directory === here || directory.startsWith(here.endsWith(sep) ? here : here + sep) ? here : directory;
}

/** A path below `directory`, without `.` and `..`; undefined for one that leaves the root. */
export function within(directory: string, path: string): string | undefined {
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return undefined;
  const parts: string[] = [];
  for (const part of `${directory}/${path}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

function joined(directory: string, name: string): string {
  return directory === '' ? name : name === '' ? directory : `${directory}/${name}`;
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

function isTerraform(name: string): boolean {
  return /\.tf(\.json)?$/.test(name) && !name.startsWith('.');
}

/** CDKTF writes this file; the program is the source. */
function isGenerated(name: string): boolean {
  return name === 'cdk.tf.json' || name === 'cdk.tf';
}

function isOverride(name: string): boolean {
  return /(^|_)override\.tf(\.json)?$/.test(name);
}

function addressed({ blocks }: Body): { address: string; block: Block }[] {
  return blocks.flatMap((block) => {
    const [first, second] = block.labels;
    switch (block.type) {
      case 'resource':
        return second === undefined ? [] : [{ address: `${first}.${second}`, block }];
      case 'data':
      case 'ephemeral':
        return second === undefined ? [] : [{ address: `${block.type}.${first}.${second}`, block }];
      case 'module':
      case 'output':
        return first === undefined ? [] : [{ address: `${block.type}.${first}`, block }];
      case 'variable':
        return first === undefined ? [] : [{ address: `var.${first}`, block }];
      case 'check':
        return addressed({ arguments: new Map(), blocks: block.blocks.filter(({ type }) => type === 'data') });
      default:
        return [];
    }
  });
}
