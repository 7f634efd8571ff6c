import { optional, pattern } from '../../src/engine/argument';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import type { Widget } from '../../src/facets';
import { judgeOneOf, textWish, type Wish } from '../value/one-of-items';
import { fits, shown } from '../value/value-match';

/** What a widget must be. */
export interface WidgetExpectation {
  /** `metric`, `text`, `log`, `alarm`, ... */
  type?: string | RegExp;
  title?: string | RegExp;
  /** A metric it shows: its name (`Errors`) or namespace and name (`AWS/Lambda Errors`). */
  metric?: string | RegExp;
}

export const toHaveWidget = defineMatcher({
  facet: 'widgets',
  summary: 'shows the given widget',
  takes: [options<WidgetExpectation>({ type: optional(pattern), title: optional(pattern), metric: optional(pattern) })],
  check: ({ widgets }, { type, title, metric }: WidgetExpectation) =>
    judgeOneOf(
      'widget',
      widgets,
      [
        ...textWish<Widget>('type', type, (widget) => widget.type),
        ...textWish<Widget>('title', title, (widget) => widget.title),
        ...metricWish(metric),
      ],
      ({ type: kind, title: name, metrics }) =>
        [kind, name && `'${name}'`, metrics.length > 0 && `of ${metrics.join(', ')}`].filter(Boolean).join(' '),
    ),
});

function metricWish(metric: string | RegExp | undefined): Wish<Widget>[] {
  if (metric === undefined) return [];
  const holds = ({ metrics }: Widget) =>
    metrics.some((each) => fits(metric, each) || fits(metric, each.slice(each.lastIndexOf(' ') + 1)));
  return [{ name: 'metric', expected: String(shown(metric)), holds }];
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the dashboard has a widget that is all of this.
     *
     * @param widget its `type`, `title` and a `metric` it shows; texts are exact, or a RegExp.
     * @example await expect(dashboard).toHaveWidget({ type: 'metric', metric: 'AWS/Lambda Errors' });
     */
    toHaveWidget: Method<T, 'widgets', [widget: WidgetExpectation]>;
  }
}
