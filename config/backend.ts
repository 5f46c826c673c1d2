/** State in a file. For one person at one machine. */
export interface LocalBackendSettings {
  readonly kind: 'local';
  /**
   * Path of the state file, relative to where Terraform runs: `cdktf.out/stacks/<stack name>`. Three levels up is the
   * project's folder.
   */
  readonly path: string;
}

/** State in an S3 bucket, encrypted, locked with a lock file beside it (Terraform 1.10 or later). */
export interface S3BackendSettings {
  readonly kind: 's3';
  readonly bucket: string;
  /** Path of the state object inside the bucket. */
  readonly key: string;
  /** The bucket's region, which need not be the environment's. */
  readonly region: string;
}

/** State and runs in HCP Terraform. */
export interface CloudBackendSettings {
  readonly kind: 'cloud';
  readonly organization: string;
  /** One workspace, by name: it holds one state. */
  readonly workspace: string;
  /** @default - the organization's default project */
  readonly project?: string;
}

/** Where a stack keeps its state. */
export type Backend = LocalBackendSettings | S3BackendSettings | CloudBackendSettings;

/** One text for each state: two stacks with the same text would overwrite each other. */
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
