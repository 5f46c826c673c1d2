/** Exit codes of a judgement, for the help. */
export const EXIT_CODES = `
Exit codes:
  0  every blocking rule passed
  1  at least one blocking rule found something, and everything could be judged
  2  something could not be judged, a report could not be written, or the command line is wrong`;
