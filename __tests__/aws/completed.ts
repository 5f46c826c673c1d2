import { list, literal, type Body, type Module, type Resource } from '../plans/configuration';

/** Attributes that the real provider requires. The generated configurations leave them out, because no rule reads them. */
const DEMANDED: Readonly<Record<string, Body>> = {
  aws_lb: { subnets: list(literal('subnet-1'), literal('subnet-2')) },
  aws_lb_target_group: { vpc_id: literal('vpc-1') },
};

/** The attributes for source or destination of an `aws_security_group_rule`; the provider accepts one of them in a rule. */
const PEERS = ['cidr_blocks', 'ipv6_cidr_blocks', 'prefix_list_ids', 'source_security_group_id', 'self'];

/** A generated configuration, with required attributes added and conflicting attributes removed. */
export function completed(module: Module): Module {
  return {
    ...module,
    resources: module.resources.map((resource) => ({ ...resource, body: bodyOf(resource) })),
    calls: Object.fromEntries(
      Object.entries(module.calls).map(([name, call]) => [name, { ...call, module: completed(call.module) }]),
    ),
  };
}

function bodyOf({ mode, type, body }: Resource): Body {
  if (mode === 'data') return body;
  const demanded = Object.entries(DEMANDED[type] ?? {}).filter(([name]) => body[name] === undefined);
  if (type !== 'aws_security_group_rule') return { ...body, ...Object.fromEntries(demanded) };
  const [first, ...others] = PEERS.filter((name) => body[name] !== undefined);
  const together = (name: string): boolean => first?.endsWith('cidr_blocks') === true && name.endsWith('cidr_blocks');
  const refused = others.filter((name) => !together(name));
  return Object.fromEntries(Object.entries(body).filter(([name]) => !refused.includes(name)));
}
