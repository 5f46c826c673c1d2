import { costs } from './tables/cost';
import { crossStack } from './tables/cross-stack';
import { databases } from './tables/database';
import { defaultGroups } from './tables/default-group';
import { fleet, instances } from './tables/fleet';
import { flows } from './tables/flows';
import { inlineRules } from './tables/inline-rules';
import { loadBalancer } from './tables/load-balancer';
import { members } from './tables/members';
import { openings } from './tables/openings';
import { programs } from './tables/programs';
import type { Family } from './variant';

/** Every family of variants. */
export const families: readonly Family[] = [
  openings,
  inlineRules,
  defaultGroups,
  members,
  flows,
  loadBalancer,
  fleet,
  instances,
  databases,
  costs,
  crossStack,
  programs,
];
