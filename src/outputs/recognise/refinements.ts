const DOCUMENT = 'docdb documentdb docd mongo mongodb document';

/** Types that a value gives and that a key may put right, because AWS uses one form for both. */
export const REFINEMENTS: readonly { from: string; to: string; words: string }[] = [
  {
    from: 'AWS::ApiGateway::RestApi',
    to: 'AWS::ApiGatewayV2::Api',
    words: 'httpapi websocket websocketapi ws wss apiv2',
  },
  { from: 'AWS::ApiGatewayV2::Api', to: 'AWS::ApiGateway::RestApi', words: 'rest restapi' },
  { from: 'AWS::RDS::DBCluster', to: 'AWS::DocDB::DBCluster', words: DOCUMENT },
  { from: 'AWS::RDS::DBCluster', to: 'AWS::Neptune::DBCluster', words: 'neptune' },
  { from: 'AWS::RDS::DBInstance', to: 'AWS::DocDB::DBInstance', words: DOCUMENT },
  { from: 'AWS::RDS::DBInstance', to: 'AWS::Neptune::DBInstance', words: 'neptune' },
  { from: 'AWS::EFS::FileSystem', to: 'AWS::FSx::FileSystem', words: 'fsx lustre' },
  {
    from: 'AWS::CloudFront::Distribution',
    to: 'AWS::CloudFront::CloudFrontOriginAccessIdentity',
    words: 'oai originaccessidentity identity',
  },
  {
    from: 'AWS::CloudFront::Distribution',
    to: 'AWS::CloudFront::OriginAccessControl',
    words: 'oac originaccesscontrol',
  },
  { from: 'AWS::CloudWatch::Alarm', to: 'AWS::CloudWatch::CompositeAlarm', words: 'composite compositealarm' },
  { from: 'AWS::Logs::LogGroup', to: 'AWS::SSM::Parameter', words: 'ssm parameter param' },
  { from: 'AWS::EKS::Cluster', to: 'AWS::IAM::OIDCProvider', words: 'oidcprovider' },
  { from: 'AWS::Lambda::Function', to: 'AWS::Lambda::Alias', words: 'alias' },
  { from: 'AWS::Lambda::Function', to: 'AWS::Lambda::Version', words: 'lambdaversion functionversion' },
  { from: 'AWS::Redshift::Cluster', to: 'AWS::RedshiftServerless::Workgroup', words: 'redshiftserverless' },
];
