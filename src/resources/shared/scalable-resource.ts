import type { ServiceNamespace } from '@aws-sdk/client-application-auto-scaling';
import { wrongArgument } from '../../engine/unjudged';

/** How Application Auto Scaling names what it scales. */
export interface ScalableResource {
  ServiceNamespace: ServiceNamespace;
  ResourceId?: string;
  /** Such as `ecs:service:DesiredCount`; absent where the text does not tell. */
  ScalableDimension?: string;
}

/** Services by how their resource ids begin. */
const namespaces: readonly [start: string, namespace: ServiceNamespace][] = [
  ['service/', 'ecs'],
  ['table/', 'dynamodb'],
  ['function:', 'lambda'],
  ['replication-group/', 'elasticache'],
  ['cache-cluster/', 'elasticache'],
  ['endpoint/', 'sagemaker'],
  ['inference-component/', 'sagemaker'],
  ['spot-fleet-request/', 'ec2'],
  ['instancegroup/', 'elasticmapreduce'],
  ['fleet/', 'appstream'],
  ['keyspace/', 'cassandra'],
  ['workspacespool/', 'workspaces'],
  ['arn:', 'kafka'],
];

export const allNamespaces: readonly ServiceNamespace[] = [
  'appstream',
  'cassandra',
  'comprehend',
  'custom-resource',
  'dynamodb',
  'ec2',
  'ecs',
  'elasticache',
  'elasticmapreduce',
  'kafka',
  'lambda',
  'neptune',
  'rds',
  'sagemaker',
  'workspaces',
];

/**
 * Where to look for a scalable target, from what an output holds: CloudFormation's `resource|dimension|namespace`, a
 * resource id such as `service/cluster/web`, or the target's ARN, which tells neither.
 *
 * @throws {Unjudged} wrong argument, when the service cannot be told from the text.
 */
export function scalableResources(id: string): ScalableResource[] {
  if (id.includes(':scalable-target/')) return allNamespaces.map((ServiceNamespace) => ({ ServiceNamespace }));
  const [ResourceId = id, ScalableDimension, named] = id.split('|');
  const known = allNamespaces.filter((namespace) => namespace === (named ?? ScalableDimension?.split(':')[0]));
  if (known.length > 0) {
    return known.map((ServiceNamespace) => ({ ServiceNamespace, ResourceId, ScalableDimension }));
  }
  // Aurora and Neptune clusters begin alike.
  if (id.startsWith('cluster:')) {
    return (['rds', 'neptune'] as const).map((ServiceNamespace) => ({ ServiceNamespace, ResourceId }));
  }
  const start = namespaces.find(([begin]) => id.startsWith(begin));
  if (start) return [{ ServiceNamespace: start[1], ResourceId }];
  throw wrongArgument(
    `${JSON.stringify(id)} does not say which service scales`,
    'Give the physical id of the target (resource|dimension|namespace), its ARN, or a resource id such as service/cluster/web.',
  );
}
