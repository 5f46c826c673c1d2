/**
 * To be imported before anything else by a program that synthesizes: `import './gate/afresh';`. Removes what an earlier run
 * left to be deployed, so that a program that fails before `synthJudged`, in its configuration or in an import, does not leave
 * stacks that passed another day.
 */
import { resolve } from 'node:path';
import { removeDeployable } from './deployable';

// Where CDKTF writes unless the app says otherwise; synthJudged asks the app.
removeDeployable(resolve(process.env['CDKTF_OUTDIR'] ?? 'cdktf.out'));
