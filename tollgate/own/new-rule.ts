import type { Artifact } from '../engine/artifact';
import { CouldNotJudge } from '../model';
import { FIRST_NUMBER } from './check';
import { RULE_ID } from './rule-info';

/** The names of a new rule. */
export interface NewRule {
  readonly id: string;
  /** Resource type. */
  readonly about: string;
  readonly team: string;
  /** Name of the rule, in lower case with underscores. */
  readonly name: string;
}

const WHY = 'Nothing was written.';
const NAME = /^[a-z][a-z0-9_]*$/;
const TYPE = /^[a-z][a-z0-9]*(_[a-z0-9-]+)+$/;

/**
 * The rule and its test.
 *
 * @returns content by path below the directory of the rules
 * @throws CouldNotJudge when a name cannot be used
 */
export function newRule({ id, about, team, name }: NewRule, { catalog }: Artifact): ReadonlyMap<string, string> {
  if (!RULE_ID.test(id)) {
    throw new CouldNotJudge(
      `${id} is not the id of a rule.`,
      WHY,
      'Write capitals and digits, a hyphen, three digits: NET-101.',
    );
  }
  const [prefix = '', number] = id.split('-');
  if (catalog.some((rule) => rule.id.startsWith(`${prefix}-`)) && Number(number) < FIRST_NUMBER) {
    throw new CouldNotJudge(
      `Numbers below ${FIRST_NUMBER} with the prefix ${prefix} are kept for tollgate.`,
      WHY,
      `Choose ${prefix}-${FIRST_NUMBER} or a higher number, or a prefix of your own.`,
    );
  }
  if (!TYPE.test(about)) {
    throw new CouldNotJudge(
      `${about} is not a resource type.`,
      WHY,
      'Name a type of Terraform: --about aws_s3_bucket.',
    );
  }
  for (const [option, word] of Object.entries({ team, name })) {
    if (NAME.test(word) && !word.endsWith('_test')) continue;
    throw new CouldNotJudge(
      `--${option} ${word} cannot be part of a package name.`,
      WHY,
      'Write lower case letters, digits and underscores, with a letter first. A name does not end with _test.',
    );
  }
  if (catalog.some(({ rule }) => rule.startsWith(`${team}.`))) {
    throw new CouldNotJudge(`--team ${team} belongs to the rules of tollgate.`, WHY, 'Choose the name of your team.');
  }
  return new Map([
    [`${team}/${name}.rego`, ruleText({ id, about, team, name })],
    [`${team}/${name}_test.rego`, testText({ id, about, team, name })],
  ]);
}

function ruleText({ id, about, team, name }: NewRule): string {
  return `# METADATA
# title: Every ${about} has a tag owner
# description: >-
#   Replace this example: what the rule checks, and why. It demands a tag "owner" that is not empty.
# custom:
#   id: ${id}
#   severity: medium
#   resources:
#     - ${about}
#   fix: >-
#     Add the tag owner.
package rules.${team}.${name}

import data.lib.attribute
import data.lib.plan
import rego.v1

records := plan.resources_of("${about}")

checked contains record.address if some record in records

deny contains {
	"address": record.address,
	"path": "tags.owner",
	"why": "the resource has no tag owner",
	"found": attribute.shown(record, ["tags", "owner"]),
	"allowed": "any text",
} if {
	some record in records
	plan.state(record, ["tags", "owner"]).is == "unset"
}

undecided contains {
	"address": record.address,
	"path": "tags.owner",
	"why": "the tag owner is not known before apply",
} if {
	some record in records
	plan.state(record, ["tags", "owner"]).is == "unknown"
}
`;
}

function testText({ about, team, name }: NewRule): string {
  return `package rules.${team}.${name}_test

import data.lib.build_test as build
import data.rules.${team}.${name} as rule
import rego.v1

# resource(type, name, values, references): the attributes in \`references\` are unknown, and refer to other resources.
one(values, references) := build.plan([build.resource("${about}", "one", values, references)])

test_allow_when_the_tag_is_there if {
	rule.checked == {"${about}.one"} with input as one({"tags": {"owner": "platform"}}, {})
	rule.deny == set() with input as one({"tags": {"owner": "platform"}}, {})
	rule.undecided == set() with input as one({"tags": {"owner": "platform"}}, {})
}

test_deny_when_the_tag_is_missing_or_empty if {
	every values in [{}, {"tags": {}}, {"tags": {"owner": ""}}] {
		{found.address | some found in rule.deny} == {"${about}.one"} with input as one(values, {})
	}
}

test_undecided_when_the_tags_are_not_known if {
	{found.address | some found in rule.undecided} == {"${about}.one"} with input as one({}, {"tags": "var.tags"})
	rule.deny == set() with input as one({}, {"tags": "var.tags"})
}
`;
}
