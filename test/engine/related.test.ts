import { toNotify } from '../../matchers/alarm/toNotify';
import { judge } from '../../src/engine/judge';
import { messageOf } from '../../src/engine/message';
import { FakeSource } from '../matchers/fake-source';

const notifications = { enabled: true, alarm: [], ok: [], insufficientData: [] };

test.each([false, true])(
  'a resource that had to be asked for another is told beside it (negated: %s)',
  async (negated) => {
    const source = new FakeSource({ alarm: { notifications } });
    const verdict = await judge(
      { matcher: 'toNotify', definition: toNotify, args: [source.one('topic')], negated, print: String },
      source.one('alarm'),
    );
    expect(verdict).toMatchObject({ outcome: 'not found', subject: { key: 'alarm' }, related: { id: 'topic' } });
    const text = messageOf(verdict);
    expect(text).toContain(`expect(alarm)${negated ? '.not' : ''}.toNotify()`);
    expect(text).toMatch(/^Expected: {2}that Fake topic exists$/m);
    expect(text).toMatch(/^Received: {2}it does not exist$/m);
    expect(text).toMatch(/^Resource: {2}Fake alarm, output alarm$/m);
    expect(text).toMatch(/^Related: {3}Fake topic/m);
  },
);
