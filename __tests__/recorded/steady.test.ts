import { steady, withoutOrder } from './steady';

const subnet = (id: string): object => ({
  address: `aws_subnet.${id}`,
  values: { id, vpc_id: 'vpc-0123456789abcdef0' },
});

test('ids get the same names in each run, by the address of their resource, and keep their form', () => {
  const one = { state: { all: ['subnet-11111111111111111', 'subnet-22222222222222222'], it: [] as object[] } };
  one.state.it = [
    { address: 'aws_subnet.b', values: { id: 'subnet-11111111111111111' } },
    { address: 'aws_subnet.a', values: { id: 'subnet-22222222222222222' } },
  ];
  expect(steady(one, '').state.all).toEqual(['subnet-00000000000001002', 'subnet-00000000000001001']);
});

test('ids that the sources name stay', () => {
  const state = [subnet('subnet-0123456789abcdef0')];
  expect(JSON.stringify(steady({ state }, 'subnet_id = "subnet-0123456789abcdef0"'))).toContain(
    'subnet-0123456789abcdef0',
  );
});

test.each([
  ['r-rtb-6ff7a2bb60e1d5b5f1080289494', 'r-rtb-000000000000000000000001001'],
  ['arn:aws:elasticloadbalancing:us-east-1:1:targetgroup/tg/0123456789abcdef', 'targetgroup/tg/0000000000001001'],
  ['arn:aws:secretsmanager:us-east-1:1:secret:rds!db-x-XUFlnd', 'rds!db-x-aaaaaa'],
  ['7d6ad5de-ad3b-4d8f-9f1c-0123456789ab', '00000000-0000-4000-8000-000000001001'],
  ['2026-11-24T09:00:00Z', '2025-01-01T00:00:00Z'],
])('%s is made up', (value, name) => {
  expect(JSON.stringify(steady({ value }, ''))).toContain(name);
});

test.each(['tcp-8000', 'productos-api-v1', 'ami-00000000000000001', '10.20.0.0/16', '#!/bin/bash'])(
  '%s stays',
  (value) => {
    expect(steady({ value }, '')).toEqual({ value });
  },
);

test('the order of lists does not count in a comparison, and everything else does', () => {
  expect(withoutOrder({ a: [1, { b: 2, c: 3 }] })).toBe(withoutOrder({ a: [{ c: 3, b: 2 }, 1], d: undefined }));
  expect(withoutOrder({ a: [1] })).not.toBe(withoutOrder({ a: [2] }));
  expect(withoutOrder({ a: null })).not.toBe(withoutOrder({}));
});
