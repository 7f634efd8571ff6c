import { toExist } from '../../matchers/existence/toExist';
import { judge } from '../../src/engine/judge';
import { FakeSource } from '../matchers/fake-source';

const source = new FakeSource({ one: { existence: { exists: true } }, two: { existence: { exists: true } } });

function ask(handle: unknown, type: string, negated = false) {
  const gap = (asked: string) => (asked === type ? 'moto: forgets it (known gap)' : undefined);
  return judge({ matcher: 'toExist', definition: toExist, args: [], negated, print: String, gap }, handle);
}

test.each([false, true])('what the server at hand gets wrong is not asked (negated: %s)', async (negated) => {
  source.asked.length = 0;
  expect(await ask(source.one('one'), 'Fake', negated)).toMatchObject({
    outcome: 'not implemented here',
    reason: 'moto: forgets it (known gap)',
    subject: { key: 'one' },
  });
  expect(source.asked).toEqual([]);
});

test('another type is asked', async () => {
  expect(await ask(source.one('one'), 'Other')).toMatchObject({ outcome: 'pass' });
});

test('a list is not judged where its members cannot be', async () => {
  expect(await ask(source.many('one', 'two'), 'Fake')).toMatchObject({
    outcome: 'not implemented here',
    members: [{ outcome: 'not implemented here' }, { outcome: 'not implemented here' }],
  });
});
