/** Help text about the exit codes of a judgement. */
export const EXIT_CODES = `
Exit codes:
  0  every blocking rule passed
  1  at least one blocking rule found a violation, also if something else is undecided
  2  an input could not be judged, a value that could be wrong is unknown, a report could not be written, or the
     command line is invalid`;
