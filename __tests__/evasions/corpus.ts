import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Edit, EvasionFamily } from './case';
import { addresses } from './families/addresses';
import { attachments } from './families/attachments';
import { beyondTiers } from './families/beyond-tiers';
import { defaultGroups } from './families/default-groups';
import { dynamicBlocks } from './families/dynamic-blocks';
import { lifecycle } from './families/lifecycle';
import { modules } from './families/modules';
import { otherOpenings } from './families/other-openings';
import { peers } from './families/peers';
import { ports } from './families/ports';
import { prefixLists } from './families/prefix-lists';
import { protocols } from './families/protocols';
import { ruleForms } from './families/rule-forms';
import { servingMembers } from './families/serving-members';

/** Every family of the corpus. */
export const families: readonly EvasionFamily[] = [
  ruleForms,
  defaultGroups,
  protocols,
  ports,
  addresses,
  peers,
  attachments,
  servingMembers,
  otherOpenings,
  beyondTiers,
  modules,
  lifecycle,
  dynamicBlocks,
  prefixLists,
];

/** Directory of the bases: `flat` and `modules`. */
export const BASES = join(__dirname, '..', 'fixtures', 'terraform');

/** The files of a base with an edit. */
export function edited(base: 'flat' | 'modules', edit: Edit): Record<string, string> {
  const files = read(join(BASES, base));
  for (const address of edit.without ?? []) change(files, address, () => '');
  for (const [address, hcl] of Object.entries(edit.inside ?? {})) {
    change(files, address, (block) => `${block.replace(/\}\n$/, '')}${hcl.replace(/\n*$/, '\n')}}\n`);
  }
  for (const [from, to] of edit.replace ?? []) {
    const holding = Object.entries(files).filter(([, text]) => text.includes(from));
    const [name = '', text = ''] = holding[0] ?? [];
    if (holding.length !== 1 || text.split(from).length !== 2) throw new Error(`"${from}" is not once in the base`);
    files[name] = text.replace(from, () => to);
  }
  return { ...files, ...edit.files, ...(edit.add === undefined ? {} : { 'evasion.tf': edit.add }) };
}

function change(files: Record<string, string>, address: string, to: (block: string) => string): void {
  const [type = '', name = ''] = address.split('.');
  const head = type === 'module' ? `module "${name}" {` : `resource "${type}" "${name}" {`;
  const block = new RegExp(`^${head.replace(/[{]/g, '\\{')}\\n(.*\\n)*?\\}\\n`, 'm');
  for (const [file, text] of Object.entries(files)) {
    const found = block.exec(text);
    if (found === null) continue;
    files[file] = text.replace(found[0], () => to(found[0]));
    return;
  }
  throw new Error(`the base has no ${address}`);
}

function read(directory: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.tf'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(directory, path), readFileSync(path, 'utf8')]),
  );
}
