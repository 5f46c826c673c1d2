/**
 * Whether Terraform or OpenTofu loads a file of this name from the directory where it runs. Variable files are among
 * them, because they change the values of the others.
 */
export function isTerraformFile(name: string): boolean {
  return (
    /\.(tf|tofu)(\.json)?$/.test(name) ||
    /^terraform\.tfvars(\.json)?$/.test(name) ||
    /\.auto\.tfvars(\.json)?$/.test(name)
  );
}
