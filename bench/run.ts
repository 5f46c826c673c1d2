/**
 * Measures the gate and other installed tools as whole processes on plans of `plans.ts`, and writes `results.md`. `npm
 * run bench` runs all measurements; `npm run bench -- --quick` measures small plans and writes nothing.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { denseShape } from './dense';
import { forEachShape, moduleShape, rootShape, serviceShape, WORST, writePlan, type PlanShape } from './plans';

const ROOT = join(__dirname, '..');
const CACHE = join(ROOT, 'node_modules', '.cache', 'tollgate-bench');
const GATE = join(ROOT, 'tollgate', 'dist', 'js', 'tollgate.js');
/** The settings of productos-api, so that the gate and stock engines use the same. */
const SETTINGS = join(ROOT, 'policies', 'settings');
const QUICK = process.argv.includes('--quick');
const TIMEOUT = 300_000;

/** One run of a process. Times in milliseconds; peak memory in MiB. */
interface Run {
  readonly wall: number;
  readonly cpu: number;
  readonly memory: number;
  readonly status: number | null;
  readonly out: string;
}

interface Tool {
  readonly name: string;
  readonly command: (plan: string) => readonly string[];
  /** Largest number of resources for which the tool is run. */
  readonly upTo: number;
}

interface Measured {
  readonly tool: string;
  readonly runs: readonly Run[];
}

// ------------------------------------------------------------------------------------------------ processes

