/**
 * Import this file before anything else in a program that synthesizes: `import '@tollgate/gate/cdktf/afresh';`. Removes
 * the deployable files of an earlier run. Otherwise a program that fails before `synthJudged`, in its configuration or
 * in an import, would leave stacks that passed on another day. Also remembers which files the program found, so that
 * `synthJudged` knows which files the program wrote.
 */
import { resolve } from 'node:path';
import { removeDeployable } from './deployable';
import { remember } from './found';

// CDKTF's default output directory; synthJudged uses the outdir of the app.
const outdir = resolve(process.env['CDKTF_OUTDIR'] ?? 'cdktf.out');
removeDeployable(outdir);
remember(outdir);
