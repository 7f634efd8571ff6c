import type { DeliveryStreamDescription, DestinationDescription } from '@aws-sdk/client-firehose';
import { firehose } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import type { Encryption } from '../facets';
import type { Deliveries } from '../facets/data';
import { resourceName } from './shared/arn';
import { contentText } from './shared/content';
import { kmsReference } from './shared/kms-reference';
import { tagMap } from './shared/tags';

export const kinesisfirehoseDeliveryStream = defineResource({
  type: 'AWS::KinesisFirehose::DeliveryStream',
  label: 'Firehose delivery stream',
  sdk: firehose,
  reads: ['firehose:DescribeDeliveryStream'],
  notFound: ['ResourceNotFoundException'],
  facts: async (aws, { id }) => {
    const { DeliveryStreamDescription: description } = await aws.call('DescribeDeliveryStream', {
      DeliveryStreamName: resourceName(id),
    });
    return told(description, 'DeliveryStreamDescription');
  },
  facets: {
    identity: {
      fields: 'DeliveryStreamDescription.{DeliveryStreamARN, DeliveryStreamName}',
      read: (stream) => ({
        arn: told(stream.DeliveryStreamARN, 'DeliveryStreamARN'),
        id: told(stream.DeliveryStreamName, 'DeliveryStreamName'),
      }),
    },
    lifecycle: {
      fields: 'DeliveryStreamDescription.{DeliveryStreamStatus, FailureDescription}',
      read: (stream) => {
        const state = told(stream.DeliveryStreamStatus, 'DeliveryStreamStatus');
        return { state, available: state === 'ACTIVE', reason: stream.FailureDescription?.Details };
      },
    },
    tags: {
      fields: 'Tags',
      reads: ['firehose:ListTagsForDeliveryStream'],
      read: async (stream, aws) => {
        const DeliveryStreamName = told(stream.DeliveryStreamName, 'DeliveryStreamName');
        return tagMap(await aws.list('ListTagsForDeliveryStream', { DeliveryStreamName }, (page) => page.Tags));
      },
    },
    encryption: {
      fields: 'DeliveryStreamDescription.DeliveryStreamEncryptionConfiguration',
      reads: ['kinesis:DescribeStreamSummary'],
      read: (stream, aws) => {
        const source = stream.Source?.KinesisStreamSourceDescription?.KinesisStreamARN;
        // Records of a Kinesis stream stay in that stream, encrypted as it is.
        return source ? aws.facet({ type: 'AWS::Kinesis::Stream', id: source }, 'encryption') : encryption(stream);
      },
    },
    deliveries: { fields: 'DeliveryStreamDescription.{Source, Destinations}', read: deliveries },
    intake: { fields: 'DeliveryStreamName', read: () => ({ takes: 'record' }) },
  },
  acts: {
    deliver: {
      calls: ['firehose:PutRecord'],
      perform: async ({ DeliveryStreamName: name }, aws, { content }) => {
        const DeliveryStreamName = told(name, 'DeliveryStreamName');
        const Record = { Data: Buffer.from(contentText(content), 'utf8') };
        return { id: told((await aws.act('PutRecord', { DeliveryStreamName, Record })).RecordId, 'RecordId') };
      },
    },
  },
});

function encryption(stream: DeliveryStreamDescription): Encryption {
  told(stream.DeliveryStreamARN, 'DeliveryStreamARN');
  // AWS leaves the configuration out where encryption was never switched on.
  const { Status: status = 'DISABLED', KeyType, KeyARN } = stream.DeliveryStreamEncryptionConfiguration ?? {};
  if (status === 'DISABLED' || status === 'ENABLING' || status === 'ENABLING_FAILED') {
    return { kind: 'none', mode: `Status ${status}` };
  }
  const mode = told(KeyType, 'DeliveryStreamEncryptionConfiguration.KeyType');
  const problem = status === 'ENABLED' ? undefined : `encryption of the delivery stream is ${status}`;
  const kind =
    mode === 'AWS_OWNED_CMK'
      ? ({ kind: 'service-owned', mode } as const)
      : ({ kind: 'kms', mode, key: kmsReference(told(KeyARN, 'KeyARN')) } as const);
  return { ...kind, ...(problem && { problem }) };
}

function deliveries(stream: DeliveryStreamDescription): Deliveries {
  const { KinesisStreamSourceDescription: kinesis, MSKSourceDescription: kafka } = stream.Source ?? {};
  return {
    source: kinesis?.KinesisStreamARN ?? kafka?.MSKClusterARN,
    destinations: told(stream.Destinations, 'Destinations').map(destination),
  };
}

function destination(given: DestinationDescription): Deliveries['destinations'][number] {
  const s3 = given.ExtendedS3DestinationDescription ?? given.S3DestinationDescription;
  const collection = given.AmazonOpenSearchServerlessDestinationDescription;
  const search = given.AmazonopensearchserviceDestinationDescription ?? given.ElasticsearchDestinationDescription;
  const { RedshiftDestinationDescription: redshift, HttpEndpointDestinationDescription: http } = given;
  const log = [
    search,
    collection,
    redshift,
    http,
    given.SplunkDestinationDescription,
    given.SnowflakeDestinationDescription,
    s3,
  ]
    .map((each) => each?.CloudWatchLoggingOptions)
    .find((options) => options?.Enabled);
  const logged = log?.LogGroupName ? { errorLogGroup: log.LogGroupName } : {};
  if (redshift) return { kind: 'redshift', arn: told(redshift.ClusterJDBCURL, 'ClusterJDBCURL'), ...logged };
  if (http) return { kind: 'http', arn: told(http.EndpointConfiguration?.Url, 'EndpointConfiguration.Url'), ...logged };
  if (search) {
    return { kind: 'opensearch', arn: told(search.DomainARN ?? search.ClusterEndpoint, 'DomainARN'), ...logged };
  }
  if (collection) {
    return { kind: 'opensearch', arn: told(collection.CollectionEndpoint, 'CollectionEndpoint'), ...logged };
  }
  const { SplunkDestinationDescription: splunk, SnowflakeDestinationDescription: snowflake } = given;
  if (splunk) return { kind: 'splunk', arn: told(splunk.HECEndpoint, 'HECEndpoint'), ...logged };
  if (snowflake) return { kind: 'snowflake', arn: told(snowflake.AccountUrl, 'AccountUrl'), ...logged };
  if (given.IcebergDestinationDescription) {
    const catalog = given.IcebergDestinationDescription.CatalogConfiguration;
    return { kind: 'iceberg', arn: told(catalog?.CatalogARN, 'CatalogConfiguration.CatalogARN'), ...logged };
  }
  return {
    kind: 's3',
    arn: told(s3?.BucketARN, 'BucketARN'),
    ...(s3?.Prefix && { prefix: s3.Prefix }),
    ...(s3?.CompressionFormat && { compression: s3.CompressionFormat }),
    ...logged,
  };
}