/** @param times number of runs per measurement, for short processes */
function run(words: readonly string[], times = 1, timeout = TIMEOUT): Run {
  const usage = join(CACHE, 'usage');
  const loop = ['sh', '-c', 'for i in $(seq "$0"); do "$@" > /dev/null; done', String(times)];
  const start = process.hrtime.bigint();
  const out = spawnSync('/usr/bin/time', ['-q', '-o', usage, '-f', '%U %S %M', ...(times > 1 ? loop : []), ...words], {
    ...{ cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 29, timeout, stdio: ['ignore', 'pipe', 'ignore'] },
    env: { ...process.env, NO_COLOR: '1' },
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e6 / times;
  if (out.status === null) return { wall: NaN, cpu: NaN, memory: NaN, status: null, out: '' };
  const numbers = (readFileSync(usage, 'utf8').trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  const [user = NaN, system = NaN, memory = NaN] = numbers;
  const cpu = ((user + system) * 1000) / times;
  return { wall, cpu, memory: memory / 1024, status: out.status, out: out.stdout };
}

function installed(name: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
}

/** The policies for a stock engine: sources and settings, without tests and schemas. */
function stockPolicies(): string {
  const directory = join(CACHE, 'policies');
  rmSync(directory, { recursive: true, force: true });
  for (const part of ['gate', 'lib', 'rules', 'settings', 'defaults']) {
    cpSync(join(ROOT, 'policies', part), join(directory, part), {
      recursive: true,
      filter: (path) => !/(_test\.rego|\.schema\.json)$/.test(path),
    });
  }
  // conftest turns the folders below its data directory into names.
  const data = join(CACHE, 'data');
  rmSync(data, { recursive: true, force: true });
  for (const part of ['settings', 'defaults']) cpSync(join(directory, part), join(data, part), { recursive: true });
  mkdirSync(join(directory, 'conftest'));
  writeFileSync(
    join(directory, 'conftest', 'main.rego'),
    'package main\n\nimport rego.v1\n\ndeny contains {"msg": found.message} if {\n\tsome rule in data.gate.report.rules\n\tsome found in rule.deny\n}\n',
  );
  return directory;
}

function tools(): Tool[] {
  const policies = stockPolicies();
  const parse = 'JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"))';
  const always: Tool[] = [
    { name: 'node, bare', upTo: 50, command: () => ['node', '-e', '0'] },
    { name: 'node, reads and parses', upTo: Infinity, command: (plan) => ['node', '-e', parse, plan] },
    { name: 'tollgate', upTo: Infinity, command: (plan) => ['node', GATE, 'check', '--settings', SETTINGS, plan] },
  ];
  const peers: Tool[] = [
    { name: 'opa', upTo: 20_000, command: (plan) => ['opa', 'eval', '-d', policies, '-i', plan, 'data.gate.report'] },
    {
      ...{ name: 'conftest', upTo: 20_000 },
      command: (plan) => ['conftest', 'test', '--parser', 'json', '-p', policies, '-d', join(CACHE, 'data'), plan],
    },
    { name: 'trivy', upTo: 2_000, command: (plan) => ['trivy', 'config', '--quiet', plan] },
    {
      name: 'checkov',
      upTo: 2_000,
      command: (plan) => ['checkov', '--quiet', '--compact', '--framework', 'terraform_plan', '-f', plan],
    },
  ];
  return [...always, ...peers.filter(({ name }) => installed(name))];
}

/** Runs the tools in turns, so that other load affects all of them. The first round warms up and does not count. */
function measure(candidates: readonly Tool[], plan: string, rounds: number, times: number): Measured[] {
  const runs = candidates.map((): Run[] => []);
  for (let round = 0; round <= rounds; round++) {
    candidates.forEach(({ name, command }, at) => {
      // Slow tools run only once.
      if (round > 1 && ['checkov', 'trivy'].includes(name)) return;
      const one = run(command(plan), times);
      if (round > 0 || rounds === 0) runs[at]?.push(one);
    });
  }
  return candidates.map(({ name }, at) => ({ tool: name, runs: runs[at] ?? [] }));
}

// ------------------------------------------------------------------------------------------------ verdicts

interface Reported {
  readonly rule: string;
  readonly address: string;
  readonly path: string;
}

/** Compares the findings of the gate with those of `opa eval` on the unpruned plan. */
function sameFindings(plan: string, policies: string): string {
  const gate = run(['node', GATE, 'check', '--settings', SETTINGS, '--json', plan]).out;
  const stock = run(['opa', 'eval', '-d', policies, '-i', plan, '--format', 'raw', 'data.gate.report']).out;
  const ours = JSON.parse(gate) as { findings: Reported[]; undecided: Reported[] };
  type Sets = Readonly<Record<'deny' | 'undecided', readonly Reported[]>>;
  const theirs = JSON.parse(stock) as { rules: Readonly<Record<string, Sets>> };
  const texts = (found: readonly Reported[]): string =>
    found
      .map(({ rule, address, path }) => `${rule} ${address} ${path}`)
      .sort()
      .join('\n');
  for (const [own, set] of [
    [ours.findings, 'deny'],
    [ours.undecided, 'undecided'],
  ] as const) {
    const other = Object.entries(theirs.rules).flatMap(([rule, sets]) =>
      sets[set].map((found) => ({ ...found, rule })),
    );
    if (texts(own) !== texts(other)) throw new Error(`${plan}: opa eval and the gate differ in ${set}`);
  }
  return `${ours.findings.length} findings`;
}

// ------------------------------------------------------------------------------------------------ text

function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

const figure = (value: number, digits = 0): string => (Number.isNaN(value) ? '–' : value.toFixed(digits));

function row({ tool, runs }: Measured, gate: Measured | undefined): string {
  const walls = runs.map(({ wall }) => wall);
  const cpu = median(runs.map((one) => one.cpu));
  const ratio = cpu / median((gate?.runs ?? []).map((one) => one.cpu));
  const spread = `${figure(Math.min(...walls))}–${figure(Math.max(...walls))}`;
  const memory = figure(Math.max(...runs.map((one) => one.memory)));
  const status = runs[0]?.status ?? 'timeout';
  return `| ${tool} | ${figure(median(walls))} | ${spread} | ${figure(cpu)} | ${memory} | ${figure(ratio, 2)} | ${status} |`;
}

const HEAD = [
  '| process | median ms | spread | CPU ms | peak MiB | CPU / gate | exit |',
  '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
];

// ------------------------------------------------------------------------------------------------ measurements

function planFile(shape: PlanShape): string {
  mkdirSync(CACHE, { recursive: true });
  const path = join(CACHE, `${shape.name.replace(/[^a-z0-9_]+/g, '-')}-${shape.resources}.json`);
  if (!existsSync(path)) writePlan(path, shape);
  return path;
}

const cpuOf = (measured: readonly Measured[], tool: string): number =>
  median(measured.find((one) => one.tool === tool)?.runs.map(({ cpu }) => cpu) ?? []);
const wallOf = (measured: readonly Measured[], tool: string): number =>
  median(measured.find((one) => one.tool === tool)?.runs.map(({ wall }) => wall) ?? []);
const memoryOf = (measured: readonly Measured[], tool: string): number =>
  Math.max(...(measured.find((one) => one.tool === tool)?.runs.map(({ memory }) => memory) ?? [NaN]));

function table(shape: PlanShape, rounds: number, candidates: readonly Tool[], lines: string[]): Measured[] {
  const plan = planFile(shape);
  const measured = measure(
    candidates.filter(({ upTo }) => shape.resources <= upTo),
    plan,
    rounds,
    shape.resources < 100 ? 10 : 1,
  );
  const agreed = candidates.some(({ name, upTo }) => name === 'opa' && shape.resources <= upTo)
    ? `; opa eval agrees: ${sameFindings(plan, join(CACHE, 'policies'))}`
    : '';
  const megabytes = (statSync(plan).size / 1e6).toFixed(statSync(plan).size < 1e7 ? 1 : 0);
  lines.push('', `### ${shape.name}, ${shape.resources} resources (${megabytes} MB${agreed})`, '', ...HEAD);
  const gate = measured.find(({ tool }) => tool === 'tollgate');
  for (const one of measured) lines.push(row(one, gate));
  const [ours, conftest] = ['tollgate', 'conftest'].map((name) => measured.find(({ tool }) => tool === name)?.runs[0]);
  if (conftest !== undefined && conftest.status !== ours?.status) {
    throw new Error(
      `${plan}: conftest exits with ${conftest.status ?? 'a timeout'}, the gate with ${ours?.status ?? 'none'}`,
    );
  }
  console.log(lines.slice(-measured.length - 4).join('\n'));
  return measured;
}

/** Many plans in one call, compared with a loop over `opa eval` on some of the plans. */
function throughput(lines: string[], count: number): void {
  const directory = join(CACHE, 'many');
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const sources = [rootShape, moduleShape, forEachShape].map((shape) => planFile(shape(1_000)));
  for (let at = 0; at < count; at++) {
    linkSync(sources[at % sources.length] ?? '', join(directory, `plan-${String(at).padStart(4, '0')}.json`));
  }
  const gate = run(['node', GATE, 'check', '--settings', SETTINGS, join(directory, '*.json')], 1, 1_200_000);
  lines.push(
    '',
    `## ${count} plans of 1,000 resources`,
    '',
    '| process | plans | s | plans a second | peak MiB |',
    '| --- | ---: | ---: | ---: | ---: |',
  );
  const add = (name: string, plans: number, { wall, memory }: Pick<Run, 'wall' | 'memory'>): void => {
    lines.push(
      `| ${name} | ${plans} | ${figure(wall / 1000, 1)} | ${figure((plans * 1000) / wall, 1)} | ${figure(memory)} |`,
    );
  };
  add('tollgate, one call', count, gate);
  if (installed('opa')) {
    const some = readdirSync(directory).slice(0, Math.min(count, 12));
    const runs = some.map((name) =>
      run(['opa', 'eval', '-d', join(CACHE, 'policies'), '-i', join(directory, name), 'data.gate.report']),
    );
    const wall = runs.reduce((sum, one) => sum + one.wall, 0);
    add('opa eval in a loop', some.length, { wall, memory: Math.max(...runs.map(({ memory }) => memory)) });
  }
  console.log(lines.slice(-5).join('\n'));
}

/** Compares a synth with judging and a synth without. */
function synthesis(lines: string[]): Ratio {
  const outdir = join(CACHE, 'synth');
  const once = (file: string): Run => run(['env', `CDKTF_OUTDIR=${outdir}`, 'node', '--import', 'tsx', file]);
  const files = ['bench/synth.ts', 'main.ts'];
  const runs = files.map((): Run[] => []);
  for (let round = 0; round < 8; round++) files.forEach((file, at) => round > 0 && runs[at]?.push(once(file)));
  lines.push('', '## Synthesizing this repository', '', ...HEAD.map((line) => line.replace('gate', 'judged')));
  const measured = files.map((_, at) => ({
    tool: at === 0 ? 'synth alone' : 'synth, judged',
    runs: runs[at] ?? [],
  }));
  for (const one of measured) lines.push(row(one, measured[1]));
  console.log(lines.slice(-2).join('\n'));
  return ratio(measured, 'synth, judged', 'synth alone');
}

function machine(): string {
  const version = (name: string, ...words: string[]): string =>
    /\d+\.\d+\.\d+/.exec(spawnSync(name, words, { encoding: 'utf8' }).stdout)?.[0] ?? '';
  const peers = [
    ['opa', 'version'],
    ['conftest', '--version'],
    ['trivy', '--version'],
    ['checkov', '--version'],
  ].filter(([name = '']) => installed(name));
  const versions = peers.map(([name = '', ...words]) => `${name} ${version(name, ...words)}`);
  const certificates =
    process.env['NODE_EXTRA_CA_CERTS'] === undefined
      ? ''
      : ' Every start of Node, also the bare one, reads certificates (NODE_EXTRA_CA_CERTS).';
  return `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, node ${process.versions.node}, ${versions.join(', ')}.${certificates}`;
}

/** Ratio of the median times of two tools. */
interface Ratio {
  readonly wall: number;
  readonly cpu: number;
}

const ratio = (measured: readonly Measured[], one: string, other: string): Ratio => ({
  wall: wallOf(measured, one) / wallOf(measured, other),
  cpu: cpuOf(measured, one) / cpuOf(measured, other),
});

interface Goal {
  readonly figure: string;
  readonly value: Ratio;
  readonly must: number;
  readonly goal: number;
  /** Whether a larger value is better. */
  readonly atLeast?: boolean;
}

function goals(found: readonly Goal[]): string[] {
  const meets = ({ value, atLeast }: Goal, bound: number): string =>
    Number.isNaN(value.wall)
      ? '–'
      : (atLeast === true ? value.wall >= bound : value.wall <= bound)
        ? 'met'
        : '**not met**';
  return [
    '| figure | elapsed | CPU | must | goal |',
    '| --- | ---: | ---: | --- | --- |',
    ...found.map((goal) => {
      const sign = goal.atLeast === true ? '≥' : '≤';
      return `| ${goal.figure} | ${figure(goal.value.wall, 2)} | ${figure(goal.value.cpu, 2)} | ${sign} ${goal.must}: ${meets(goal, goal.must)} | ${sign} ${goal.goal}: ${meets(goal, goal.goal)} |`;
    }),
  ];
}

function main(): void {
  mkdirSync(CACHE, { recursive: true });
  const candidates = tools();
  const lines: string[] = [];
  const small = table(serviceShape(), QUICK ? 2 : 5, candidates, lines);
  const stack = table(rootShape(0), QUICK ? 2 : 5, candidates, lines);
  const thousand = table(rootShape(1_000), QUICK ? 3 : 7, candidates, lines);
  if (QUICK) return;
  table(moduleShape(1_000), 3, candidates, lines);
  const ten = table(rootShape(10_000), 3, candidates, lines);
  const tenModules = table(moduleShape(10_000), 2, candidates, lines);
  table(forEachShape(10_000), 2, candidates, lines);
  const hundred = table(rootShape(100_000), 3, candidates, lines);
  const hundredModules = table(moduleShape(100_000), 3, candidates, lines);
  lines.push('', '## Dense', '', 'Rules read nearly every resource, and a plan contains many systems.');
  for (const resources of [1_000, 10_000]) {
    for (const inside of [0, 0.5, 1]) table(denseShape({ resources, inside }), 1, candidates, lines);
  }
  lines.push('', '## Worst shapes');
  const few = candidates.filter(({ name }) => ['node, reads and parses', 'tollgate'].includes(name));
  for (const shape of [
    WORST.oneGroup(10_000),
    WORST.groups(10_000),
    WORST.inline(2_500),
    WORST.inline(10_000),
    WORST.priced(2_000),
    WORST.priced(8_000),
    WORST.wide(1_000),
    WORST.deep(12),
    WORST.deep(1_000),
  ]) {
    table(shape, 1, few, lines);
  }
  lines.push('', '## Longer than the maximum string length of V8');
  table(
    rootShape(380_000),
    0,
    candidates.filter(({ name }) => name === 'tollgate'),
    lines,
  );
  throughput(lines, 1_000);
  const synthesized = synthesis(lines);
  const perResource = (many: readonly Measured[], less: readonly Measured[]): Ratio => {
    const of = (take: typeof cpuOf): number =>
      (take(many, 'tollgate') - take(small, 'tollgate')) / 10 / (take(less, 'tollgate') - take(small, 'tollgate'));
    return { wall: of(wallOf), cpu: of(cpuOf) };
  };
  const parsed = 'node, reads and parses';
  const met = goals([
    {
      figure: 'gate / bare node, 20 resources',
      value: ratio(small, 'tollgate', 'node, bare'),
      must: 1.5,
      goal: 1.2,
    },
    {
      figure: 'the same, the 37 of the production stack',
      value: ratio(stack, 'tollgate', 'node, bare'),
      must: 1.5,
      goal: 1.2,
    },
    { figure: 'gate / reads and parses, 10,000', value: ratio(ten, 'tollgate', parsed), must: 2.5, goal: 0.9 },
    { figure: 'gate / reads and parses, 100,000', value: ratio(hundred, 'tollgate', parsed), must: 3.5, goal: 0.6 },
    { figure: 'opa eval / gate, 1,000', value: ratio(thousand, 'opa', 'tollgate'), must: 1.8, goal: 3, atLeast: true },
    { figure: 'opa eval / gate, 10,000', value: ratio(ten, 'opa', 'tollgate'), must: 4.5, goal: 11, atLeast: true },
    {
      figure: 'peak memory: opa eval / gate, 10,000',
      value: { wall: memoryOf(ten, 'opa') / memoryOf(ten, 'tollgate'), cpu: NaN },
      must: 2,
      goal: 5,
      atLeast: true,
    },
    { figure: 'time a resource, 100,000 / 10,000, root', value: perResource(hundred, ten), must: 1.2, goal: 1.05 },
    { figure: 'the same, behind modules', value: perResource(hundredModules, tenModules), must: 1.2, goal: 1.05 },
    { figure: 'judging at synth / synth alone', value: synthesized, must: 1.2, goal: 1.05 },
  ]);
  const text = [
    '# Results of the last run',
    '',
    `Made by \`npm run bench\`. ${machine()}`,
    '',
    'Whole processes, run in turns; the first round is not counted. Musts and goals are for elapsed time, on a machine without',
    'other load. CPU time includes all threads and the system.',
    '',
    ...met,
    '',
    '## Plans',
    ...lines,
    '',
  ];
  writeFileSync(join(__dirname, 'results.md'), text.join('\n'));
}

main();
