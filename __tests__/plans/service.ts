/** The architecture of this repository in a few lines: a load balancer, a fleet and a database, and the declared flows. */
import type { Architecture, Group, Rule, Use } from './architecture';

/** A group of the root module. */
export function group(name: string): Group {
  return { name, home: '', kind: 'managed', instances: 'one', exists: false };
}

/** Names a group directly. */
export function use(name: string): Use {
  return { group: name, via: 'reference' };
}

/** A rule of the modern form for one TCP port. */
export function rule(name: string, direction: Rule['direction'], of: string, port: number, peer: string): Rule {
  return {
    ...{ name, direction, home: '', form: 'modern', protocol: 'tcp', from: port, to: port, instances: 'one' },
    group: use(of),
    peers: peer.includes('/') ? [{ kind: 'cidr', cidr: peer, how: 'literal' }] : [{ kind: 'group', use: use(peer) }],
  };
}

/** As declared: every flow is open on both sides, and nothing else is. */
export const service: Architecture = {
  repeated: {},
  groups: [group('alb'), group('app'), group('db')],
  rules: [
    rule('alb_from_internet', 'ingress', 'alb', 80, '0.0.0.0/0'),
    rule('alb_to_app', 'egress', 'alb', 8000, 'app'),
    rule('app_from_alb', 'ingress', 'app', 8000, 'alb'),
    rule('app_to_db', 'egress', 'app', 5432, 'db'),
    rule('db_from_app', 'ingress', 'db', 5432, 'app'),
  ],
  holders: [
    { name: 'balancer', home: '', kind: 'application load balancer', groups: [use('alb')] },
    { name: 'fleet', home: '', kind: 'fleet', groups: [use('app')] },
    { name: 'database', home: '', kind: 'database', groups: [use('db')] },
  ],
};
