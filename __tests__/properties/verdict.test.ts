import { join } from 'node:path';
import * as fc from 'fast-check';
import { loadArtifact } from '../../tollgate/engine/artifact';
import { Engine } from '../../tollgate/engine/evaluate';
import { loadSettings } from '../../tollgate/engine/settings';
import type { JsonObject } from '../../tollgate/model';
import { architecture, changedService } from '../plans/arbitrary';
import { build, type Architecture } from '../plans/architecture';
import {
  inForm,
  knownAttributes,
  moved,
  renamed,
  shortNames,
  shuffled,
  splitUp,
  unknownAt,
  widened,
  withoutModules,
} from '../plans/edits';
import { runs } from '../plans/runs';
import { service } from '../plans/service';
import { planOf, type PlanOptions } from '../plans/terraform';
import { DEFAULTS, SETTINGS } from '../settings';

const ROOT = join(__dirname, '..', '..');
const { wasm, settings: names, catalog } = loadArtifact(join(ROOT, 'policies', 'compiled'));
const settings = loadSettings(DEFAULTS, names, catalog, SETTINGS);
const engine = new Engine(wasm, JSON.stringify(settings.data));

interface Answer {
  /** `rule address path` of every denial, sorted. */
  readonly denied: string[];
  readonly undecided: string[];
}

/** The answers of the network rules about a plan. */
function ask(plan: JsonObject, wanted: (rule: string) => boolean = () => true): Answer {
  const document = { name: '', document: plan, resources: 0, constructPaths: new Map<string, string>() };
  const rules = Object.entries(engine.evaluate([document]).rules).filter(([rule]) => wanted(rule));
  const lines = (kind: 'deny' | 'undecided'): string[] =>
    rules.flatMap(([rule, said]) => said[kind].map(({ address, path }) => `${rule} ${address} ${path}`)).sort();
  return { denied: lines('deny'), undecided: lines('undecided') };
}

function askOf(made: Architecture, options: PlanOptions = {}): Answer {
  return ask(planOf(build(made), options));
}

/** The answer with every line translated. */
function mapped({ denied, undecided }: Answer, translate: (line: string) => string): Answer {
  const all = (lines: string[]): string[] => [...new Set(lines.map(translate))].sort();
  return { denied: all(denied), undecided: all(undecided) };
}

/** Only the newer form can leave out a port, which gives a separate finding. */
function withPorts(made: Architecture): Architecture {
  const rules = made.rules.map((rule) =>
    /^(tcp|udp|6|17)$/i.test(typeof rule.protocol === 'string' ? rule.protocol : '')
      ? { ...rule, from: rule.from ?? 0, to: rule.to ?? 65535 }
      : rule,
  );
  return { ...made, rules };
}

const ruleOf = (line: string): string => line.split(' ')[0] ?? '';

/** Architectures of every kind, and those near to the one that is right. */
const any = fc.oneof(architecture, changedService);

test('the service, as it is declared, has no denial of the network rules', () => {
  const network = (rule: string): boolean => rule.startsWith('network.');
  expect(ask(planOf(build(service)), network)).toEqual({ denied: [], undecided: [] });
  expect(ask(planOf(build(service), { applied: true }), network)).toEqual({ denied: [], undecided: [] });
});

