import { gone as foundation } from '../../../live/gone';
import type { Topic } from '../row';

const outputs = {
  ...Object.fromEntries(foundation.map(([, key, value]) => [`Gone${key}`, value])),
  GoneLoadBalancerName: 'gone-balancer',
};

/** Outputs `Gone...` of the broken stack that name nothing, one for each type whose existence is asserted. */
export const gone: Topic = {
  on: ['ministack', 'moto'],
  healthy: { resources: {}, outputs: {} },
  broken: { resources: {}, outputs },
};
