import type { LiveAccount } from '../../src/aws/live-account';
import { readAhead } from '../../src/broker/read-ahead';
import type { Sdk } from '../../src/engine/aws';

const events: string[] = [];

function sdkNamed(name: string, load: () => Promise<Record<string, unknown>> = async () => ({})): Sdk {
  return {
    prefix: name,
    package: name,
    load: () => {
      events.push(`load ${name}`);
      return load();
    },
  };
}

const account = {
  prefetch: ({ id }: { id: string }, facet: string) => {
    events.push(`${facet} of ${id}`);
  },
} as unknown as LiveAccount;

function question(sdk: Sdk, id: string, facet: 'existence' | 'tags') {
  return { sdk, facet, target: { type: 'Acme::Shop::Widget', id, identifier: 'id', value: id } };
}

beforeEach(() => {
  events.length = 0;
});

test('one package is loaded after the other, each with its questions, and others get their turn in between', async () => {
  const [first, second] = [sdkNamed('first'), sdkNamed('second')];
  setImmediate(() => setImmediate(() => events.push('somebody else')));
  await readAhead(account, [
    question(first, 'a', 'existence'),
    question(second, 'b', 'existence'),
    question(first, 'a', 'tags'),
  ]);
  expect(events).toEqual([
    'load first',
    'existence of a',
    'tags of a',
    'somebody else',
    'load second',
    'existence of b',
  ]);
});

test('a package that cannot be loaded leaves its questions to tell, and the rest goes on', async () => {
  const broken = sdkNamed('broken', () => Promise.reject(new Error('not installed')));
  await readAhead(account, [question(broken, 'a', 'existence'), question(sdkNamed('sound'), 'b', 'existence')]);
  expect(events).toEqual(['load broken', 'existence of a', 'load sound', 'existence of b']);
});
