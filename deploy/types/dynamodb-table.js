// @ts-check

const { textAt, valueAt } = require('../aws.js');
const { noMore, object, policyText } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::DynamoDB::Table',
  create: async (properties, aws) => {
    const {
      TableName = aws.generatedName,
      ContributorInsightsSpecification,
      KinesisStreamSpecification,
      PointInTimeRecoverySpecification,
      ResourcePolicy,
      SSESpecification,
      StreamSpecification,
      TimeToLiveSpecification,
      ...create
    } = properties;
    const { SSEEnabled, ...encryption } = object(SSESpecification);
    const { PolicyDocument, ...restOfPolicy } = object(ResourcePolicy);
    noMore(restOfPolicy, 'ResourcePolicy');
    await aws.call('dynamodb', 'CreateTable', {
      ...create,
      TableName,
      ResourcePolicy: policyText(PolicyDocument),
      SSESpecification: SSESpecification && { ...encryption, Enabled: SSEEnabled },
      StreamSpecification: StreamSpecification && { StreamEnabled: true, ...object(StreamSpecification) },
    });
    const answer = await aws.until(
      () => aws.call('dynamodb', 'DescribeTable', { TableName }),
      (table) => valueAt(table, 'Table.TableStatus') === 'ACTIVE',
    );
    if (PointInTimeRecoverySpecification !== undefined) {
      await aws.call('dynamodb', 'UpdateContinuousBackups', { TableName, PointInTimeRecoverySpecification });
    }
    if (TimeToLiveSpecification !== undefined) {
      await aws.call('dynamodb', 'UpdateTimeToLive', { TableName, TimeToLiveSpecification });
    }
    if (ContributorInsightsSpecification !== undefined) {
      const { Enabled, ...rest } = object(ContributorInsightsSpecification);
      const ContributorInsightsAction = Enabled ? 'ENABLE' : 'DISABLE';
      const mode = { ...rest, ContributorInsightsMode: rest.Mode, Mode: undefined };
      await aws.call('dynamodb', 'UpdateContributorInsights', { TableName, ContributorInsightsAction, ...mode });
    }
    if (KinesisStreamSpecification !== undefined) {
      const stream = object(KinesisStreamSpecification);
      await aws.call('dynamodb', 'EnableKinesisStreamingDestination', { TableName, ...stream });
    }
    return {
      physicalId: String(TableName),
      attributes: {
        Arn: textAt(answer, 'Table.TableArn'),
        StreamArn: valueAt(answer, 'Table.LatestStreamArn'),
        TableId: valueAt(answer, 'Table.TableId'),
      },
    };
  },
};
