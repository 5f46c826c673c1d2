export { synthJudged, type JudgedApp, type SynthJudgedOptions } from './synth-judged';
export { traceConstructs } from './trace';
export type * from '../model';
