/**
 * The evasion corpus: small edits of a compliant configuration, each with the answer that the gate must give on the plan
 * that real Terraform makes of it. See `corpus.ts` for the whole, `families/` for the cases.
 */

/** A change of the Terraform code of a base. */
export interface Edit {
  /** HCL that is added as a file of its own. */
  readonly add?: string;
  /** Addresses of top-level resources that are taken out. */
  readonly without?: readonly string[];
  /** HCL that is put at the end of top-level resources or modules, by address. */
  readonly inside?: Readonly<Record<string, string>>;
  /** Strings to replace; each must occur exactly once in the base. */
  readonly replace?: readonly (readonly [from: string, to: string])[];
  /** Whole files by name, for modules and JSON. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A rule, and the resource for which the rule must have a finding. */
export type Blame = readonly [rule: string, address: string];

/** `violating`: denied (exit 1). `harmless`: passed (exit 0). `undecided`: this plan cannot tell (exit 2). */
export type Outcome = 'violating' | 'harmless' | 'undecided';

/** The whole answer to a plan: every denial and every undecided entry, by rule and address. */
export interface Answer {
  readonly verdict: Outcome;
  /** Exactly these are denied. @default none */
  readonly denied?: readonly Blame[];
  /** Exactly these are undecided. @default none */
  readonly undecided?: readonly Blame[];
  /** Problems that keep the gate from judging. @default none */
  readonly problems?: readonly string[];
}

/** One edit of a base with the answer to it. */
export interface EvasionCase extends Edit, Answer {
  /** Unique in the corpus. */
  readonly id: string;
  /** Describes the edited architecture. */
  readonly sentence: string;
  /** @default 'flat' */
  readonly base?: 'flat' | 'modules';
  /** Edits of the base that are applied, one after another, before the plan is made. An empty one is the base itself. */
  readonly applied?: readonly Edit[];
  /** Arguments of `terraform plan`. */
  readonly plan?: readonly string[];
}

/** Cases that hide a violation in similar ways. Each family has at least one harmless case. */
export interface EvasionFamily {
  readonly name: string;
  readonly cases: readonly EvasionCase[];
}
