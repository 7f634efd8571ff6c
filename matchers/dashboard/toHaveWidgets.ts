import { number, optional } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { type Bounded, type Bounds, bounded, boundsInWords, isWithin } from '../value/bounds';

export const toHaveWidgets = defineMatcher({
  facet: 'widgets',
  summary: 'shows the given number of widgets',
  takes: [optional(bounded(number))],
  check: ({ widgets }, expected: Bounds = { atLeast: 1 }) => ({
    pass: isWithin(expected, widgets.length),
    expected: boundsInWords(expected, inWords),
    received: `${inWords(widgets.length)}: ${widgets.map(({ type, title }) => title ?? type).join(', ') || 'none'}`,
  }),
});

function inWords(amount: number): string {
  return `${amount} widget${amount === 1 ? '' : 's'}`;
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the dashboard has this many widgets. A plain number is exact.
     *
     * @param amount a number or `{ atLeast, atMost }`; at least one when left out.
     * @example await expect(dashboard).toHaveWidgets({ atLeast: 4 });
     */
    toHaveWidgets: Method<T, 'widgets', [amount?: Bounded<number>]>;
  }
}
