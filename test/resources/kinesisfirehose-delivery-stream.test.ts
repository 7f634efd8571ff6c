import {
  DescribeDeliveryStreamCommand,
  FirehoseClient,
  ListTagsForDeliveryStreamCommand,
} from '@aws-sdk/client-firehose';
import { DescribeStreamSummaryCommand, KinesisClient } from '@aws-sdk/client-kinesis';
import { mockClient } from 'aws-sdk-client-mock';
import { kinesisStream } from '../../src/resources/kinesis-stream';
import { kinesisfirehoseDeliveryStream } from '../../src/resources/kinesisfirehose-delivery-stream';
import { asking } from './answers';
import { refusal } from './refusal';

const firehose = mockClient(FirehoseClient);
const kinesis = mockClient(KinesisClient);
const { ask, exists } = asking('AWS::KinesisFirehose::DeliveryStream', [kinesisfirehoseDeliveryStream, kinesisStream]);

const arn = 'arn:aws:firehose:eu-west-1:123456789012:deliverystream/events';
const source = 'arn:aws:kinesis:eu-west-1:123456789012:stream/events';
const s3 = { RoleARN: 'arn:role', BucketARN: 'arn:aws:s3:::archive', BufferingHints: {}, EncryptionConfiguration: {} };
const typical = {
  DeliveryStreamName: 'events',
  DeliveryStreamARN: arn,
  DeliveryStreamStatus: 'ACTIVE' as const,
  DeliveryStreamType: 'DirectPut' as const,
  VersionId: '1',
  HasMoreDestinations: false,
  DeliveryStreamEncryptionConfiguration: { Status: 'ENABLED', KeyType: 'CUSTOMER_MANAGED_CMK', KeyARN: 'k-1' },
  Destinations: [
    {
      DestinationId: 'd-1',
      S3DestinationDescription: s3,
      ExtendedS3DestinationDescription: {
        ...s3,
        Prefix: 'raw/',
        CompressionFormat: 'GZIP',
        CloudWatchLoggingOptions: { Enabled: true, LogGroupName: '/firehose/events' },
      },
    },
  ],
};
const answer = (fields: object = {}) =>
  firehose
    .on(DescribeDeliveryStreamCommand, { DeliveryStreamName: 'events' })
    .resolves({ DeliveryStreamDescription: { ...typical, ...fields } as never });

beforeEach(() => {
  firehose.reset();
  kinesis.reset();
  answer();
});

test.each(['events', arn])('%s is found', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'events' });
});

test('a stream answers', async () => {
  firehose
    .on(ListTagsForDeliveryStreamCommand)
    .resolves({ Tags: [{ Key: 'team', Value: 'data' }], HasMoreTags: false });
  expect(await ask(arn, 'lifecycle')).toMatchObject({ state: 'ACTIVE', available: true });
  expect(await ask(arn, 'tags')).toEqual({ team: 'data' });
  expect(await ask(arn, 'encryption')).toMatchObject({ kind: 'kms', key: { id: 'k-1' } });
  expect(await ask(arn, 'deliveries')).toEqual({
    destinations: [
      {
        kind: 's3',
        arn: 'arn:aws:s3:::archive',
        prefix: 'raw/',
        compression: 'GZIP',
        errorLogGroup: '/firehose/events',
      },
    ],
  });
});

test.each([
  [undefined, { kind: 'none', mode: 'Status DISABLED' }],
  [
    { Status: 'ENABLED', KeyType: 'AWS_OWNED_CMK' },
    { kind: 'service-owned', mode: 'AWS_OWNED_CMK' },
  ],
  [
    { Status: 'ENABLING', KeyType: 'CUSTOMER_MANAGED_CMK', KeyARN: 'k-1' },
    { kind: 'none', mode: 'Status ENABLING' },
  ],
  [
    { Status: 'DISABLING', KeyType: 'CUSTOMER_MANAGED_CMK', KeyARN: 'k-1' },
    { kind: 'kms', problem: 'encryption of the delivery stream is DISABLING' },
  ],
])('encryption %j', async (DeliveryStreamEncryptionConfiguration, expected) => {
  answer({ DeliveryStreamEncryptionConfiguration });
  expect(await ask(arn, 'encryption')).toMatchObject(expected);
});

test('records of a Kinesis stream are encrypted as that stream is', async () => {
  answer({ Source: { KinesisStreamSourceDescription: { KinesisStreamARN: source } } });
  kinesis
    .on(DescribeStreamSummaryCommand)
    .resolves({ StreamDescriptionSummary: { StreamName: 'events', EncryptionType: 'NONE' } as never });
  expect(await ask(arn, 'encryption')).toMatchObject({ kind: 'none' });
  expect(await ask(arn, 'deliveries')).toMatchObject({ source });
});

test.each([
  [
    { AmazonopensearchserviceDestinationDescription: { DomainARN: 'arn:domain' } },
    { kind: 'opensearch', arn: 'arn:domain' },
  ],
  [
    { HttpEndpointDestinationDescription: { EndpointConfiguration: { Url: 'https://in.example.com' } } },
    { kind: 'http', arn: 'https://in.example.com' },
  ],
  [{ RedshiftDestinationDescription: { ClusterJDBCURL: 'jdbc:redshift://x' } }, { kind: 'redshift' }],
  [{ SplunkDestinationDescription: { HECEndpoint: 'https://splunk' } }, { kind: 'splunk', arn: 'https://splunk' }],
])('destination %j', async (destination, expected) => {
  answer({ Destinations: [destination] });
  expect(await ask(arn, 'deliveries')).toMatchObject({ destinations: [expected] });
});

test('one that is not there', async () => {
  firehose.on(DescribeDeliveryStreamCommand).rejects(refusal('ResourceNotFoundException'));
  expect(await exists('gone')).toBe(false);
});
