import { ConfigurationError, type Problem } from '../../config/configuration-error';

/** The problems that `parse` refuses its input for; none when it accepts it. */
export function problemsOf(parse: () => unknown): readonly Problem[] {
  try {
    parse();
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
}
