import { called, deployed, type Kind } from './kind';

const stage = (name: string, category: string, provider: string, more: object = {}) => ({
  name,
  actions: [
    {
      name,
      actionTypeId: { category, owner: 'AWS', provider, version: '1' },
      configuration: {},
      inputArtifacts: [],
      outputArtifacts: [],
      runOrder: 1,
      ...more,
    },
  ],
});

/** What watches, records and releases. */
export const governanceKinds: Kind[] = [
  deployed('AWS::Logs::LogGroup', () => ({ LogGroupName: '/one' }), '/gone/group'),
  {
    type: 'AWS::Logs::MetricFilter',
    gone: '/common|gone',
    make: async ({ deployOne, id }) => {
      const { physicalId } = await deployOne('AWS::Logs::MetricFilter', {
        LogGroupName: id('LogGroup'),
        FilterName: 'errors',
        FilterPattern: 'ERROR',
        MetricTransformations: [{ MetricName: 'Errors', MetricNamespace: 'One', MetricValue: '1' }],
      });
      return physicalId;
    },
  },
  deployed(
    'AWS::CloudWatch::Alarm',
    () => ({
      AlarmName: 'one',
      MetricName: 'Errors',
      Namespace: 'AWS/Lambda',
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    }),
    'gone-alarm',
  ),
  {
    type: 'AWS::CloudWatch::CompositeAlarm',
    cannot: { moto: 'it has no PutCompositeAlarm' },
    gone: 'gone-composite',
    make: async ({ call, deployOne }) => {
      await deployOne('AWS::CloudWatch::Alarm', {
        AlarmName: 'part',
        MetricName: 'Errors',
        Namespace: 'AWS/Lambda',
        Statistic: 'Sum',
        Period: 60,
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      });
      await call('cloudwatch', 'PutCompositeAlarm', { AlarmName: 'one-composite', AlarmRule: 'ALARM("part")' });
      return 'one-composite';
    },
  },
  called(
    'AWS::CloudWatch::Dashboard',
    ['cloudwatch', 'PutDashboard'],
    () => ({
      DashboardName: 'one',
      DashboardBody: JSON.stringify({
        widgets: [{ type: 'text', x: 0, y: 0, width: 6, height: 6, properties: { markdown: 'one' } }],
      }),
    }),
    '$named.one',
    'gone-dashboard',
  ),
  {
    type: 'AWS::CloudTrail::Trail',
    gone: 'arn:aws:cloudtrail:us-east-1:ACCOUNT:trail/gone',
    make: async ({ deployOne, id }) =>
      String(
        (
          await deployOne('AWS::CloudTrail::Trail', {
            TrailName: 'one-trail',
            S3BucketName: id('Bucket'),
            IsLogging: true,
          })
        ).attributes.Arn,
      ),
  },
  {
    type: 'AWS::Config::ConfigurationRecorder',
    gone: 'gone-recorder',
    make: async ({ call, id, attribute }) => {
      const recorder = { name: 'default', roleARN: attribute('Role', 'Arn'), recordingGroup: { allSupported: true } };
      await call('config-service', 'PutConfigurationRecorder', { ConfigurationRecorder: recorder });
      await call('config-service', 'PutDeliveryChannel', {
        DeliveryChannel: { name: 'default', s3BucketName: id('Bucket') },
      });
      return 'default';
    },
  },
  {
    type: 'AWS::Config::ConfigRule',
    gone: 'gone-rule',
    make: async ({ call, attribute }) => {
      const recorder = { name: 'default', roleARN: attribute('Role', 'Arn'), recordingGroup: { allSupported: true } };
      await call('config-service', 'PutConfigurationRecorder', { ConfigurationRecorder: recorder });
      await call('config-service', 'PutConfigRule', {
        ConfigRule: {
          ConfigRuleName: 'one-rule',
          Source: { Owner: 'AWS', SourceIdentifier: 'S3_BUCKET_VERSIONING_ENABLED' },
        },
      });
      return 'one-rule';
    },
  },
  called(
    'AWS::GuardDuty::Detector',
    ['guardduty', 'CreateDetector'],
    () => ({ Enable: true }),
    'DetectorId',
    '0123456789abcdef0123456789abcdef',
    { cannot: { ministack: 'it has no guardduty' } },
  ),
  {
    type: 'AWS::SecurityHub::Hub',
    cannot: { ministack: 'it has no securityhub' },
    gone: 'arn:aws:securityhub:eu-west-3:ACCOUNT:hub/default',
    make: async ({ call, accountId }) => {
      await call('securityhub', 'EnableSecurityHub', {});
      return `arn:aws:securityhub:us-east-1:${accountId}:hub/default`;
    },
  },
  {
    type: 'AWS::CloudFormation::Stack',
    gone: 'gone-stack',
    make: async ({ call }) => {
      const TemplateBody = JSON.stringify({ Resources: { Topic: { Type: 'AWS::SNS::Topic' } } });
      await call('cloudformation', 'CreateStack', { StackName: 'one-stack', TemplateBody });
      return 'one-stack';
    },
  },
  called(
    'AWS::CodeBuild::Project',
    ['codebuild', 'CreateProject'],
    ({ attribute }) => ({
      name: 'one-build',
      source: { type: 'S3', location: 'bucket/path/source.zip' },
      artifacts: { type: 'NO_ARTIFACTS' },
      environment: {
        type: 'LINUX_CONTAINER',
        image: 'aws/codebuild/standard:7.0',
        computeType: 'BUILD_GENERAL1_SMALL',
      },
      serviceRole: attribute('Role', 'Arn'),
    }),
    'project.name',
    'gone-build',
  ),
  called(
    'AWS::CodeDeploy::Application',
    ['codedeploy', 'CreateApplication'],
    () => ({ applicationName: 'one-release', computePlatform: 'Lambda' }),
    '$named.one-release',
    'gone-release',
    { cannot: { ministack: 'it has no codedeploy' } },
  ),
  {
    type: 'AWS::CodePipeline::Pipeline',
    gone: 'gone-pipeline',
    cannot: { ministack: 'it has no codepipeline', moto: 'GetPipeline answers a date that is none' },
    make: async ({ call, deployOne, id }) => {
      const role = await deployOne('AWS::IAM::Role', {
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Principal: { Service: 'codepipeline.amazonaws.com' }, Action: 'sts:AssumeRole' },
          ],
        },
      });
      const stages = [
        stage('Source', 'Source', 'S3', {
          configuration: { S3Bucket: 'source', S3ObjectKey: 'app.zip' },
          outputArtifacts: [{ name: 'Source' }],
        }),
        stage('Build', 'Build', 'CodeBuild', {
          configuration: { ProjectName: 'one-build' },
          inputArtifacts: [{ name: 'Source' }],
        }),
      ];
      const artifactStore = { type: 'S3', location: id('Bucket') };
      await call('codepipeline', 'CreatePipeline', {
        pipeline: { name: 'one-pipeline', roleArn: role.attributes.Arn, artifactStore, stages },
      });
      return 'one-pipeline';
    },
  },
];
