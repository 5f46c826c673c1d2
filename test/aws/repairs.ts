/**
 * Corrects answers of moto that differ from AWS in ways that plans and states show. A test makes each of these calls,
 * and fails when moto's own answer has become correct.
 */

/** The parameters of a call with the query protocol. */
export type Parameters = URLSearchParams;

/** The correction of one difference. */
export interface Repair {
  /** AWS names of the affected calls. */
  readonly actions: readonly string[];
  /** The difference and its effect. */
  readonly reason: string;
  /** Changes the parameters before the call reaches moto. */
  readonly request?: (parameters: Parameters) => void;
  /** Returns the correct answer. `memory` lasts until the local AWS is reset. */
  readonly answer?: (xml: string, parameters: Parameters, memory: Map<string, string>) => string;
}

const RULE = /<securityGroupRuleId>(sgr-[0-9a-f]+)<\/securityGroupRuleId>/;

/** All corrections, by name. */
export const REPAIRS = {
  'size of volumes': {
    actions: ['RunInstances'],
    reason: 'AWS takes the size of a root volume from the image; moto refuses a volume that sets only `encrypted`.',
    request: (parameters) => {
      for (const name of [...parameters.keys()]) {
        const volume = /^(BlockDeviceMapping\.\d+\.Ebs\.)/.exec(name)?.[1];
        if (volume === undefined || parameters.has(`${volume}SnapshotId`)) continue;
        if (!parameters.has(`${volume}VolumeSize`)) parameters.set(`${volume}VolumeSize`, '8');
      }
    },
  },
  'no association without a public address': {
    actions: ['DescribeInstances', 'DescribeNetworkInterfaces'],
    reason:
      'moto gives a private interface an empty association: the provider reads a public address, and the next plan replaces the instance.',
    answer: (xml) => xml.replaceAll('<association/>', ''),
  },
  'scaling policies are enabled': {
    actions: ['DescribePolicies'],
    reason: 'moto leaves `Enabled` out: the provider reads false, and every next plan enables the policy.',
    answer: (xml) =>
      xml.replaceAll(/<PolicyName>(?:(?!<\/member><member>|<Enabled>).)*?<PolicyType>/gs, (text) =>
        text.replace('<PolicyType>', '<Enabled>true</Enabled><PolicyType>'),
      ),
  },
  'no predictive scaling': {
    actions: ['DescribePolicies'],
    reason:
      'moto gives every policy an empty predictive configuration, which AWS leaves out: every next plan removes it.',
    answer: (xml) => xml.replaceAll('<PredictiveScalingConfiguration/>', ''),
  },
  'source of parameters': {
    actions: ['DescribeDBParameters'],
    reason:
      'moto leaves `Source` out: the provider takes no parameter for one of the user, and every next plan sets it again.',
    answer: (xml) => xml.replaceAll(/<\/ApplyMethod>(?!<Source>)/g, '</ApplyMethod><Source>user</Source>'),
  },
  'tags of the template itself': {
    actions: ['DescribeLaunchTemplateVersions'],
    reason:
      'moto lists the tags of the template among those of what it launches: every next plan makes a version without.',
    answer: (xml) =>
      xml.replaceAll(/<item><resourceType>launch-template<\/resourceType><tagSet>.*?<\/tagSet><\/item>/gs, ''),
  },
  'descriptions of rules between groups': {
    actions: [
      'AuthorizeSecurityGroupIngress',
      'AuthorizeSecurityGroupEgress',
      'ModifySecurityGroupRules',
      'DescribeSecurityGroupRules',
    ],
    reason:
      'moto forgets the description of a rule whose source or destination is a group: every next plan writes it again.',
    answer: (xml, parameters, memory) => {
      const said = [...parameters].find(([name]) =>
        /^IpPermissions\.1\.(Groups|UserIdGroupPairs)\.1\.Description$/.test(name),
      )?.[1];
      const made = RULE.exec(xml)?.[1];
      if (said !== undefined && made !== undefined) memory.set(made, said);
      const changed = parameters.get('SecurityGroupRule.1.SecurityGroupRuleId');
      const text = parameters.get('SecurityGroupRule.1.SecurityGroupRule.Description');
      if (changed !== null && text !== null) memory.set(changed, text);
      return xml.replaceAll(/<item>(?:(?!<\/item>).)*<\/referencedGroupInfo>(?!<description>)/gs, (item) => {
        const description = memory.get(RULE.exec(item)?.[1] ?? '');
        return description === undefined ? item : `${item}<description>${escaped(description)}</description>`;
      });
    },
  },
} as const satisfies Readonly<Record<string, Repair>>;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
