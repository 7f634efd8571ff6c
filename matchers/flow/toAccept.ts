import type { Delivered, Json } from '../../src/acts';
import { defineMatcher, type Method } from '../../src/engine/matcher';
import { type Content, content, withMarker } from './content';

export const toAccept = defineMatcher({
  facet: 'intake',
  summary: 'takes what it is handed',
  takes: [content],
  perform: async (_intake, flow, sent: Json): Promise<Delivered> => {
    await flow.prepare([flow.subject, 'deliver']);
    const { marker } = flow;
    return flow.act(flow.subject, 'deliver', { content: withMarker(sent, marker), marker });
  },
  check: ({ id, refused }: Delivered, _sent: Json) => ({
    pass: refused === undefined,
    expected: 'AWS takes it',
    received:
      refused === undefined ? `AWS took it${id === undefined ? '' : ` as ${id}`}` : `AWS refused it: ${refused}`,
  }),
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when AWS takes what the resource is handed: a record, a message, an event, an object, an item, a payload. What
     * becomes of it then is a question for `toReach`. It acts: it needs `allowActs`, and removes what can be removed, which
     * are objects, items and messages of a queue.
     *
     * A refusal for lack of a permission is undetermined, as it is everywhere.
     *
     * @param content a text, or what JSON can say; `'{marker}'` in it stands for a text that is found nowhere else.
     * @example await expect(bus).toAccept({ source: 'shop', 'detail-type': 'Ordered', detail: { id: '{marker}' } });
     */
    toAccept: Method<T, 'intake', [content: Content]>;
  }
}
