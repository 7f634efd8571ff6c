import type { Probe } from '../probe';
import { applicationProbes } from './application';
import { computeProbes } from './compute';
import { databaseProbes } from './database';
import { flowProbes } from './flow';
import { keyProbes } from './keys';
import { networkProbes } from './network';

/** Every probe, by the name that `gaps.json` calls it. */
export const probes: Record<string, Probe> = {
  ...applicationProbes,
  ...computeProbes,
  ...databaseProbes,
  ...flowProbes,
  ...keyProbes,
  ...networkProbes,
};
