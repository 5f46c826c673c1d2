import { join } from 'node:path';

/**
 * The directory of the policies, their settings and what is compiled from them. The built package has a copy at the same place
 * relative to its code: `tollgate/../policies` and `dist/js/../policies`.
 */
export const POLICIES = join(__dirname, '..', 'policies');
