import { SEVERITIES, isObject, type Json, type JsonObject, type RuleInfo } from '../model';

/** A rule id: capitals and digits, a hyphen, three digits. */
export const RULE_ID = /^[A-Z][A-Z0-9]*-[0-9]{3}$/;

/** A defect of METADATA. */
export class MetadataError extends Error {
  /**
   * @param what the defect, as the end of a sentence that starts with the file
   * @param lines the lines to write
   */
  constructor(
    readonly what: string,
    readonly lines: string,
  ) {
    super(what);
  }
}

const EXAMPLES: Readonly<Record<string, string>> = {
  title: '# title: Buckets are private',
  description: '# description: What the rule checks, and why.',
  'custom.id': '# custom:\n#   id: TEAM-101',
  'custom.severity': '# custom:\n#   severity: high',
  'custom.fix': '# custom:\n#   fix: How to correct a finding.',
};

/**
 * The catalog entry of a rule.
 *
 * @param rule package below `data.rules`: `platform.buckets_are_private`
 * @param file path of the rule
 * @param metadata annotations of the package
 * @throws MetadataError when a property is missing or has a wrong value
 */
export function ruleInfo(rule: string, file: string, metadata: JsonObject): RuleInfo {
  const custom = isObject(metadata['custom']) ? metadata['custom'] : {};
  const text = (holder: JsonObject, member: string): string => {
    const value = holder[member];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    const name = `${holder === custom ? 'custom.' : ''}${member}`;
    throw new MetadataError(`has no ${name} in its METADATA`, EXAMPLES[name] ?? `# ${name}: …`);
  };
  const id = text(custom, 'id');
  if (!RULE_ID.test(id))
    throw new MetadataError(
      `has the id ${id}; an id consists of capitals and digits, a hyphen and three digits`,
      EXAMPLES['custom.id'] ?? '',
    );
  const severity = SEVERITIES.find((known) => known === custom['severity']);
  if (severity === undefined)
    throw new MetadataError(
      `has no valid severity; allowed are ${SEVERITIES.join(', ')}`,
      EXAMPLES['custom.severity'] ?? '',
    );
  const related: readonly Json[] = Array.isArray(metadata['related_resources']) ? metadata['related_resources'] : [];
  return {
    ...{ id, rule, title: text(metadata, 'title'), description: text(metadata, 'description'), severity },
    resources: (Array.isArray(custom['resources']) ? custom['resources'] : []).filter(
      (type) => typeof type === 'string',
    ),
    fix: text(custom, 'fix'),
    relatedResources: related.filter(isObject).map((link) => ({
      ref: text(link, 'ref'),
      description: typeof link['description'] === 'string' ? link['description'] : '',
    })),
    file,
  };
}
