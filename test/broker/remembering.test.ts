import { remembering } from '../../src/broker/remembering';
import type { Target } from '../../src/engine/resource';
import type { Answer, FactSource } from '../../src/engine/source';

const queue: Target = { type: 'AWS::SQS::Queue', id: 'orders', identifier: 'name', value: 'orders', key: 'QueueUrl' };

/** A source whose answers come when they are told to. */
function slowSource() {
  const asked: string[] = [];
  const waiting: ((answer: Answer<never>) => void)[] = [];
  const source = {
    facet: (target: Target, name: string, options: object) => {
      asked.push(`${name} of ${target.key} ${JSON.stringify(options)}`);
      return new Promise((resolve) => waiting.push(resolve));
    },
    locate: async (name: string, facet: string, near?: Target) => {
      asked.push(`locate ${name} with ${facet} near ${near?.region}`);
      return queue;
    },
    forget: async () => undefined,
    act: async () => ({}),
  } as unknown as FactSource;
  const answer = (index: number, value: unknown) =>
    waiting[index]?.({ value, subject: {}, evidence: { calls: [] } } as unknown as Answer<never>);
  return { source: remembering(source), asked, answer };
}

test('a test that needs what was only asked ahead need not wait its turn', async () => {
  const { source, asked, answer } = slowSource();
  void source.facet(queue, 'tags', { ahead: true });
  void source.facet(queue, 'tags', { ahead: true });
  const needed = source.facet(queue, 'tags');
  expect(asked).toEqual(['tags of QueueUrl {"ahead":true}', 'tags of QueueUrl {}']);
  answer(1, { owner: 'shop' });
  await expect(needed).resolves.toMatchObject({ value: { owner: 'shop' } });
});

test('what was asked ahead and answered is not asked again', async () => {
  const { source, asked, answer } = slowSource();
  const ahead = source.facet(queue, 'tags', { ahead: true });
  answer(0, { owner: 'shop' });
  await ahead;
  await expect(source.facet(queue, 'tags')).resolves.toMatchObject({ value: { owner: 'shop' } });
  expect(asked).toHaveLength(1);
});

test.each(['forget', 'act'] as const)('%s lets everything be asked again, whatever rests on it', async (what) => {
  const { source, asked } = slowSource();
  void source.facet({ ...queue, key: 'DeadLetterQueueUrl' }, 'tags');
  await (what === 'act' ? source.act(queue, 'deliver', {} as never) : source.forget(queue));
  void source.facet({ ...queue, key: 'DeadLetterQueueUrl' }, 'tags');
  expect(asked).toHaveLength(2);
});

test('one resource behind two outputs is asked for each, because an answer names its output', () => {
  const { source, asked } = slowSource();
  void source.facet(queue, 'tags');
  void source.facet({ ...queue, key: 'QueueName' }, 'tags');
  expect(asked).toHaveLength(2);
});

test('a text is looked up once for each place it is named from', async () => {
  const { source, asked } = slowSource();
  const near = (region: string) => source.locate('alias/shop', 'key', { ...queue, region });
  await Promise.all([near('eu-west-1'), near('eu-west-1'), near('us-east-1')]);
  expect(asked).toEqual(['locate alias/shop with key near eu-west-1', 'locate alias/shop with key near us-east-1']);
});
