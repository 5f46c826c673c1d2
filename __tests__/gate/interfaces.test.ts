/**
 * A type with an attribute for security groups is in the table of lib/interfaces.rego as soon as any rule reads the type, for its
 * price for example: lib/plan/group_uses.rego leaves open only what types hold that no rule reads.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const POLICIES = join(__dirname, '..', '..', 'policies');
const read = (path: string): string => readFileSync(join(POLICIES, path), 'utf8');

/** Types whose attribute names the group that a rule or an attachment is about. */
const ABOUT_GROUPS =
  /^aws_(default_security_group|security_group|security_group_rule|vpc_security_group_(in|e)gress_rule|network_interface_sg_attachment|vpc_endpoint_security_group_association)$/;

test('each type that a rule reads and that holds security groups is in the table of interfaces', () => {
  const known = new Set([...read('lib/plan/types.rego').matchAll(/^\t"(aws_\w+)",$/gm)].map(([, type]) => type ?? ''));
  const table = new Set([...read('lib/interfaces.rego').matchAll(/^\t"(aws_\w+)":/gm)].map(([, type]) => type ?? ''));
  const rows = read('provider/schema.tsv').trim().split('\n').slice(1);
  const holders = rows.flatMap((row) => {
    const [type = '', path = '', , , flags = ''] = row.split('\t');
    const name = path.split('.').at(-1) ?? '';
    const given = /(^|_)security_group/.test(name) && !/^(source|referenced|default)_/.test(name);
    return known.has(type) && given && /optional|required/.test(flags) && !ABOUT_GROUPS.test(type) ? [type] : [];
  });
  expect(new Set(holders).size).toBeGreaterThan(20);
  expect(holders.filter((type) => !table.has(type))).toEqual([]);
});
