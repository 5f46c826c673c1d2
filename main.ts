import { parseConfiguration } from './config/configuration';
import { ConfigurationError } from './config/configuration-error';
import { development } from './config/environments/development';
import { images } from './config/environments/images';
import { production } from './config/environments/production';
import { synthJudged } from './gate/index';
import { buildApp } from './stacks/app';

try {
  const { app } = buildApp(parseConfiguration({ environments: [production, development], images }));
  synthJudged(app, { json: process.argv.includes('--json') });
} catch (error) {
  if (!(error instanceof ConfigurationError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
