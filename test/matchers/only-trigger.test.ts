import { toBeTriggeredOnlyBy } from '../../matchers/function/toBeTriggeredOnlyBy';
import type { Trigger } from '../../src/facets';
import { table } from './fake-source';

const arn = 'arn:aws:kinesis:eu-west-1:111122223333:stream/events';
const trigger = (source: string, more: Partial<Trigger> = {}): Trigger => ({
  source,
  via: 'event source mapping',
  enabled: true,
  state: 'Enabled',
  ...more,
});
const by = (...triggers: Trigger[]) => ({ triggers: { triggers } });
const permission = (source: string) => trigger(source, { via: 'permission', state: 'Allow' });

describe('toBeTriggeredOnlyBy', () => {
  table(toBeTriggeredOnlyBy, [
    ['the stream', by(trigger(arn)), [[arn]], 'pass fail'],
    ['the stream alone, not in a list', by(trigger(arn)), [arn], 'pass fail'],
    ['one more stream', by(trigger(arn), trigger(`${arn}2`)), [[arn]], 'fail pass', /"beyond":\[".*events2 \(event/],
    ['a permission on top', by(trigger(arn), permission('s3.amazonaws.com')), [[arn]], 'fail pass', /s3\.amazonaws/],
    ['a permission wider than the source', by(permission('s3.amazonaws.com')), [['arn:aws:s3:::b']], 'fail pass'],
    ['another stream', by(trigger(`${arn}2`)), [[arn]], 'fail pass', /"missing":\["arn:aws:kinesis.*events"\]/],
    ['nothing, as it must be', by(), [[]], 'pass fail', /invoked by nothing/],
    ['something, where nothing may', by(permission('sns.amazonaws.com')), [[]], 'fail pass'],
    [
      'a disabled mapping',
      by(trigger(arn, { enabled: false, state: 'Disabled' })),
      [[arn]],
      'fail fail',
      /is Disabled/,
    ],
    ['no list', by(), [], 'wrong argument wrong argument', /takes a list/],
  ]);
});
