import { App } from 'cdktf';
import type { Configuration } from '../config/configuration';
import { ImageStack } from './image-stack';
import { ServiceStack } from './service-stack';

/** The app with its stacks, not yet synthesized. */
export interface ProjectApp {
  readonly app: App;
  readonly images: ImageStack;
  /** One for each environment, in the order of the configuration. */
  readonly services: readonly ServiceStack[];
}

/**
 * Builds every stack of the project.
 * @param outdir output directory; its parent must exist. @default - CDKTF's default: `cdktf.out`
 */
export function buildApp(configuration: Configuration, outdir?: string): ProjectApp {
  const app = new App(outdir === undefined ? {} : { outdir });
  return {
    app,
    images: new ImageStack(app, configuration.images),
    services: configuration.environments.map((environment) => new ServiceStack(app, environment)),
  };
}
