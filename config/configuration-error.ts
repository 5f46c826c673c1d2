/** One thing that is wrong with the configuration, as a person needs to hear it. */
export interface Problem {
  /** The setting and its value, for example `productos-api: web.minimum is 3, larger than web.desired, which is 2`. */
  readonly what: string;
  /** What would go wrong if it were let through. */
  readonly why: string;
  /** What to write instead. */
  readonly fix: string;
}

/** The configuration cannot be built. Carries every problem found, so that they can be mended in one go. */
export class ConfigurationError extends Error {
  constructor(
    /** At least one, in the order of the settings. */
    readonly problems: readonly Problem[],
  ) {
    super(
      [
        'The configuration is refused:',
        ...problems.map(({ what, why, fix }) => `\n  ${what}.\n    Why: ${why}.\n    Fix: ${fix}.`),
      ].join('\n'),
    );
    this.name = 'ConfigurationError';
  }
}
