import { connect } from '../../deploy/aws.js';
import { startServer } from '../../servers/start';
import { areas } from '../live/areas';
import { gapsOf } from './gaps';
import { probes } from './probes';

jest.setTimeout(60_000);

const servers = ['ministack', 'moto'] as const;
const listed = servers.flatMap(gapsOf);

describe.each(servers)('%s', (name) => {
  let server: Awaited<ReturnType<typeof startServer>>;
  beforeAll(async () => {
    server = await startServer(name);
  });
  afterAll(() => server.stop());

  test.each(gapsOf(name))('$service:$operation $property: it $observed', async (gap) => {
    const { probe, service, operation, property, aws } = gap;
    const isThere = await probes[probe]?.(connect(server));
    if (isThere) return;
    throw new Error(
      `${name} has mended ${service}:${operation} ${property}: as AWS, it ${aws}. Remove ${probe} of ${name} from gaps.json; the live tests that were skipped for it then run.`,
    );
  });
});

test('every gap is listed once, and has a probe', () => {
  const names = listed.map(({ server, probe }) => `${server} ${probe}`);
  expect(names).toEqual([...new Set(names)]);
  expect([...new Set(listed.map(({ probe }) => probe))].sort()).toEqual(Object.keys(probes).sort());
});

test('every gap that a live test names is listed', () => {
  const named = areas.flatMap(({ rows }) => rows.flatMap(({ question }) => question[4]?.gaps ?? []));
  const known = new Set(listed.map(({ probe }) => probe));
  expect(named.filter((probe) => !known.has(probe))).toEqual([]);
});
