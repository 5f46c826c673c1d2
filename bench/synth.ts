/** The synth of `main.ts` without the gate, to measure the time that judging adds. */
import { parseConfiguration } from '../config/configuration';
import { development } from '../config/environments/development';
import { images } from '../config/environments/images';
import { production } from '../config/environments/production';
import { buildApp } from '../stacks/app';

buildApp(parseConfiguration({ environments: [production, development], images })).app.synth();
