import type { DatabaseSettings, Environment, WebSettings } from '../../config/environment';
import type { ProjectApp } from '../../stacks/app';
import type { ServiceStack } from '../../stacks/service-stack';

/** Changes the constructs of the production stack, or the app around it, before anything is written. */
export type Change = (service: ServiceStack, project: ProjectApp) => void;

/** Changes the values of the production environment. */
export type Values = (production: Environment) => Environment;

/**
 * An expected finding: rule id, Terraform address, attribute path. The address is in the production stack, or begins with
 * the name of another stack and `::`.
 */
export type Expected = readonly [id: string, address: string, path: string];

/** One change of the real architecture, and all findings and undecided values that the gate must report. */
export interface Variant {
  /** A sentence about the changed architecture. */
  readonly name: string;
  /** @default - the values of production */
  readonly values?: Values;
  /** @default - the constructs as they are */
  readonly change?: Change;
  /** Every denial. Absent together with `undecided`: a harmless twin, which passes. */
  readonly denied?: readonly Expected[];
  /** Every undecided value. */
  readonly undecided?: readonly Expected[];
  /** Stacks that the gate could not read completely: the verdict is then "could not judge". */
  readonly unseen?: readonly string[];
}

/** Variants that belong together: at least one of them is harmless. */
export interface Family {
  readonly name: string;
  readonly variants: readonly Variant[];
}

/** Other values of the fleet. */
export function web(values: Partial<WebSettings>): Values {
  return (production) => ({ ...production, web: { ...production.web, ...values } });
}

/** Other values of the database. */
export function database(values: Partial<DatabaseSettings>): Values {
  return (production) => ({ ...production, database: { ...production.database, ...values } });
}
