/** Judges plans in a program: what `tollgate check` does, without its command line. */
export { judgeApart, judgeTogether, type GateFiles, type JudgeOptions } from './judge';
export type { Input } from './input/files';
export type * from './model';
