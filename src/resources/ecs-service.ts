import type { Deployment, Service } from '@aws-sdk/client-ecs';
import { ecs } from '../aws/sdk';
import { defineResource, type Target } from '../engine/resource';
import { notApplicable, told, wrongArgument } from '../engine/unjudged';
import type { Availability, Reference } from '../facets';
import { resourcePart } from './shared/arn';
import type { AwsOf } from './shared/aws-of';
import { lowerCaseTags } from './shared/lower-case-tags';
import { subnetPlacement, zonesOfSubnets } from './shared/subnet-placement';

export const ecsService = defineResource({
  type: 'AWS::ECS::Service',
  label: 'ECS service',
  sdk: ecs,
  reads: ['ecs:DescribeServices', 'ecs:ListClusters'],
  notFound: ['ClusterNotFoundException', 'ServiceNotFoundException'],
  facts: async (aws, target) => {
    const { cluster, name } = serviceName(target);
    if (cluster) return described(aws, cluster, name);
    // A bare name says nothing of the cluster, so every cluster of the region is asked.
    const clusters = await aws.list('ListClusters', {}, (page) => page.clusterArns);
    const found = (await Promise.all(clusters.map((arn) => described(aws, arn, name)))).filter(
      (service) => service !== undefined,
    );
    if (found.length > 1) {
      throw wrongArgument(
        `A service ${name} is in ${found.length} clusters: ${found.map(({ clusterArn }) => clusterArn).join(', ')}.`,
        'Let the outputs file hold the ARN of the service.',
      );
    }
    return found[0];
  },
  facets: {
    identity: {
      fields: 'serviceArn, serviceName',
      read: (service) => ({
        arn: told(service.serviceArn, 'serviceArn'),
        id: told(service.serviceName, 'serviceName'),
      }),
    },
    lifecycle: {
      fields: 'status, desiredCount, runningCount',
      read: (service) => {
        const state = told(service.status, 'status');
        const short = shortfall(service);
        return { state, available: state === 'ACTIVE' && short === undefined, reason: short };
      },
    },
    // ECS leaves the list out for services of the old ARN format, which cannot be tagged.
    tags: { fields: 'tags', read: (service) => lowerCaseTags(told(service.tags, 'tags')) },
    serviceTasks: {
      fields: 'desiredCount, runningCount, pendingCount, deployments[].rolloutState',
      read: (service) => ({
        ...(service.schedulingStrategy !== 'DAEMON' && { desired: told(service.desiredCount, 'desiredCount') }),
        running: told(service.runningCount, 'runningCount'),
        pending: told(service.pendingCount, 'pendingCount'),
        unsettled: told(service.deployments, 'deployments').flatMap(unsettled),
      }),
    },
    launchType: {
      fields: 'launchType, capacityProviderStrategy',
      read: (service) => {
        const strategy = (service.capacityProviderStrategy ?? []).map((item) =>
          told(item.capacityProvider, 'capacityProviderStrategy[].capacityProvider'),
        );
        return { types: strategy.length > 0 ? strategy : [told(service.launchType, 'launchType')] };
      },
    },
    rollingDeployment: {
      fields: 'deploymentConfiguration',
      read: (service) => {
        const configuration = told(service.deploymentConfiguration, 'deploymentConfiguration');
        const breaker = configuration.deploymentCircuitBreaker;
        return {
          // ECS leaves the circuit breaker out where it was never set up.
          circuitBreaker: breaker?.enable ?? false,
          rollback: (breaker?.enable ?? false) && (breaker?.rollback ?? false),
          minimumHealthyPercent: configuration.minimumHealthyPercent,
          maximumPercent: configuration.maximumPercent,
        };
      },
    },
    executeCommand: {
      fields: 'enableExecuteCommand',
      read: (service) => ({ enabled: told(service.enableExecuteCommand, 'enableExecuteCommand') }),
    },
    networkPlacement: {
      fields: 'networkConfiguration.awsvpcConfiguration',
      reads: ['ec2:DescribeSubnets'],
      read: (service, aws) => {
        const { subnets, securityGroups } = awsvpc(service);
        return subnetPlacement({ subnetIds: told(subnets, 'subnets'), securityGroupIds: securityGroups ?? [] }, aws);
      },
    },
    publicAccess: {
      fields: 'networkConfiguration.awsvpcConfiguration.assignPublicIp',
      read: (service) => {
        const assign = told(awsvpc(service).assignPublicIp, 'assignPublicIp');
        return { public: assign === 'ENABLED', because: `assignPublicIp is ${assign}` };
      },
    },
    zones: {
      fields: 'tasks[].availabilityZone',
      reads: ['ecs:ListTasks', 'ecs:DescribeTasks'],
      read: async (service, aws) => ({ zones: await zonesOfTasks(service, aws) }),
    },
    availability: {
      fields: 'tasks[].availabilityZone, and AvailabilityZone of the subnets',
      reads: ['ecs:ListTasks', 'ecs:DescribeTasks', 'ec2:DescribeSubnets'],
      read: async (service, aws): Promise<Availability> => {
        const used = await zonesOfTasks(service, aws);
        const subnets = service.networkConfiguration?.awsvpcConfiguration?.subnets;
        const open = subnets ? await zonesOfSubnets(subnets, aws) : used;
        const tasks = `${told(service.runningCount, 'runningCount')} tasks in ${used.join(', ') || 'no zone'}`;
        return {
          multiAz: used.length > 1 && open.length > 1,
          detail: subnets ? `${tasks}, subnets in ${open.join(', ')}` : tasks,
        };
      },
    },
    taskSize: {
      fields: 'taskDefinition',
      reads: ['ecs:DescribeTaskDefinition'],
      read: (service, aws) => aws.facet(taskDefinition(service), 'taskSize'),
    },
    containers: {
      fields: 'taskDefinition',
      reads: ['ecs:DescribeTaskDefinition'],
      read: (service, aws) => aws.facet(taskDefinition(service), 'containers'),
    },
    environment: {
      fields: 'taskDefinition',
      reads: ['ecs:DescribeTaskDefinition'],
      read: (service, aws) => aws.facet(taskDefinition(service), 'environment'),
    },
    plainEnvironment: {
      fields: 'taskDefinition',
      reads: ['ecs:DescribeTaskDefinition'],
      read: (service, aws) => aws.facet(taskDefinition(service), 'plainEnvironment'),
    },
    environmentNames: {
      fields: 'taskDefinition',
      reads: ['ecs:DescribeTaskDefinition'],
      read: (service, aws) => aws.facet(taskDefinition(service), 'environmentNames'),
    },
    secretReferences: {
      fields: 'taskDefinition',
      reads: ['ecs:DescribeTaskDefinition'],
      read: (service, aws) => aws.facet(taskDefinition(service), 'secretReferences'),
    },
    taskRoles: {
      fields: 'taskDefinition',
      reads: ['ecs:DescribeTaskDefinition'],
      read: (service, aws) => aws.facet(taskDefinition(service), 'taskRoles'),
    },
  },
});

