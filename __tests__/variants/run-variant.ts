/**
 * A program as `main.ts` is one, for one variant: `tsx run-variant.ts <name of the variant> <folder to write to>`.
 */
import { synthJudged } from '../../tollgate/cdktf/index';
import { families } from './families';
import { buildVariant } from './synthesis';
import { SETTINGS } from '../settings';

const [, , name = '', outdir = ''] = process.argv;
const variant = families.flatMap((family) => family.variants).find((each) => each.name === name);
if (variant === undefined) throw new Error(`no variant ${name}`);
synthJudged(buildVariant(variant, outdir).app, { settings: SETTINGS, json: true });
