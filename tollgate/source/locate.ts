/** Finds the lines of the repository that findings are about. Has no part in the verdict. */
import { isObject, type Json, type JsonObject, type SourceLine, type StackDocument } from '../model';
import { parseAddress, parsePath } from './address';
import type { Constant } from './body';
import { isDownloaded, SourceFiles, within, type Located, type Module } from './files';
import { findArgument, type Found } from './nested';

/** The line of a finding, or why there is none. */
export type Answer = { readonly source: SourceLine } | { readonly sourceMissing: string };

/** Blocks that stand for a resource or a module call, and not for a variable or an output. */
const COUNTED = /^(?!var\.|output\.)/;

/** Finds lines below one directory. The files are read when the first line is asked for. */
export class Sources {
  private files: SourceFiles | undefined;
  private failure: string | undefined;
  private index: ReadonlyMap<string, readonly Module[]> = new Map();
  private readonly sizes = new Map<Module, number>();
  private readonly installed = new Map<string, ReadonlyMap<string, string>>();

  /** @param directory the searched directory */
  constructor(private readonly directory: string) {}

  /** @param stack the judged document */
  of(stack: StackDocument): StackSources {
    return new StackSources(this, stack);
  }

  /** The files; undefined when the directory cannot be read. */
  read(): SourceFiles | undefined {
    if (this.files !== undefined || this.failure !== undefined) return this.files;
    try {
      this.files = new SourceFiles(this.directory);
    } catch (error) {
      this.failure = `The sources in ${this.directory} cannot be read${codeOf(error)}: no finding names a line.`;
      return undefined;
    }
    const index = new Map<string, Module[]>();
    for (const module of this.files.modules.values()) {
      let size = 0;
      for (const address of module.blocks.keys()) {
        const others = index.get(address);
        if (others === undefined) index.set(address, [module]);
        else others.push(module);
        if (COUNTED.test(address)) size += 1;
      }
      this.sizes.set(module, size);
    }
    this.index = index;
    return this.files;
  }

  /** Sentences about the directory. */
  get notes(): readonly string[] {
    return [...(this.failure === undefined ? [] : [this.failure]), ...(this.files?.unread ?? [])];
  }

  /**
   * The directory that a document was planned in: the one that declares the same resources and module calls. Of several
   * the one that the plan is in or below.
   *
   * @returns the reason as a sentence when no directory, or more than one, can be meant
   */
  rootOf(stack: StackDocument, files: SourceFiles): Module | string {
    const names = declaredIn(stack);
    const matches = new Map<Module, number>();
    for (const name of names) {
      for (const module of this.index.get(name) ?? []) matches.set(module, (matches.get(module) ?? 0) + 1);
    }
    const home = stack.file === undefined ? undefined : files.relative(directoryOf(stack.file));
    const own = home === undefined ? undefined : files.modules.get(home);
    if (own !== undefined && matches.get(own) === names.size) return own;
    const ranked = [...matches]
      .filter(([, found]) => found * 2 > names.size)
      .map(([module, found]) => ({
        module,
        missing: names.size - found,
        others: stack.declared === undefined ? 0 : (this.sizes.get(module) ?? 0) - found,
      }))
      .sort((one, other) => one.missing - other.missing || one.others - other.others);
    const [best] = ranked;
    if (best === undefined) return `No directory of the sources declares the resources of ${stack.name}.`;
    const equal = ranked.filter(({ missing, others }) => missing === best.missing && others === best.others);
    if (equal.length === 1) return best.module;
    const above = equal
      .map(({ module }) => module)
      .filter(({ directory }) => directory === '' || (home !== undefined && `${home}/`.startsWith(`${directory}/`)))
      .sort((one, other) => other.directory.length - one.directory.length);
    if (above[0] !== undefined) return above[0];
    const shown = equal
      .map(({ module: { directory } }) => directory)
      .sort()
      .slice(0, 3);
    const more = equal.length > shown.length ? ` and ${equal.length - shown.length} more` : '';
    return `${shown.join(', ')}${more} declare the same resources: name the directory of ${stack.name} with --source, or write the plan there.`;
  }

  /** Directories of installed modules, by key. */
  installedIn(directory: string, files: SourceFiles): ReadonlyMap<string, string> {
    const known = this.installed.get(directory);
    if (known !== undefined) return known;
    const found = files.installed(directory);
    this.installed.set(directory, found);
    return found;
  }
}

/** Finds the lines of one document. */
export class StackSources {
  private root: Module | string | undefined;
  private values: ReadonlyMap<string, Json | undefined> | undefined;
  private readonly used = new Set<Module>();

  constructor(
    private readonly sources: Sources,
    private readonly stack: StackDocument,
  ) {}

  /**
   * @param address Terraform address without the stack
   * @param path attribute path, `''` for none
   */
  locate({ address, path }: { readonly address: string; readonly path: string }): Answer {
    const files = this.sources.read();
    if (files === undefined) return { sourceMissing: 'the sources cannot be read' };
    const parsed = parseAddress(address);
    if (parsed === undefined) return { sourceMissing: 'the finding is not about one resource' };
    this.root ??= this.sources.rootOf(this.stack, files);
    if (typeof this.root === 'string') return { sourceMissing: this.root };
    const way = this.enter(parsed.modules, this.root, files);
    if ('answer' in way) return way.answer;
    const { module, call } = way;
    const located = parsed.name === '' ? undefined : module.blocks.get(parsed.name);
    if (located === undefined) {
      if (parsed.name === '' && call !== undefined) return { source: line(call, call.block.line, 'block') };
      return { sourceMissing: this.missing(parsed.name, module) };
    }
    const source = this.lineIn(located, parsePath(path), address);
    if (!isDownloaded(module) || call === undefined) return { source };
    const note = `${parsed.name} is at ${source.file}:${source.line}, in a module that is not in the repository`;
    return { source: { ...line(call, call.block.line, 'module call'), note } };
  }

