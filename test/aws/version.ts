/**
 * The AWS provider version of the tests. The variable `TOLLGATE_AWS_PROVIDER` overrides it for an additional run;
 * recordings always use the default.
 */
export const AWS_PROVIDER_VERSION = process.env['TOLLGATE_AWS_PROVIDER'] ?? '5.100.0';

/** The version of moto, the local AWS. */
export const MOTO_VERSION = '5.2.5';
