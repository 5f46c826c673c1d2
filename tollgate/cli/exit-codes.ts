/** Help text about the exit codes of a judgement. */
export const EXIT_CODES = `
Exit codes:
  0  every blocking rule passed
  1  at least one blocking rule found a violation, and everything could be judged
  2  part of the input could not be judged, a report could not be written, or the command line is invalid`;
