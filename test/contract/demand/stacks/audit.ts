// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them
import { ref, sub } from '../../../../deploy';
import { policy } from '../../../live/declarations';
import type { Topic } from '../row';

const bucketForTrails = (name: string) => ({
  [name]: { type: 'AWS::S3::Bucket' },
  [`${name}Policy`]: {
    type: 'AWS::S3::BucketPolicy',
    properties: {
      Bucket: ref(name),
      PolicyDocument: policy({
        Effect: 'Allow',
        Principal: { Service: 'cloudtrail.amazonaws.com' },
        Action: ['s3:GetBucketAcl', 's3:PutObject'],
        Resource: [ref(`${name}.Arn`), sub(`\${${name}.Arn}/*`)],
      }),
    },
  },
});
const deliveryRole = {
  type: 'AWS::IAM::Role',
  properties: {
    AssumeRolePolicyDocument: policy({
      Effect: 'Allow',
      Principal: { Service: ['cloudtrail.amazonaws.com', 'config.amazonaws.com'] },
      Action: 'sts:AssumeRole',
    }),
  },
};
const outputs = {
  AuditTrailArn: ref('AuditTrail.Arn'),
  AuditBucketName: ref('AuditBucket'),
};

/** A CloudTrail trail and the bucket it delivers to. */
export const audit: Topic = {
  on: ['moto'],
  healthy: {
    resources: {
      ...bucketForTrails('AuditBucket'),
      AuditRole: deliveryRole,
      AuditLogGroup: { type: 'AWS::Logs::LogGroup' },
      AuditTrail: {
        type: 'AWS::CloudTrail::Trail',
        properties: {
          S3BucketName: ref('AuditBucket'),
          IsLogging: true,
          IsMultiRegionTrail: true,
          IncludeGlobalServiceEvents: true,
          EnableLogFileValidation: true,
          KMSKeyId: ref('DataKey.Arn'),
          CloudWatchLogsLogGroupArn: ref('AuditLogGroup.Arn'),
          CloudWatchLogsRoleArn: ref('AuditRole.Arn'),
        },
        dependsOn: ['AuditBucketPolicy'],
      },
    },
    outputs: { ...outputs, AuditLogGroupName: ref('AuditLogGroup') },
  },
  broken: {
    resources: {
      ...bucketForTrails('AuditBucket'),
      ...bucketForTrails('StrayBucket'),
      AuditLogGroup: { type: 'AWS::Logs::LogGroup' },
      AuditTrail: {
        type: 'AWS::CloudTrail::Trail',
        properties: {
          S3BucketName: ref('StrayBucket'),
          IsLogging: false,
          IsMultiRegionTrail: false,
          IncludeGlobalServiceEvents: false,
          EnableLogFileValidation: false,
        },
        dependsOn: ['StrayBucketPolicy'],
      },
    },
    outputs: { ...outputs, AuditLogGroupName: ref('AuditLogGroup') },
  },
};
