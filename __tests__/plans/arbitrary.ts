/** Made-up architectures of every kind, small enough to be read when one of them tells something. */
import * as fc from 'fast-check';
import type { Architecture, Group, Holder, Home, Instances, Peer, Rule, Use } from './architecture';
import { group, service } from './service';

const HOMES: readonly Home[] = ['', 'edge', 'data', 'edge/inner'];
const NAMES = ['one', 'two', 'three', 'four', 'five'];

const home: fc.Arbitrary<Home> = fc.constantFrom(...HOMES);

const instances: fc.Arbitrary<Instances> = fc.constantFrom<Instances>('one', 'one', 'one', 'count', 'for_each');

/** Ranges of every sort: everybody, pieces of everybody, private ones, and odd spellings. */
export const cidr = fc.constantFrom(
  '0.0.0.0/0',
  '0.0.0.0/1',
  '128.0.0.0/1',
  '1.2.3.4/0',
  '10.0.0.0/16',
  '10.0.1.0/24',
  '198.51.100.0/24',
  '::/0',
  '0::/0',
  '2001:db8::/32',
);

/** Protocols as people write them. */
export const protocol = fc.constantFrom('tcp', 'tcp', 'TCP', '6', 'udp', '-1', 'icmp', 'all', '50');

/** Ports, as [from, to]. */
export const ports: fc.Arbitrary<readonly [number | null, number | null]> = fc.constantFrom(
  ...([
    [80, 80],
    [8000, 8000],
    [5432, 5432],
    [22, 22],
    [0, 65535],
    [0, 0],
    [80, 8000],
    [443, 22],
    [-1, -1],
    [null, null],
  ] as const),
);

const groups: fc.Arbitrary<readonly Group[]> = fc
  .array(
    fc.record({
      home,
      kind: fc.constantFrom<Group['kind']>('managed', 'managed', 'managed', 'managed', 'data', 'default'),
      instances,
      exists: fc.boolean(),
    }),
    { minLength: 1, maxLength: NAMES.length },
  )
  .map((drafts) => drafts.map((draft, at) => ({ ...draft, name: NAMES[at] ?? '' })));

function use(names: readonly string[]): fc.Arbitrary<Use> {
  return fc.record({
    group: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...names) },
      { weight: 1, arbitrary: fc.constantFrom('sg-0abc', '123456789012/sg-0abc') },
    ),
    via: fc.constantFrom<Use['via']>(
      ...['reference' as const, 'reference' as const, 'reference' as const, 'local' as const, 'each' as const],
      ...['carrier' as const, 'attribute' as const, 'module' as const, 'object' as const, 'member' as const],
      ...['key' as const, 'key' as const],
    ),
  });
}

function peer(names: readonly string[]): fc.Arbitrary<Peer> {
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('cidr' as const),
        cidr,
        how: fc.constantFrom<'literal' | 'computed' | 'unknown'>('literal', 'literal', 'computed', 'unknown'),
      }),
    },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('group' as const), use: use(names) }) },
    { weight: 1, arbitrary: fc.constant<Peer>({ kind: 'prefix_list', id: 'pl-0123' }) },
    { weight: 1, arbitrary: fc.constant<Peer>({ kind: 'self' }) },
  );
}

function rules(known: readonly Group[]): fc.Arbitrary<readonly Rule[]> {
  const names = known.map(({ name }) => name);
  return fc
    .array(
      fc.record({
        home,
        form: fc.constantFrom<Rule['form']>('modern', 'classic', 'inline'),
        direction: fc.constantFrom<Rule['direction']>('ingress', 'ingress', 'egress'),
        group: use(names),
        protocol,
        ports,
        unknownPort: fc.constantFrom(false, false, false, false, true),
        instances,
        peers: fc.array(peer(names), { minLength: 1, maxLength: 3 }),
      }),
      { maxLength: 6 },
    )
    .map((drafts) => drafts.map(({ ports: [from, to], ...draft }, at) => ({ ...draft, from, to, name: `rule_${at}` })))
    .map((drafts) => drafts.map((rule) => sensible(rule, names)));
}

