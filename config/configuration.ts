import { stateLocation } from './backend';
import { overlap, parseCidr } from './cidr';
import { ConfigurationError, type Problem } from './configuration-error';
import { parseEnvironment, type Environment } from './environment';
import { parseImageSettings, type ImageSettings } from './image-settings';

/** The configuration of the whole project. */
export interface Configuration {
  readonly environments: readonly Environment[];
  readonly images: ImageSettings;
}

/**
 * Checks every part, and that the parts match each other.
 * @throws ConfigurationError with every problem: what is wrong, why it matters, how to fix it
 */
export function parseConfiguration(value: { environments: readonly unknown[]; images: unknown }): Configuration {
  const images = parseImageSettings(value.images);
  const environments = value.environments.map(parseEnvironment);
  const problems = [
    ...environments.flatMap((environment) => imageProblems(environment, images)),
    ...nameProblems([images, ...environments]),
    ...stateProblems([images, ...environments]),
    ...networkProblems(environments),
  ];
  if (problems.length > 0) throw new ConfigurationError(problems);
  return { environments, images };
}

function imageProblems(environment: Environment, images: ImageSettings): Problem[] {
  const problems: Problem[] = [];
  if (images.sources[environment.image] === undefined) {
    problems.push({
      what: `${environment.name}: image is "${environment.image}", which the stack ${images.name} does not build`,
      why: 'the instances could not start, because no image has that name',
      fix: `add the image to sources in config/environments/images.ts, or use one of: ${Object.keys(images.sources).join(', ')}`,
    });
  }
  if (environment.region !== images.region) {
    problems.push({
      what: `${environment.name}: region is "${environment.region}", but the images are built in "${images.region}"`,
      why: 'an instance can only start from an image in its own region',
      fix: 'use the same region for both, in config/environments/',
    });
  }
  return problems;
}

type NamedStack = Pick<Environment, 'name' | 'backend'>;

function nameProblems(stacks: readonly NamedStack[]): Problem[] {
  return laterPairs(stacks)
    .filter(([one, other]) => one.name === other.name)
    .map(([one]) => ({
      what: `${one.name}: two environments have this name`,
      why: 'the stack of the second would overwrite the first, and their resources would have the same names',
      fix: 'give each environment a unique name',
    }));
}

function stateProblems(stacks: readonly NamedStack[]): Problem[] {
  return laterPairs(stacks)
    .filter(([one, other]) => stateLocation(one.backend) === stateLocation(other.backend))
    .map(([one, other]) => ({
      what: `${other.name}: backend is ${stateLocation(other.backend)}, the same as that of ${one.name}`,
      why: 'two stacks with one state would destroy each other at each deployment',
      fix: 'give each stack its own path, key or workspace',
    }));
}

function networkProblems(environments: readonly Environment[]): Problem[] {
  return laterPairs(environments).flatMap(([one, other]) => {
    if (one.network.kind !== 'own' || other.network.kind !== 'own') return [];
    const [range, otherRange] = [parseCidr(one.network.cidr), parseCidr(other.network.cidr)];
    if (range === undefined || otherRange === undefined || !overlap(range, otherRange)) return [];
    return [
      {
        what: `${other.name}: network.cidr is "${other.network.cidr}", which overlaps "${one.network.cidr}" of ${one.name}`,
        why: 'networks with overlapping ranges can never be connected',
        fix: 'give each environment its own range, such as "10.20.0.0/16" and "10.30.0.0/16"',
      },
    ];
  });
}

function laterPairs<T>(items: readonly T[]): (readonly [T, T])[] {
  return items.flatMap((item, index) => items.slice(index + 1).map((later) => [item, later] as const));
}
