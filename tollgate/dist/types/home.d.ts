/**
 * Directory of the policies, their settings and the compiled policy. `tollgate/../policies` in the sources,
 * `dist/js/../policies` in the built package.
 */
export declare const POLICIES: string;
