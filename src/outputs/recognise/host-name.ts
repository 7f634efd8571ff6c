import { notAResource, type Recognition } from './recognition';
import { type AwsHost, parseAwsHost, parseWebAddress, type WebAddress } from './web-address';

interface Found {
  type: string;
  /** Left out where the value itself is what AWS is asked for. */
  id?: string;
  identifier?: string;
  region?: string;
  account?: string;
}

/** One kind of host: the service's own label, and what the labels before it say. */
type HostRule = (labels: string[], host: AwsHost, address: WebAddress) => Found | undefined;

/** Type and id behind a URL or host name that AWS (or LocalStack) gives to a resource. */
export function recogniseHostName(value: string): Recognition | undefined {
  // CloudFormation gives the DNS entries of an endpoint as `zone:host`.
  const address = parseWebAddress(value.replace(/^Z[A-Z0-9]{9,31}:(?=vpce-)/, ''));
  if (address === undefined) return undefined;
  const aws = parseAwsHost(address.host);
  const found = fromOwnDomain(address) ?? (aws && fromAwsHost(aws, address)) ?? fromEmulatorPath(address);
  if (found === undefined)
    return isServiceItself(address, aws) ? notAResource(address.scheme === '' ? 'other' : 'url', value) : undefined;
  if (found.type === 'none') return notAResource(found.identifier ?? 'url', value);
  const region = found.region ?? aws?.region;
  return {
    type: found.type,
    identifier: found.identifier ?? (address.scheme === '' ? 'domain-name' : 'url'),
    id: found.id ?? value,
    ...(region === undefined ? {} : { region }),
    ...(found.account === undefined ? {} : { account: found.account }),
    ...(aws?.partition === undefined ? {} : { partition: aws.partition }),
    decidedBy: 'value',
  };
}

function fromAwsHost(host: AwsHost, address: WebAddress): Found | undefined {
  const labels = host.labels;
  for (let at = labels.length - 1; at >= 0; at -= 1) {
    const label = labels[at] ?? '';
    const service = /^s3-website(?:-|$)/.test(label) ? 's3-website' : label.replace(/^s3-.*/, 's3');
    const rule = Object.hasOwn(HOSTS, service) ? HOSTS[service] : undefined;
    const found = rule?.(labels.slice(0, at), host, address);
    if (found !== undefined) return found;
  }
  return undefined;
}

const endpoint = (type: string, id: string | undefined, identifier = 'endpoint'): Found => ({ type, id, identifier });

const database =
  (cluster: string, instance: string): HostRule =>
  ([name, kind = '']) => {
    if (name === undefined || kind === '') return undefined;
    if (kind.startsWith('cluster-ro-')) return endpoint(cluster, name, 'reader-endpoint');
    if (/^cluster-/.test(kind)) return endpoint(cluster, name);
    return endpoint(instance, name);
  };

const rds: HostRule = (labels, host, address) => {
  const [name, kind = '', third = ''] = labels;
  if (name !== undefined && (kind.startsWith('proxy-') || third.startsWith('proxy-')))
    return endpoint('AWS::RDS::DBProxy', name);
  if (name !== undefined && kind.startsWith('global-')) return endpoint('AWS::RDS::GlobalCluster', name);
  return database('AWS::RDS::DBCluster', 'AWS::RDS::DBInstance')(labels, host, address);
};