type Ecs = AwsOf<typeof ecs>;

async function described(aws: Ecs, cluster: string, name: string): Promise<Service | undefined> {
  const { services } = await aws.call('DescribeServices', { cluster, services: [name], include: ['TAGS'] });
  // A deleted service stays for a while as INACTIVE.
  return told(services, 'services').find((service) => service.serviceName === name && service.status !== 'INACTIVE');
}

/** `service/cluster/name` in an ARN, `cluster|name` or `cluster/name` as Terraform and CloudFormation write it. */
function serviceName({ id }: Target): { cluster?: string; name: string } {
  const parts = resourcePart(id)
    .replace(/^service\//, '')
    .split(/[/|]/);
  const name = parts.at(-1) ?? id;
  return parts.length > 1 ? { cluster: parts[0], name } : { name };
}

function taskDefinition(service: Service): Reference {
  return { type: 'AWS::ECS::TaskDefinition', id: told(service.taskDefinition, 'taskDefinition') };
}

function awsvpc(service: Service) {
  const configuration = service.networkConfiguration?.awsvpcConfiguration;
  if (configuration) return configuration;
  throw notApplicable(`${service.serviceName} is in the network of its instances, not in subnets of its own (awsvpc).`);
}

function shortfall(service: Service): string | undefined {
  const [running, desired] = [told(service.runningCount, 'runningCount'), told(service.desiredCount, 'desiredCount')];
  if (running >= desired) return undefined;
  const event = service.events?.[0]?.message;
  return `${running} of ${desired} tasks run${event ? `; ECS says: ${event}` : ''}`;
}

function unsettled({ id, status, rolloutState, rolloutStateReason }: Deployment): string[] {
  if (status === 'PRIMARY' && (rolloutState === undefined || rolloutState === 'COMPLETED')) return [];
  const state = status === 'PRIMARY' ? rolloutState : `${status}, which is being replaced`;
  return [`deployment ${id ?? ''} ${state}${rolloutState === 'FAILED' ? `: ${rolloutStateReason}` : ''}`];
}

const mostTasks = 100;

async function zonesOfTasks(service: Service, aws: Ecs): Promise<string[]> {
  const cluster = told(service.clusterArn, 'clusterArn');
  const serviceName = told(service.serviceName, 'serviceName');
  const arns = await aws.list('ListTasks', { cluster, serviceName }, (page) => page.taskArns);
  const parts = Array.from({ length: Math.ceil(arns.length / mostTasks) }, (_, part) =>
    arns.slice(part * mostTasks, (part + 1) * mostTasks),
  );
  const answers = await Promise.all(parts.map((tasks) => aws.call('DescribeTasks', { cluster, tasks })));
  const running = answers
    .flatMap(({ tasks }) => told(tasks, 'tasks'))
    .filter(({ lastStatus }) => lastStatus === 'RUNNING');
  return [...new Set(running.map((task) => told(task.availabilityZone, 'tasks[].availabilityZone')))].sort();
}
