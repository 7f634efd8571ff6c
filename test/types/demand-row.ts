/**
 * A row that must and rows that must not compile. Nothing here runs: `tsc` is the test.
 */
import { row } from '../contract/demand/row';

const asked = { number: 47, assertion: 'RDS Multi-AZ', output: 'DatabaseIdentifier', proved: 'ministack' } as const;

export const compiles = () =>
  row({ ...asked, type: 'AWS::RDS::DBInstance', ask: [(db) => db.toBeMultiAz(), (db) => db.not.toBeMultiAz()] });

export const doesNotCompile = () => [
  // @ts-expect-error a queue has no Availability Zones
  row({ ...asked, type: 'AWS::SQS::Queue', ask: (queue) => queue.toBeMultiAz() }),
  // @ts-expect-error there is no such matcher
  row({ ...asked, type: 'AWS::RDS::DBInstance', ask: (db) => db.toBeMultiAZ() }),
  // @ts-expect-error a version is no number
  row({ ...asked, type: 'AWS::RDS::DBInstance', ask: (db) => db.toHaveEngineVersion(15.4) }),
  // @ts-expect-error there is no such type
  row({ ...asked, type: 'AWS::RDS::Database', ask: (db) => db.toExist() }),
];
