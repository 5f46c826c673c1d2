/**
 * The version of the AWS provider that the tests plan with. The variable `TOLLGATE_AWS_PROVIDER` names another one, for a
 * run beside the usual one; recordings are made with the usual one only.
 */
export const AWS_PROVIDER_VERSION = process.env['TOLLGATE_AWS_PROVIDER'] ?? '5.100.0';

/** The version of moto, the local AWS. */
export const MOTO_VERSION = '5.2.5';
