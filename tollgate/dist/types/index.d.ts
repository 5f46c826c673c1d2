/** Library API: judges plans inside a program, like `tollgate check` without its command line. */
export { judgeApart, judgeTogether, type GateFiles, type JudgeOptions } from './judge';
export type { Input } from './input/files';
export type * from './model';
