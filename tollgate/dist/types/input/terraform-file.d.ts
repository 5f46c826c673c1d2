/**
 * Whether Terraform or OpenTofu loads a file of this name from the directory where it runs. Variable files are among
 * them, because they change the values of the others.
 */
export declare function isTerraformFile(name: string): boolean;
