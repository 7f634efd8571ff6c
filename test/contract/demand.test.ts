import gaps from '../emulators/gaps.json';
import { areas } from '../live/areas';
import { proveOn, proveOnRecordings, reportOpen } from './demand/proving';
import { ranked } from './demand/ranked';
import type { Row, Topic } from './demand/row';
import { rows001To075, topicsOf001To075 } from './demand/rows-001-075';
import { rows076To150, topicsOf076To150 } from './demand/rows-076-150';

const servers = ['ministack', 'moto'] as const;
const rows: Row[] = [...rows001To075, ...rows076To150];
const topics: Topic[] = [...areas.map((area) => ({ ...area, on: servers })), ...topicsOf001To075, ...topicsOf076To150];

test('every assertion of the list is a row, under its number and in its words, and nothing else is', () => {
  // An assertion of several parts, such as a route to one of two gateways, has a row for each, one after the other.
  const declared = rows.map(({ number, assertion }) => `${number} ${assertion}`);
  expect(declared.filter((each, index) => each !== declared[index - 1])).toEqual(
    ranked.map(([number, assertion]) => `${number} ${assertion}`),
  );
});

test('what keeps a row from a live server is a gap that a probe shows', () => {
  const named = rows.flatMap((row) =>
    'proved' in row && typeof row.proved === 'object' ? (row.proved.gaps ?? []) : [],
  );
  expect(named.filter((name) => !gaps.some(({ probe }) => probe === name))).toEqual([]);
});

for (const server of servers) proveOn(server, topics, rows);
proveOnRecordings(rows);
reportOpen(rows);
