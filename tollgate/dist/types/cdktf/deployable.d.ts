/** Removes the files that CDKTF writes for Terraform. Keeps state, plugins and assets of earlier runs. */
export declare function removeDeployable(outdir: string): void;
