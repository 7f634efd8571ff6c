/**
 * Lines that must and must not compile. Nothing here runs: `tsc` is the test.
 */
import type * as catalog from '../../matchers/index';
import type { Handle, Resource, Resources } from '../../src/engine/handle';
import type { AwsMatchers } from '../../src/engine/matcher';
import type { OutputsAccess } from '../../src/jest/host';

declare function ask<T>(subject: T): AwsMatchers<T>;

declare const database: Resource<'identity' | 'availability' | 'engine' | 'encryption' | 'backups'>;
declare const queue: Handle<'identity' | 'encryption' | 'retention'>;
declare const subnets: Resources<'zones' | 'routing'>;
declare const untyped: Resource;
declare const outputs: OutputsAccess;
// biome-ignore lint/suspicious/noExplicitAny: what a test without types passes.
declare const anything: any;

/** Every matcher of the list is a method, and every method is in the list. */
type Missing = Exclude<keyof typeof catalog, keyof AwsMatchers<Resource>>;
type Unlisted = Exclude<keyof AwsMatchers<Resource>, keyof typeof catalog>;
export const nothingMissing: [Missing, Unlisted] extends [never, never] ? true : [Missing, Unlisted] = true;

export async function compiles(): Promise<void> {
  await ask(database).toBeMultiAz();
  await ask(database).toHaveEngineVersion('15');
  await ask(database).toHaveEngineVersion({ from: '15.4', before: '17' });
  await ask(database).toHaveEngineVersion(/^15/);
  await ask(database).toBeKmsEncrypted({ key: untyped, manager: 'CUSTOMER' });
  await ask(database).toHaveBackupRetention({ atLeast: '7d' });
  await ask(queue).toHaveRetention('forever');
  await ask(subnets).toSpanAvailabilityZones(2);
  await ask(untyped).toAllowIngress({ port: '8000-8080', from: queue });
  await ask(untyped).toMonitor({ metric: 'CPUUtilization', operator: '>=', period: '5m', threshold: { atMost: 80 } });
  await ask(untyped).toHaveEnvironmentVariables({ TABLE: untyped, STAGE: expect.any(String) });
  await ask(untyped).toTrust(['lambda', untyped], { only: true });
  await ask(anything).toBeMultiAz();
  await ask(outputs).toHaveOutputs(['VpcId']);
  const subnetIds: string[] = await outputs.get('SubnetIds');
  await ask(untyped).toHaveEndpoint(await outputs.get('DatabaseEndpoint'));
  await ask(untyped).toBeInSubnet(subnetIds);
  await ask(outputs).toHaveOutputs({ VpcId: /^vpc-/, Stage: 'dev', Port: 5432, Arn: expect.any(String) });
}

export async function doesNotCompile(): Promise<void> {
  const text = await outputs.get('Port');
  // @ts-expect-error an output is a text unless told otherwise
  text.toFixed();
  // @ts-expect-error a queue has no Availability Zones
  await ask(queue).toBeMultiAz();
  // @ts-expect-error a database has no ingress rules
  await ask(database).toBeOpenToTheWorld();
  // @ts-expect-error a text is no resource
  await ask('orders').toExist();
  // @ts-expect-error a version is no number
  await ask(database).toHaveEngineVersion(15.4);
  // @ts-expect-error there is no such option
  await ask(database).toBeKmsEncrypted({ kmsKey: 'alias/data' });
  // @ts-expect-error a duration has a unit
  await ask(database).toHaveBackupRetention('seven');
  // @ts-expect-error the peer is missing
  await ask(untyped).toAllowIngress({ port: 443 });
  // @ts-expect-error there is no such state
  await ask(untyped).toNotify('alerts', { on: 'ALARM' });
  // @ts-expect-error outputs are no resource
  await ask(outputs).toExist();
  // @ts-expect-error a resource has no outputs
  await ask(database).toHaveOutputs(['VpcId']);
  // @ts-expect-error nor has one of an unknown type
  await ask(untyped).toHaveOutputs(['VpcId']);
  // @ts-expect-error an output is named by a text
  await ask(outputs).toHaveOutputs([untyped]);
  // @ts-expect-error there is no such matcher
  await ask(untyped).toBeMultiAZ();
}
