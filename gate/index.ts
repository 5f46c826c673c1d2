export { synthJudged, type SynthJudgedOptions } from './synth-judged';
export type * from './model';