describe('the verdict does not change', () => {
  test('with the order of resources', () => {
    fc.assert(
      fc.property(any, fc.infiniteStream(fc.nat()), (made, numbers) => {
        const plan = planOf(build(made));
        const other = shuffled(plan, (upTo) => (numbers.next().value ?? 0) % upTo);
        expect(ask(other)).toEqual(ask(plan));
      }),
      runs(40),
    );
  });

  test('with the names of resources', () => {
    fc.assert(
      fc.property(any, (made) => {
        expect(mapped(askOf(renamed(made)), shortNames)).toEqual(mapped(askOf(made), (line) => line));
      }),
      runs(40),
    );
  });

  test('when resources move into modules', () => {
    const home = fc.constantFrom('', 'edge', 'data', 'edge/inner');
    fc.assert(
      fc.property(changedService, fc.record({ groups: home, rules: home, holders: home }), (made, to) => {
        expect(mapped(askOf(moved(made, to)), withoutModules)).toEqual(mapped(askOf(made), (line) => line));
      }),
      runs(40),
    );
  });

  test('when a rule with several sources becomes one rule for each source', () => {
    fc.assert(
      fc.property(changedService, fc.nat(), fc.nat(), (made, one, other) => {
        const merged = withPeersOf(inForm(made, 'classic'), one, other);
        expect(mapped(askOf(splitUp(merged)), ruleOf)).toEqual(mapped(askOf(merged), ruleOf));
      }),
      runs(40),
    );
  });

  test('with the form in which all rules are written', () => {
    const form = fc.constantFrom('modern' as const, 'classic' as const, 'inline' as const);
    fc.assert(
      fc.property(changedService, form, form, (made, one, other) => {
        const answers = [one, other].map((each) => askOf(inForm(withPorts(made), each), { applied: true }));
        expect(mapped(answers[0] ?? NOTHING, ruleOf)).toEqual(mapped(answers[1] ?? NOTHING, ruleOf));
      }),
      runs(40),
    );
  });

  test('when every computed value is unknown', () => {
    fc.assert(
      fc.property(changedService, (made) => {
        expect(askOf(made, { applied: true })).toEqual(askOf(made));
      }),
      runs(40),
    );
  });
});

const NOTHING: Answer = { denied: [], undecided: [] };

/** Adds the sources of one rule to another rule of the same kind. */
function withPeersOf(made: Architecture, one: number, other: number): Architecture {
  const [to, from] = [one, other].map((at) => made.rules[at % Math.max(1, made.rules.length)]);
  if (to === undefined || from === undefined) return made;
  const sorts = [...to.peers, ...from.peers].filter((peer) => peer.kind === 'cidr');
  // The classic form has one group at most.
  const peers = [...to.peers.filter((peer) => peer.kind !== 'cidr').slice(0, 1), ...sorts];
  return { ...made, rules: made.rules.map((rule) => (rule === to ? { ...rule, peers } : rule)) };
}

describe('a denial does not become a pass', () => {
  test('when a rule is edited to allow more traffic', () => {
    // The wider rule may open a missing flow, or turn a malformed rule into a valid one, so NET-002 and NET-008 are not compared.
    const lasting = (rule: string): boolean =>
      rule.startsWith('network.') && rule !== 'network.declared_flows_open' && rule !== 'network.rules_well_formed';
    const how = fc.constantFrom('ports' as const, 'protocol' as const, 'peer' as const);
    fc.assert(
      fc.property(changedService, fc.nat(), how, (made, at, way) => {
        const [before = NOTHING, after = NOTHING] = [made, widened(made, at, way)].map((each) =>
          ask(planOf(build(each)), lasting),
        );
        if (before.denied.length > 0) expect(after.denied).not.toEqual([]);
      }),
      runs(80),
    );
  });

  test('when an attribute is not known any more', () => {
    fc.assert(
      fc.property(any, fc.nat(), (made, at) => {
        const plan = planOf(build(made), { applied: true });
        const known = knownAttributes(plan);
        const chosen = known[at % Math.max(1, known.length)];
        if (chosen === undefined) return;
        const [before, after] = [ask(plan), ask(unknownAt(plan, chosen))];
        // By the same rule, or by another that now has more reason to.
        const rest = [...after.denied, ...after.undecided].flatMap((line) => line.split(' ').slice(0, 2));
        expect(
          before.denied.filter(
            (line) =>
              !line
                .split(' ')
                .slice(0, 2)
                .some((part) => rest.includes(part)),
          ),
        ).toEqual([]);
      }),
      runs(80),
    );
  });
});
