import { toBeInSync } from '../../matchers/stack/toBeInSync';
import { toHaveStackOutputs } from '../../matchers/stack/toHaveStackOutputs';
import { toHaveStackResource } from '../../matchers/stack/toHaveStackResource';
import { toHaveStackStatus } from '../../matchers/stack/toHaveStackStatus';
import { toHaveTerminationProtection } from '../../matchers/stack/toHaveTerminationProtection';
import { table } from './fake-source';

const refused = 'wrong argument wrong argument';
const stack = { stackDeployment: { status: 'CREATE_COMPLETE', outputs: { ApiUrl: 'https://api', Empty: '' } } };

describe('toHaveTerminationProtection', () => {
  table(toHaveTerminationProtection, [
    ['on', { terminationProtection: { enabled: true } }, [], 'pass fail'],
    ['off', { terminationProtection: { enabled: false } }, [], 'fail pass', /off/],
  ]);
});

describe('toBeInSync', () => {
  table(toBeInSync, [
    ['in sync', { drift: { status: 'IN_SYNC', checkedAt: '2026-01-01' } }, [], 'pass fail', /IN_SYNC at 2026-01-01/],
    ['drifted', { drift: { status: 'DRIFTED' } }, [], 'fail pass', /DRIFTED/],
    ['never checked', { drift: { status: 'NOT_CHECKED' } }, [], 'fail fail', /detect-stack-drift/],
  ]);
});

describe('toHaveStackStatus', () => {
  table(toHaveStackStatus, [
    ['the status', stack, ['CREATE_COMPLETE'], 'pass fail'],
    ['one of two', stack, [['UPDATE_COMPLETE', /^CREATE/]], 'pass fail'],
    [
      'another, with its reason',
      { stackDeployment: { status: 'ROLLBACK_COMPLETE', reason: 'no quota', outputs: {} } },
      ['CREATE_COMPLETE'],
      'fail pass',
      /ROLLBACK_COMPLETE \(no quota\)/,
    ],
    ['no status', stack, [[]], refused],
  ]);
});

describe('toHaveStackOutputs', () => {
  table(toHaveStackOutputs, [
    ['keys', stack, [['ApiUrl']], 'pass fail'],
    ['a value', stack, [{ ApiUrl: /^https/ }], 'pass fail'],
    ['another value', stack, [{ ApiUrl: 'x' }], 'fail pass', /https:\/\/api/],
    ['an empty output', stack, [['Empty']], 'fail pass'],
    ['no such output', stack, [['Url']], 'fail pass', /The stack tells ApiUrl, Empty/],
    ['one of two', stack, [['ApiUrl', 'Url']], 'fail fail', /ApiUrl yes, Url no/],
    ['nothing', stack, [{}], refused],
  ]);
});

describe('toHaveStackResource', () => {
  const bucket = { logicalId: 'Uploads', type: 'AWS::S3::Bucket', status: 'CREATE_COMPLETE', physicalId: 'uploads-1' };
  const holds = { stackResources: { resources: [bucket, { ...bucket, logicalId: 'Queue', type: 'AWS::SQS::Queue' }] } };
  table(toHaveStackResource, [
    ['a type', holds, ['AWS::S3::Bucket'], 'pass fail'],
    ['a type by its short name', holds, ['S3::Bucket'], 'pass fail'],
    ['a RegExp', holds, [/SQS/], 'pass fail'],
    [
      'all of it',
      holds,
      [{ type: 'S3::Bucket', logicalId: 'Uploads', physicalId: /^uploads/, status: /_COMPLETE$/ }],
      'pass fail',
    ],
    ['another type', holds, ['SNS::Topic'], 'fail pass', /Uploads \(AWS::S3::Bucket, CREATE_COMPLETE\)/],
    ['halves of two', holds, [{ type: 'SQS::Queue', logicalId: 'Uploads' }], 'fail pass', /nearest resource/],
    ['another option', holds, [{ name: 'Uploads' }], refused],
  ]);
});
