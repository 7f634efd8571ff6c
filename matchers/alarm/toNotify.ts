import { oneOf, optional } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { resourceLike } from '../../src/engine/resource-like';
import type { Notifications } from '../../src/facets';
import { isArn, refersTo } from '../reference/refers-to';

/** Which change of state is told. */
export interface NotifyExpectation {
  /** `alarm` unless told. */
  on?: 'alarm' | 'ok' | 'insufficient data';
}

interface NotifyFacts {
  notifications: Notifications;
  names: readonly string[];
}

const lists = { alarm: 'alarm', ok: 'ok', 'insufficient data': 'insufficientData' } as const;

export const toNotify = defineMatcher({
  facet: 'notifications',
  summary: 'tells the given target when it changes its state',
  takes: [
    resourceLike,
    optional(options<NotifyExpectation>({ on: optional(oneOf('alarm', 'ok', 'insufficient data')) })),
  ],
  relate: async (notifications, ask, topic: ResourceLike): Promise<NotifyFacts> => ({
    notifications,
    names: await ask.names(topic),
  }),
  check: ({ notifications, names }: NotifyFacts, topic: ResourceLike, { on = 'alarm' }: NotifyExpectation = {}) => {
    const actions = notifications[lists[on]];
    const named = actions.some((action) => refersTo(action, names));
    return {
      pass: named && notifications.enabled,
      expected: `on ${on}: ${names.find(isArn) ?? topic}`,
      received: `on ${on}: ${actions.join(', ') || 'nobody'}${notifications.enabled ? '' : ', and all actions are switched off'}`,
      fault:
        named && !notifications.enabled
          ? 'the actions of the alarm are switched off (ActionsEnabled false)'
          : undefined,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the alarm tells this topic that it changed its state.
     *
     * Actions that are there and switched off (`ActionsEnabled`) fail in both directions.
     *
     * @param topic the topic as a handle, an ARN or a name; any other action by its ARN.
     * @param expected on which state; `alarm` when left out.
     * @example await expect(alarm).toNotify(resource('AlertsTopicArn'), { on: 'ok' });
     */
    toNotify: Method<T, 'notifications', [topic: ResourceLike, expected?: NotifyExpectation]>;
  }
}
