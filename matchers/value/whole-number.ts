import { argument } from '../../src/engine/argument';

/** A whole number, 0 included. */
export const wholeNumber = argument<number>('a whole number, such as 5', (given) =>
  typeof given === 'number' && Number.isInteger(given) && given >= 0 ? given : undefined,
);
