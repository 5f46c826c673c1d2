/** An entry of `resource_changes`. */
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

/** A plan of `terraform show -json`. The real plan has more properties. */
export interface Plan {
  format_version: string;
  terraform_version: string;
  applyable: boolean;
  complete: boolean;
  resource_changes?: ResourceChange[];
  configuration: { root_module: { [name: string]: unknown } };
  [name: string]: unknown;
}

/** A state of `terraform show -json`. */
export interface State {
  format_version: string;
  values?: { root_module: { [name: string]: unknown }; outputs?: { [name: string]: unknown } };
  [name: string]: unknown;
}

/** The output of `terraform validate -json`. */
export interface Validation {
  valid: boolean;
  error_count: number;
  diagnostics: { severity: string; summary: string; detail?: string }[];
}
