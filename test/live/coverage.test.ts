import * as matchers from '../../matchers';
import type { MatcherDefinition } from '../../src/engine/matcher';
import type { ResourceDefinition } from '../../src/engine/resource';
import * as catalog from '../../src/resources';
import { gapsOf } from '../emulators/gaps';
import type { Expected, Row } from './area';
import { areas } from './areas';
import { gone } from './gone';

/** The types and matchers that this folder answers for. */
const types = [
  'AWS::CloudWatch::Alarm',
  'AWS::DynamoDB::Table',
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::Subnet',
  'AWS::EC2::VPC',
  'AWS::IAM::Role',
  'AWS::KMS::Alias',
  'AWS::KMS::Key',
  'AWS::Kinesis::Stream',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::Logs::LogGroup',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
  'AWS::RDS::DBSubnetGroup',
  'AWS::S3::Bucket',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
  'AWS::SecretsManager::Secret',
];
const names = [
  'toAllowIngress',
  'toBeAvailable',
  'toBeEncryptedAtRest',
  'toBeInState',
  'toBeInVpc',
  'toBeKmsEncrypted',
  'toBeMultiAz',
  'toBeOpenToTheWorld',
  'toBePublicSubnet',
  'toBePubliclyAccessible',
  'toBeTriggeredBy',
  'toBlockPublicAccess',
  'toDenyInsecureTransport',
  'toExist',
  'toGrantService',
  'toHaveAvailableEngineVersion',
  'toHaveBackupRetention',
  'toHaveBillingMode',
  'toHaveCidr',
  'toHaveConfig',
  'toHaveDeadLetterQueue',
  'toHaveDeletionProtection',
  'toHaveEngine',
  'toHaveEngineVersion',
  'toHaveEnvironmentVariables',
  'toHaveHandler',
  'toHaveKeyRotation',
  'toHaveKeySchema',
  'toHaveLifecycleRule',
  'toHaveManagedPolicy',
  'toHaveMemory',
  'toHavePointInTimeRecovery',
  'toHaveRetention',
  'toHaveRotation',
  'toHaveRuntime',
  'toHaveStream',
  'toHaveSubscription',
  'toHaveTags',
  'toHaveTimeToLive',
  'toHaveTimeout',
  'toHaveTracing',
  'toHaveVersioning',
  'toMonitor',
  'toNotify',
  'toSpanAvailabilityZones',
  'toTrust',
];

const definitions: Record<string, MatcherDefinition> = { ...matchers };
const resources = Object.values(catalog) as ResourceDefinition[];
const rows = areas.flatMap((area) => area.rows);
const running = rows.filter((row) => servers(row).length > 0);

function servers({ question: [, , , , { gaps = [] } = {}] }: Row): string[] {
  return (['ministack', 'moto'] as const).filter((server) => !gapsOf(server).some(({ probe }) => gaps.includes(probe)));
}

/** `pass` and `fail` of all rows that run on a server, both stacks together. */
function endings(of: Row[]): string[] {
  const each = of.flatMap(({ question: [, , healthy, broken] }) => [healthy, broken]);
  return [...new Set(each.filter((expected) => expected !== undefined).map(direction))];
}

function direction(expected: Expected): string {
  const ending = Array.isArray(expected) ? expected[0] : expected;
  return ending === 'fault' ? 'fail' : ending;
}

test('the types and the matchers are those of the catalogs', () => {
  expect(types.filter((type) => !resources.some((definition) => definition.type === type))).toEqual([]);
  expect(names.filter((name) => !definitions[name])).toEqual([]);
});

test('every type is asked what is so and what is not', () => {
  const lacking = types.filter((type) => {
    const seen = endings(running.filter((row) => row.type === type));
    return !seen.includes('pass') || !seen.includes('fail');
  });
  expect(lacking).toEqual([]);
  expect(gone.map(([type]) => type).sort()).toEqual(types);
});

test.each(names.filter((name) => name !== 'toExist'))('%s passes and fails on a real server', (name) => {
  const seen = endings(running.filter(({ question }) => question[0] === name));
  expect(seen).toEqual(expect.arrayContaining(['pass', 'fail']));
});

test.each(types)('%s is asked everything that it answers', (type) => {
  const facets = resources.find((definition) => definition.type === type)?.facets ?? {};
  const answered = ['config', ...Object.keys(facets)];
  const wanted = names.filter((name) => answered.includes(definitions[name]?.facet ?? ''));
  const asked = rows.filter((row) => row.type === type).map(({ question }) => String(question[0]));
  expect(wanted.filter((name) => !asked.includes(name))).toEqual([]);
});
