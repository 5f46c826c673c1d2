/** State in a local file, for one person on one machine. */
export interface LocalBackendSettings {
  readonly kind: 'local';
  /**
   * Path of the state file, relative to Terraform's working directory, `cdktf.out/stacks/<stack name>`. Three levels up
   * is the project directory.
   */
  readonly path: string;
}

/** State in an S3 bucket, encrypted, with a lock file beside the state (Terraform 1.10 or later). */
export interface S3BackendSettings {
  readonly kind: 's3';
  readonly bucket: string;
  /** Path of the state object in the bucket. */
  readonly key: string;
  /** Region of the bucket, which may differ from the region of the environment. */
  readonly region: string;
}

/** State and runs in HCP Terraform. */
export interface CloudBackendSettings {
  readonly kind: 'cloud';
  readonly organization: string;
  /** Name of the workspace, which has one state. */
  readonly workspace: string;
  /** @default - the organization's default project */
  readonly project?: string;
}

/** Location of a stack's state. */
export type Backend = LocalBackendSettings | S3BackendSettings | CloudBackendSettings;

/** Identifies a state: two stacks with equal strings would overwrite each other. */
export function stateLocation(backend: Backend): string {
  switch (backend.kind) {
    case 'local':
      return `file ${backend.path}`;
    case 's3':
      return `s3://${backend.bucket}/${backend.key}`;
    case 'cloud':
      return `workspace ${backend.organization}/${backend.workspace}`;
  }
}