  /** Sentences about files that could not be read, and about a document whose directory is not known. */
  get notes(): string[] {
    return [
      ...(typeof this.root === 'string' ? [`The findings of ${this.stack.name} name no line. ${this.root}`] : []),
      ...[...this.used].flatMap(({ unread }) => unread),
    ];
  }

  /** Follows module calls. `call` is the last call in the repository. */
  private enter(
    names: readonly string[],
    root: Module,
    files: SourceFiles,
  ): { module: Module; call: Located | undefined } | { answer: Answer } {
    let module = root;
    let call: Located | undefined;
    this.used.add(root);
    for (const [at, name] of names.entries()) {
      const found: readonly Located[] = module.blocks.get(`module.${name}`) ?? [];
      const [first] = found;
      if (first === undefined) return { answer: { sourceMissing: this.missing(`module.${name}`, module) } };
      if (!isDownloaded(module)) call = first;
      const source = sourceOf(found);
      const directory =
        source === undefined
          ? undefined
          : /^\.\.?(\/|$)/.test(source)
            ? within(module.directory, source)
            : this.sources.installedIn(root.directory, files).get(names.slice(0, at + 1).join('.'));
      const next: Module | undefined = directory === undefined ? undefined : files.module(directory);
      if (next === undefined) {
        const shown = call ?? first;
        const note = `the files of module.${name} (${source ?? 'of unknown source'}) are not in the searched directory`;
        return { answer: { source: { ...line(shown, shown.block.line, 'module call'), note } } };
      }
      module = next;
      this.used.add(next);
    }
    return { module, call };
  }

  private missing(name: string, module: Module): string {
    const unread = module.unread.length === 0 ? '' : ', and a file there cannot be read';
    return `${module.directory === '' ? 'the searched directory' : module.directory} has no block ${name}${unread}`;
  }

  private lineIn(located: readonly Located[], path: readonly (string | number)[], address: string): SourceLine {
    this.values ??= valuesOf(this.stack.document);
    const value = this.values.get(address);
    const [own, ...overrides] = located;
    // An argument in an override file replaces the argument of the block.
    const order = [...overrides, ...(own === undefined ? [] : [own])];
    let best: { readonly one: Located; readonly found: Found } | undefined;
    for (const one of order.reverse()) {
      const found = findArgument(one.block, path, value);
      const better =
        best === undefined || found.of === 'argument' || (best.found.of === 'block' && found.depth > best.found.depth);
      if (better) best = { one, found };
    }
    if (best === undefined) throw new Error(`no block of ${address}`);
    return line(best.one, best.found.line, best.found.of);
  }
}

function line({ file }: Located, at: number, of: NonNullable<SourceLine['of']>): SourceLine {
  return { file, line: at, of };
}

/** The constant `source` of a module call; what an override file says comes first. */
function sourceOf(call: readonly Located[]): string | undefined {
  const [own, ...overrides] = call;
  for (const one of [...overrides, ...(own === undefined ? [] : [own])]) {
    const constant: Constant | undefined = one.block.arguments.get('source')?.constant();
    if (typeof constant === 'string') return constant;
  }
  return undefined;
}

/** Names of the resources and module calls of the root module: as configured, otherwise those of its resources. */
function declaredIn({ declared, document }: StackDocument): ReadonlySet<string> {
  if (declared !== undefined) return new Set(declared);
  return new Set(
    [...valuesOf(document).keys()].flatMap((address) => {
      const parsed = parseAddress(address);
      if (parsed === undefined) return [];
      return parsed.modules[0] === undefined ? parsed.name : `module.${parsed.modules[0]}`;
    }),
  );
}

/** The value of each resource of a plan or a state, by address. */
function valuesOf(document: JsonObject): Map<string, Json | undefined> {
  const found = new Map<string, Json | undefined>();
  for (const values of [document['planned_values'], document['values']]) {
    const waiting = [isObject(values) ? values['root_module'] : undefined];
    for (let module = waiting.pop(); isObject(module); module = waiting.pop()) {
      for (const { address, values: own } of objectsIn(module['resources'])) {
        if (typeof address === 'string') found.set(address, own);
      }
      waiting.push(...objectsIn(module['child_modules']));
    }
  }
  for (const { address, change } of objectsIn(document['resource_changes'])) {
    if (typeof address === 'string') found.set(address, isObject(change) ? change['after'] : undefined);
  }
  return found;
}

function objectsIn(list: Json | undefined): JsonObject[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function directoryOf(file: string): string {
  const end = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
  return end === -1 ? '.' : file.slice(0, end + 1);
}

function codeOf(error: unknown): string {
  return isObject(error) && typeof error['code'] === 'string' ? ` (${error['code']})` : '';
}