/** As Terraform takes it: no cycle of inline rules, groups only where they can be named. */
function sensible(rule: Rule, names: readonly string[]): Rule {
  if (rule.form !== 'inline') return rule;
  const own = names.indexOf(rule.group.group);
  const peers = rule.peers
    .filter((peer) => peer.kind !== 'group' || names.indexOf(peer.use.group) < own)
    .map((peer): Peer => (peer.kind === 'group' ? { ...peer, use: { ...peer.use, via: viaInline(peer.use) } } : peer));
  return { ...rule, peers: peers.length > 0 ? peers : [{ kind: 'self' }] };
}

function viaInline({ via }: Use): Use['via'] {
  return via === 'each' || via === 'member' || via === 'key' ? 'reference' : via;
}

function holders(names: readonly string[]): fc.Arbitrary<readonly Holder[]> {
  const kinds: readonly Holder['kind'][] = [
    'application load balancer',
    'network load balancer',
    'fleet',
    'fleet by interfaces',
    'fleet by launch configuration',
    'fleet that serves nothing',
    'target instance',
    'unknown target',
    'instance',
    'database',
    'cluster',
    'endpoint',
  ];
  const held = use(names).map(({ group, via }): Use => ({ group, via: via === 'each' ? 'reference' : via }));
  return fc
    .array(
      fc.record({
        home,
        kind: fc.constantFrom(...kinds),
        groups: fc.option(fc.array(held, { maxLength: 2 }), { nil: undefined, freq: 6 }),
      }),
      { maxLength: 5 },
    )
    .map((drafts) => drafts.map((draft, at) => ({ ...draft, name: `holder_${at}` })));
}

/** Any architecture. */
export const architecture: fc.Arbitrary<Architecture> = groups.chain((known) =>
  fc.record({
    repeated: fc.record({
      edge: fc.constantFrom<Instances>('one', 'one', 'count'),
      data: fc.constantFrom<Instances>('one', 'one', 'for_each'),
      'edge/inner': fc.constantFrom<Instances>('one', 'one', 'count'),
    }),
    groups: fc.constant(known),
    rules: rules(known),
    holders: holders(known.map(({ name }) => name)),
  }),
);

/** The service with rules added, changed and left out, and sometimes a holder with a group that is not its own. */
export const changedService: fc.Arbitrary<Architecture> = fc
  .record({
    kept: fc.array(fc.constantFrom(true, true, true, false), {
      minLength: service.rules.length,
      maxLength: service.rules.length,
    }),
    added: fc.array(
      fc.record({
        form: fc.constantFrom<Rule['form']>('modern', 'classic'),
        direction: fc.constantFrom<Rule['direction']>('ingress', 'ingress', 'egress'),
        of: fc.constantFrom('alb', 'app', 'db', 'other'),
        protocol,
        ports,
        peer: fc.oneof(
          cidr.map((range): Peer => ({ kind: 'cidr', cidr: range, how: 'literal' })),
          fc.constantFrom('alb', 'app', 'db', 'other').map((name): Peer => ({ kind: 'group', use: direct(name) })),
          fc.constant<Peer>({ kind: 'self' }),
        ),
      }),
      { maxLength: 3 },
    ),
    stranger: fc.constantFrom(undefined, undefined, undefined, 'alb', 'app', 'db', 'other'),
  })
  .map(({ kept, added, stranger }) => ({
    ...service,
    groups: [...service.groups, group('other')],
    rules: [
      ...service.rules.filter((_, at) => kept[at]),
      ...added.map(({ of, ports: [from, to], peer: only, ...rest }, at): Rule => ({
        ...rest,
        ...{ name: `added_${at}`, home: '', group: direct(of), from, to, instances: 'one', peers: [only] },
      })),
    ],
    holders:
      stranger === undefined
        ? service.holders
        : [...service.holders, { name: 'stranger', home: '', kind: 'target instance', groups: [direct(stranger)] }],
  }));

function direct(name: string): Use {
  return { group: name, via: 'reference' };
}
