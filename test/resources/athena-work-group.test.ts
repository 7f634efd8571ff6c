import {
  AthenaClient,
  GetWorkGroupCommand,
  ListTagsForResourceCommand,
  type WorkGroupConfiguration,
} from '@aws-sdk/client-athena';
import { mockClient } from 'aws-sdk-client-mock';
import { athenaWorkGroup } from '../../src/resources/athena-work-group';
import { asking } from './answers';
import { refusal } from './refusal';

const athena = mockClient(AthenaClient);
const { ask, exists } = asking('AWS::Athena::WorkGroup', [athenaWorkGroup]);
const arn = 'arn:aws:athena:eu-west-1:123456789012:workgroup/analysts';
const typical: WorkGroupConfiguration = {
  ResultConfiguration: { OutputLocation: 's3://results/', EncryptionConfiguration: { EncryptionOption: 'SSE_S3' } },
  EnforceWorkGroupConfiguration: true,
  BytesScannedCutoffPerQuery: 1_000_000_000,
  EngineVersion: { SelectedEngineVersion: 'AUTO', EffectiveEngineVersion: 'Athena engine version 3' },
};
const is = (Configuration: WorkGroupConfiguration, State: 'ENABLED' | 'DISABLED' = 'ENABLED') =>
  athena
    .on(GetWorkGroupCommand, { WorkGroup: 'analysts' })
    .resolves({ WorkGroup: { Name: 'analysts', State, Configuration } });

beforeEach(() => {
  athena.reset();
  is(typical);
});

test.each(['analysts', arn])('%s', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'analysts' });
  expect(await ask(id, 'lifecycle')).toEqual({ state: 'ENABLED', available: true });
  expect(await ask(id, 'engine')).toEqual({ name: 'athena', version: '3', alsoKnownAs: ['Athena engine version 3'] });
  expect(await ask(id, 'queryResults')).toEqual({
    location: 's3://results/',
    enforced: true,
    scanLimitInBytes: 1_000_000_000,
  });
});

test.each<[WorkGroupConfiguration, object]>([
  [typical, { kind: 'service-owned', mode: 'SSE_S3' }],
  [
    {
      ResultConfiguration: {
        EncryptionConfiguration: { EncryptionOption: 'SSE_KMS', KmsKey: 'arn:aws:kms:eu-west-1:1:key/1' },
      },
    },
    { kind: 'kms', mode: 'SSE_KMS' },
  ],
  [{ ResultConfiguration: {} }, { kind: 'none', mode: 'no EncryptionConfiguration' }],
  [{ ManagedQueryResultsConfiguration: { Enabled: true } }, { kind: 'service-owned', mode: 'managed query results' }],
])('encryption %#', async (configuration, expected) => {
  is(configuration);
  expect(await ask('analysts', 'encryption')).toMatchObject(expected);
});

test('switched off, tags and description', async () => {
  is(typical, 'DISABLED');
  expect(await ask('analysts', 'activation')).toEqual({ enabled: false, state: 'DISABLED' });
  expect(await ask('analysts', 'lifecycle')).toEqual({ state: 'DISABLED', available: false });
  expect(await ask('analysts', 'description')).toEqual({});
  athena.on(ListTagsForResourceCommand, { ResourceARN: arn }).resolves({ Tags: [{ Key: 'a', Value: 'b' }] });
  expect(await ask('analysts', 'tags')).toEqual({ a: 'b' });
});

test('not found', async () => {
  athena.on(GetWorkGroupCommand).rejects(refusal('InvalidRequestException'));
  expect(await exists('analysts')).toBe(false);
});
