// First: what an earlier run left must not outlive one that fails.
import '@tollgate/gate/cdktf/afresh';
import { join } from 'node:path';
import { parseConfiguration } from './config/configuration';
import { ConfigurationError } from './config/configuration-error';
import { development } from './config/environments/development';
import { images } from './config/environments/images';
import { production } from './config/environments/production';
import { synthJudged, traceConstructs } from '@tollgate/gate/cdktf';
import { buildApp } from './stacks/app';

traceConstructs();
try {
  const { app } = buildApp(parseConfiguration({ environments: [production, development], images }));
  synthJudged(app, { settings: join(__dirname, 'policies', 'settings'), args: process.argv.slice(2) });
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
