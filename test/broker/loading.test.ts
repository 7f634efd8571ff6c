import { Loading } from '../../src/broker/loading';
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

/** Waits for the turns of packages, as questions about their resources do. */
async function want(...packages: Sdk[]): Promise<void> {
  const loading = new Loading();
  const wait = async (sdk: Sdk) => {
    await loading.turn(sdk);
    events.push(`use ${sdk.package}`);
  };
  await Promise.all(packages.map(wait));
}

beforeEach(() => {
  events.length = 0;
});

test('one package is loaded after the other, once, and others get their turn in between', async () => {
  const [first, second] = [sdkNamed('first'), sdkNamed('second')];
  setImmediate(() => setImmediate(() => events.push('somebody else')));
  await want(first, second, first);
  expect(events).toEqual(['load first', 'use first', 'use first', 'somebody else', 'load second', 'use second']);
});

test('a package that cannot be loaded leaves its questions to tell, and the rest goes on', async () => {
  const broken = sdkNamed('broken', () => Promise.reject(new Error('not installed')));
  await want(broken, sdkNamed('sound'));
  expect(events).toEqual(['load broken', 'use broken', 'load sound', 'use sound']);
});
