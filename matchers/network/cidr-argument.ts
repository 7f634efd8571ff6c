import { argument, refuse } from '../../src/engine/argument';
import { parseCidr } from './cidr-range';

/** A range of addresses. */
export const cidr = argument<string>("a range of addresses such as '10.0.0.0/16'", (given) => {
  if (typeof given !== 'string') return undefined;
  if (parseCidr(given)) return given;
  return given.includes('/') ? refuse('it is no range of addresses') : refuse('it has no prefix length such as /16');
});
