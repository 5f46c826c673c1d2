/** One entry of `resource_changes`. */
export interface ResourceChange {
  address: string;
  mode: string;
  type: string;
  name: string;
  action_reason?: string;
  change: {
    actions: string[];
    before: { [name: string]: unknown } | null;
    after: { [name: string]: unknown } | null;
    after_unknown: { [name: string]: unknown };
    after_sensitive: unknown;
  };
}

/** A plan as `terraform show -json` gives it; members that are not listed are there too. */
export interface Plan {
  format_version: string;
  terraform_version: string;
  applyable: boolean;
  complete: boolean;
  resource_changes?: ResourceChange[];
  configuration: { root_module: { [name: string]: unknown } };
  [name: string]: unknown;
}

/** A state as `terraform show -json` gives it. */
export interface State {
  format_version: string;
  values?: { root_module: { [name: string]: unknown }; outputs?: { [name: string]: unknown } };
  [name: string]: unknown;
}

/** The outcome of `terraform validate -json`. */
export interface Validation {
  valid: boolean;
  error_count: number;
  diagnostics: { severity: string; summary: string; detail?: string }[];
}
