/** Removes what CDKTF writes for Terraform; state, plugins and assets of earlier runs stay. */
export declare function removeDeployable(outdir: string): void;
