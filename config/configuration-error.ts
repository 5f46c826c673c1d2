/** One problem of the configuration. */
export interface Problem {
  /** The setting and its value: `productos-api: web.minimum is 3, larger than web.desired, which is 2`. */
  readonly what: string;
  /** The consequence of the setting. */
  readonly why: string;
  /** A correct setting. */
  readonly fix: string;
}

/** The configuration is invalid. Contains every problem found, so that all can be fixed at once. */
export class ConfigurationError extends Error {
  constructor(
    /** At least one, in the order of the settings. */
    readonly problems: readonly Problem[],
  ) {
    super(
      [
        'The configuration is invalid:',
        ...problems.map(({ what, why, fix }) => `\n  ${what}.\n    Why: ${why}.\n    Fix: ${fix}.`),
      ].join('\n'),
    );
    this.name = 'ConfigurationError';
  }
}
