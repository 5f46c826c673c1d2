import type { Finding, Report } from '../../tollgate/model';

const finding: Finding = {
  ...{ id: 'NET-001', rule: 'network.openings_declared', title: 'Only declared flows are open' },
  ...{ severity: 'critical', enforcement: 'block', stack: 'web', address: 'aws_security_group.app', path: 'ingress.0' },
  ...{ why: 'Everybody gets in.', fix: 'Remove it.', found: 'tcp 22', allowed: 'tcp 8000' },
  fingerprint: 'f00d',
};

/** A report of a pass, as the gate writes it. */
export const passed: Report = {
  ...{ schemaVersion: 1, verdict: { exitCode: 0, outcome: 'passed' }, policy: 'abc', failOn: 'low' },
  ...{ stacks: [{ name: 'web', resources: 12 }], problems: [], findings: [], undecided: [], waived: [], known: [] },
  ...{ waivers: { digest: '', entries: [] }, rules: [], flows: [], costs: [] },
};

/** A report of one violation. */
export const denied: Report = { ...passed, verdict: { exitCode: 1, outcome: 'denied' }, findings: [finding] };