const pathPart = (address: WebAddress, index: number): string | undefined =>
  address.path.split(/[/?#]/).filter((part) => part !== '')[index];

const executeApi: HostRule = ([first = ''], _host, address) => {
  if (first === '') return undefined;
  if (first.startsWith('d-')) return { type: 'AWS::ApiGateway::DomainName', identifier: 'domain-name' };
  const id = first.replace(/-vpce-.*$/, '');
  // A REST API is always called with its stage in the path; an HTTP API may have a stage that needs none.
  const http = address.scheme.startsWith('ws') || pathPart(address, 0) === undefined;
  return { type: http ? 'AWS::ApiGatewayV2::Api' : 'AWS::ApiGateway::RestApi', id };
};

const s3: HostRule = (labels, { labels: all }, address) => {
  if (all[labels.length] === 's3-accesspoint') return { type: 'AWS::S3::AccessPoint' };
  const bucket = labels.length > 0 ? labels.join('.') : pathPart(address, 0);
  return bucket === undefined ? undefined : { type: 'AWS::S3::Bucket', id: bucket };
};

const queue: HostRule = (_labels, host, address) => {
  const [account, name] = [pathPart(address, 0), pathPart(address, 1)];
  if (account === undefined || name === undefined || !/^\d{12}$/.test(account)) return undefined;
  return { type: 'AWS::SQS::Queue', account, region: host.region };
};

const cache: HostRule = (labels) => {
  const region = cacheRegion(labels.at(-1) ?? '');
  const [first = '', second = ''] = labels;
  const named = (type: string, id: string) => ({ ...endpoint(type, id), region });
  if (/^(?:master|replica|clustercfg)$/.test(first)) return named('AWS::ElastiCache::ReplicationGroup', second);
  if (labels.includes('serverless'))
    return named('AWS::ElastiCache::ServerlessCache', first.replace(/-[a-z0-9]{6}$/, ''));
  if (labels.includes('ng')) return named('AWS::ElastiCache::ReplicationGroup', first.replace(/-ro$/, ''));
  return first === '' ? undefined : named('AWS::ElastiCache::CacheCluster', first);
};

/** ElastiCache shortens the region in its host names: `use1` for `us-east-1`. */
function cacheRegion(code: string): string | undefined {
  const match = /^(us-?g|[a-z]{2})([a-z]{1,2})(\d)$/.exec(code);
  const [, area = '', direction = '', number = ''] = match ?? [];
  const directions: Record<string, string> = {
    n: 'north',
    s: 'south',
    e: 'east',
    w: 'west',
    c: 'central',
    ne: 'northeast',
    nw: 'northwest',
    se: 'southeast',
    sw: 'southwest',
  };
  const spelled = directions[direction];
  return spelled && `${area.startsWith('usg') ? 'us-gov' : area}-${spelled}-${number}`;
}

const loadBalancer: HostRule = (labels, _host, address) => {
  const name = labels.filter((label) => label !== 'dualstack')[0];
  if (name === undefined) return undefined;
  return { type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', identifier: address.scheme === '' ? 'dns-name' : 'url' };
};

const search: HostRule = ([first = '']) => {
  const name = /^(?:search-|vpc-)?(.+?)(?:-[a-z0-9]{26})?$/.exec(first)?.[1];
  return name === undefined ? undefined : endpoint('AWS::OpenSearchService::Domain', name);
};

const HOSTS: Record<string, HostRule> = {
  rds,
  docdb: database('AWS::DocDB::DBCluster', 'AWS::DocDB::DBInstance'),
  neptune: database('AWS::Neptune::DBCluster', 'AWS::Neptune::DBInstance'),
  redshift: ([name]) => (name === undefined ? undefined : endpoint('AWS::Redshift::Cluster', name)),
  'redshift-serverless': ([name]) =>
    name === undefined ? undefined : endpoint('AWS::RedshiftServerless::Workgroup', name),
  cache,
  memorydb: ([first = '', second = '']) => endpoint('AWS::MemoryDB::Cluster', first === 'clustercfg' ? second : first),
  'dax-clusters': ([name]) => (name === undefined ? undefined : endpoint('AWS::DAX::Cluster', name)),
  kafka: ([, name]) => (name === undefined ? undefined : endpoint('AWS::MSK::Cluster', name)),
  'kafka-serverless': ([name]) => (name === undefined ? undefined : endpoint('AWS::MSK::Cluster', undefined)),
  mq: ([name = '']) => endpoint('AWS::AmazonMQ::Broker', name.replace(/-\d+$/, '')),
  elb: loadBalancer,
  'execute-api': executeApi,
  'appsync-api': ([id]) => (id === undefined ? undefined : { type: 'AWS::AppSync::GraphQLApi' }),
  'appsync-realtime-api': ([id]) => (id === undefined ? undefined : { type: 'AWS::AppSync::GraphQLApi' }),
  'lambda-url': ([id]) => (id === undefined ? undefined : { type: 'AWS::Lambda::Url' }),
  s3,
  's3-website': ([...labels], _host, address) => ({
    type: 'AWS::S3::Bucket',
    id: labels.join('.'),
    identifier: address.scheme === '' ? 'website-domain' : 'website-url',
  }),
  sqs: queue,
  queue,
  ecr: ([account = '', dkr], host, address) => {
    if (dkr !== 'dkr') return undefined;
    const repository = address.path
      .slice(1)
      .replace(/[:@].*$/, '')
      .replace(/\/$/, '');
    return {
      type: 'AWS::ECR::Repository',
      id: repository || undefined,
      identifier: 'uri',
      account,
      region: host.region,
    };
  },
  eks: (labels) => {
    if (labels[0] === 'oidc') return { type: 'AWS::EKS::Cluster', identifier: 'url' };
    return labels.length > 1 ? { type: 'AWS::EKS::Cluster', identifier: 'endpoint' } : undefined;
  },
  oidc: (_labels, _host, address) =>
    pathPart(address, 0) === 'id' ? { type: 'AWS::EKS::Cluster', identifier: 'url' } : undefined,
  es: search,
  opensearch: search,
  aoss: ([id]) => (id === undefined ? undefined : endpoint('AWS::OpenSearchServerless::Collection', id)),
  efs: (labels) =>
    endpoint(
      'AWS::EFS::FileSystem',
      labels.find((label) => label.startsWith('fs-')),
      'dns-name',
    ),
  fsx: (labels) =>
    endpoint(
      'AWS::FSx::FileSystem',
      labels.find((label) => label.startsWith('fs-')),
      'dns-name',
    ),
  compute: ([name = '']) =>
    name.startsWith('ec2-') ? { type: 'AWS::EC2::Instance', identifier: 'dns-name' } : undefined,
  'compute-1': ([name = '']) =>
    name.startsWith('ec2-') ? { type: 'AWS::EC2::Instance', identifier: 'dns-name', region: 'us-east-1' } : undefined,
  'cognito-idp': (_labels, _host, address) => {
    const id = pathPart(address, 0);
    return id?.includes('_') ? { type: 'AWS::Cognito::UserPool', id } : undefined;
  },
  'git-codecommit': (_labels, _host, address) => {
    const [version, repos, name] = [pathPart(address, 0), pathPart(address, 1), pathPart(address, 2)];
    return version === 'v1' && repos === 'repos' && name
      ? { type: 'AWS::CodeCommit::Repository', id: name }
      : undefined;
  },
  vpce: ([first = '', second = '']) => {
    const id = /(vpce-[0-9a-f]{8,17})/.exec(first === '*' ? second : first)?.[1];
    return id === undefined ? undefined : endpoint('AWS::EC2::VPCEndpoint', id, 'dns-name');
  },
  sagemaker: (labels, _host, address) => {
    const name = labels[0] === 'runtime' && pathPart(address, 0) === 'endpoints' ? pathPart(address, 1) : undefined;
    return name === undefined ? undefined : { type: 'AWS::SageMaker::Endpoint', id: name };
  },
  transfer: ([id, server]) => (server === 'server' ? endpoint('AWS::Transfer::Server', id) : undefined),
  airflow: ([id]) => (id === undefined ? undefined : { type: 'AWS::MWAA::Environment' }),
  'grafana-workspace': ([id]) => endpoint('AWS::Grafana::Workspace', id),
  'aps-workspaces': (_labels, _host, address) => {
    const id = pathPart(address, 0) === 'workspaces' ? pathPart(address, 1) : undefined;
    return id === undefined ? undefined : { type: 'AWS::APS::Workspace', id };
  },
  mediastore: (labels) => (labels.length > 1 ? { type: 'AWS::MediaStore::Container' } : undefined),
  cloudfront: ([id], host) =>
    id === undefined || host.partition ? undefined : { type: 'AWS::CloudFront::Distribution' },
};

/** Services that hand out names under a domain of their own. */
function fromOwnDomain(address: WebAddress): Found | undefined {
  const { host, scheme, path } = address;
  const labels = host.split('.');
  const [first = ''] = labels;
  if (host.endsWith('.cloudfront.net')) return { type: 'AWS::CloudFront::Distribution' };
  if (host.endsWith('.amplifyapp.com')) return { type: 'AWS::Amplify::App', id: labels.at(-3) };
  if (host.endsWith('.awsapprunner.com')) return { type: 'AWS::AppRunner::Service', region: labels.at(-3) };
  if (host.endsWith('.amazoncognito.com')) {
    return { type: 'AWS::Cognito::UserPoolDomain', id: first, region: labels.at(-3) };
  }
  if (host.endsWith('.awsglobalaccelerator.com')) {
    return { type: 'AWS::GlobalAccelerator::Accelerator', identifier: 'dns-name' };
  }
  if (host.endsWith('.elasticbeanstalk.com')) return { type: 'AWS::ElasticBeanstalk::Environment' };
  if (host.endsWith('.sagemaker.aws')) {
    const notebook = labels.at(-4) === 'notebook';
    const type = notebook ? 'AWS::SageMaker::NotebookInstance' : 'AWS::SageMaker::Domain';
    return { type, id: first, region: labels.at(-3) };
  }
  if (/^ip-[\d-]+\.(?:[a-z0-9-]+\.compute|ec2)\.internal$/.test(host)) {
    return { type: 'AWS::EC2::Instance', identifier: 'dns-name' };
  }
  if (host === 'public.ecr.aws')
    return { type: 'AWS::ECR::PublicRepository', id: labels[1] && path.split('/')[2], identifier: 'uri' };
  if (host.startsWith('com.amazonaws.vpce.'))
    return { type: 'AWS::EC2::VPCEndpointService', id: labels.at(-1), region: labels.at(-2), identifier: 'name' };
  if (scheme === 'codecommit') return { type: 'AWS::CodeCommit::Repository', id: host };
  return fromConsole(address);
}

/** Links into the console are pages about a resource; only a dashboard is itself what its link names. */
function fromConsole({ host, path }: WebAddress): Found | undefined {
  if (
    !/(?:^|\.)(?:console|signin|quicksight)\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)$|^console\.aws\.|\.awsapps\.com$|\.quicksight\.aws/.test(
      host,
    )
  )
    return undefined;
  const dashboard = /#dashboards(?::name=|\/dashboard\/)([^;&?/#]+)/.exec(path)?.[1];
  const region = /[?&]region=([a-z0-9-]+)/.exec(path)?.[1];
  return dashboard === undefined
    ? { type: 'none', identifier: 'url' }
    : { type: 'AWS::CloudWatch::Dashboard', id: dashboard, region };
}

/** `http://localhost:4566/...`, where an emulator names the resource in the path. */
function fromEmulatorPath(address: WebAddress): Found | undefined {
  if (
    !/^(?:localhost|127\.0\.0\.1|localstack|host\.docker\.internal|(?:[a-z0-9-]+\.)*localhost\.localstack\.cloud)$/.test(
      address.host,
    )
  )
    return undefined;
  const restApi = /^\/(?:restapis|_aws\/execute-api)\/([A-Za-z0-9-]+)/.exec(address.path)?.[1];
  if (restApi !== undefined) return { type: 'AWS::ApiGateway::RestApi', id: restApi };
  const queueAt = /^\/(?:(?:_aws\/sqs\/)?queue\/([a-z0-9-]+)\/)?(\d{12})\/[\w.-]+$/.exec(address.path);
  if (queueAt !== null) return { type: 'AWS::SQS::Queue', account: queueAt[2], region: queueAt[1] };
  return undefined;
}

/** `https://sqs.eu-west-1.amazonaws.com`: the service's own endpoint, which is nobody's resource. */
function isServiceItself(address: WebAddress, aws: AwsHost | undefined): boolean {
  if (/^ns-\d+\.awsdns-\d+\./.test(address.host) || address.host.endsWith('.acm-validations.aws')) return true;
  if (aws === undefined) return false;
  return aws.region !== undefined && aws.labels.length === 2 && aws.labels[1] === aws.region;
}
