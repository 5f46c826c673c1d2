/** Resources that run a program while Terraform plans or applies, in synthesized stacks and in plans. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeApart, judgeSynthesized } from '../../tollgate/judge';
import type { Json, JsonObject, Report } from '../../tollgate/model';
import { SETTINGS } from '../settings';
import { withSynthesized } from '../variants/synthesis';

interface Answer {
  readonly exitCode: number;
  readonly denied: readonly string[];
  readonly undecided: readonly string[];
}

function answer({ verdict, findings, undecided }: Report): Answer {
  const lines = (entries: readonly { readonly id: string; readonly address: string }[]): string[] =>
    entries.map(({ id, address }) => `${id} ${address}`);
  return { exitCode: verdict.exitCode, denied: lines(findings), undecided: lines(undecided) };
}

const passed: Answer = { exitCode: 0, denied: [], undecided: [] };
const denied = (address: string): Answer => ({ ...passed, exitCode: 1, denied: [`TF-001 ${address}`] });
const unsure = (address: string): Answer => ({ ...passed, exitCode: 2, undecided: [`TF-001 ${address}`] });

describe('a synthesized stack', () => {
  const program = { program: ['true'] };

  test.each<[about: string, path: string, value: JsonObject, right: Answer]>([
    ['with a data source that runs a program', 'data.external.open', program, denied('data.external.open')],
    [
      'with a data source inside a check',
      'check.health',
      {
        data: { external: { inner: program } },
        assert: [{ condition: '${true}', error_message: 'never' }],
      },
      denied('data.external.inner'),
    ],
    ['with a resource that runs a script', 'resource.shell_script.open', {}, denied('shell_script.open')],
    [
      'with an ephemeral resource that invokes a function',
      'ephemeral.aws_lambda_invocation.open',
      { function_name: 'open', payload: '{}' },
      denied('ephemeral.aws_lambda_invocation.open'),
    ],
    [
      'with an action that invokes a function',
      'action.aws_lambda_invoke.open',
      { config: { function_name: 'open', payload: '{}' } },
      denied('action.aws_lambda_invoke.open'),
    ],
    ['with an action of an unknown type', 'action.acme_restart.all', { config: {} }, unsure('action.acme_restart.all')],
    [
      'with an action that runs no program',
      'action.aws_cloudfront_create_invalidation.all',
      { config: { distribution_id: 'E1', paths: ['/*'] } },
      passed,
    ],
    ['with an action that has no instance', 'action.local_command.none', { count: 0, config: {} }, passed],
    ['with a data source that fetches a document', 'data.http.address', { url: 'https://example.com' }, passed],
  ])('%s', (_, path, value, right) => {
    const change = {
      name: path,
      change: (service: { addOverride: (path: string, value: unknown) => void }) => service.addOverride(path, value),
    };
    const report = withSynthesized(change, (outdir) => judgeSynthesized(outdir, { settings: SETTINGS }));
    // A resource of an unknown type has no price, which the cost rules say.
    const { undecided, ...rest } = answer(report);
    expect({ ...rest, undecided: undecided.filter((line) => !line.startsWith('COST-')) }).toEqual(right);
  });
});

describe('a plan', () => {
  const judged = (change: (plan: JsonObject) => void): Report => {
    const plan = JSON.parse(
      readFileSync(join(__dirname, '..', 'fixtures', 'plans', 'existing-system.json'), 'utf8'),
    ) as JsonObject;
    change(plan);
    const [judgement] = judgeApart([{ path: 'plan.json', bytes: Buffer.from(JSON.stringify(plan)) }], {
      settings: SETTINGS,
    });
    if (judgement === undefined) throw new Error('nothing was judged');
    return judgement.report;
  };
  const root = (plan: JsonObject): JsonObject => (plan['configuration'] as { root_module: JsonObject }).root_module;
  const invocation: Json = {
    address: 'module.m.action.aws_lambda_invoke.open[0]',
    type: 'aws_lambda_invoke',
    name: 'open',
    config_values: { function_name: 'open', payload: 'zq-payload' },
    provider_name: 'registry.terraform.io/hashicorp/aws',
    lifecycle_action_trigger: {
      triggering_resource_address: 'aws_vpc.network_vpc',
      action_trigger_event: 'AfterCreate',
      action_trigger_block_index: 0,
      actions_list_index: 0,
    },
  };

  test('that invokes a function by an action of a module', () => {
    const report = judged((plan) => (plan['action_invocations'] = [invocation]));
    expect(answer(report)).toEqual(denied('module.m.action.aws_lambda_invoke.open[0]'));
    expect(JSON.stringify(report)).not.toContain('zq-payload');
  });

  test('that declares an action and invokes nothing', () => {
    const action = { address: 'action.local_command.open', type: 'local_command', name: 'open' };
    expect(answer(judged((plan) => (root(plan)['actions'] = [action])))).toEqual(denied('action.local_command.open'));
  });

  test('with a data source that was read while planning', () => {
    const found = { address: 'data.external.open', mode: 'data', type: 'external', name: 'open', values: {} };
    const state = { values: { root_module: { resources: [found] } } };
    expect(answer(judged((plan) => (plan['prior_state'] = state)))).toEqual(denied('data.external.open'));
  });

  test('with an ephemeral resource, which only the configuration contains', () => {
    const address = 'ephemeral.aws_lambda_invocation.open';
    const head = { address, mode: 'ephemeral', type: 'aws_lambda_invocation', name: 'open', expressions: {} };
    const report = judged((plan) => (root(plan)['resources'] as Json[]).push(head));
    expect(answer(report)).toEqual(denied(address));
  });

  test('whose actions are not of the shape that Terraform writes', () => {
    const report = judged((plan) => (plan['action_invocations'] = [{ type: 'aws_lambda_invoke' }]));
    expect(report.problems.map(({ what }) => what)).toEqual([
      'action_invocations[0].address is missing; Terraform writes a string there.',
    ]);
  });
});
