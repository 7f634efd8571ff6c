import type { ContainerDefinition, TaskDefinition } from '@aws-sdk/client-ecs';
import { ecs } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { notApplicable, told } from '../engine/unjudged';
import type { Container } from '../facets/data';
import { secretReference } from './shared/container-secret';
import { lowerCaseTags } from './shared/lower-case-tags';

export const ecsTaskDefinition = defineResource({
  type: 'AWS::ECS::TaskDefinition',
  label: 'ECS task definition',
  sdk: ecs,
  reads: ['ecs:DescribeTaskDefinition'],
  // ECS has no code of its own for a task definition that is missing.
  notFound: ['ClientException'],
  facts: async (aws, { id }) => {
    const answer = await aws.call('DescribeTaskDefinition', { taskDefinition: id, include: ['TAGS'] });
    return { ...told(answer.taskDefinition, 'taskDefinition'), tags: answer.tags };
  },
  facets: {
    identity: {
      fields: 'taskDefinitionArn, family, revision',
      read: (task) => ({
        arn: told(task.taskDefinitionArn, 'taskDefinitionArn'),
        id: `${told(task.family, 'family')}:${told(task.revision, 'revision')}`,
        name: task.family,
      }),
    },
    lifecycle: {
      fields: 'status',
      read: (task) => {
        const state = told(task.status, 'status');
        return { state, available: state === 'ACTIVE' };
      },
    },
    // ECS leaves the list out for a task definition without tags.
    tags: {
      fields: 'tags',
      read: (task) => {
        told(task.taskDefinitionArn, 'taskDefinitionArn');
        return lowerCaseTags(task.tags ?? []);
      },
    },
    taskSize: {
      fields: 'cpu, memory, networkMode',
      read: (task) => {
        told(task.family, 'family');
        return {
          ...(task.cpu && { cpu: Number(task.cpu) }),
          ...(task.memory && { memoryInMebibytes: Number(task.memory) }),
          // ECS leaves the mode out where it is the default of Linux.
          networkMode: task.networkMode ?? 'bridge',
        };
      },
    },
    launchType: {
      fields: 'requiresCompatibilities',
      // A task definition that requires nothing was checked for EC2 alone.
      read: (task) => ({ types: task.requiresCompatibilities ?? ['EC2'] }),
    },
    containers: { fields: 'containerDefinitions', read: (task) => ({ containers: containersOf(task).map(container) }) },
    environment: {
      fields: 'containerDefinitions[].environment',
      read: (task) => ({ variables: mergedVariables(containersOf(task)) }),
    },
    plainEnvironment: {
      fields: 'containerDefinitions[].environment',
      read: (task) => ({
        parts: containersOf(task).map((each) => ({ of: nameOf(each), variables: variables(each) })),
      }),
    },
    environmentNames: {
      fields: 'containerDefinitions[].{environment, secrets}[].name',
      read: (task) => ({
        parts: containersOf(task).map((each) => ({ of: nameOf(each), names: namesOfVariables(each) })),
      }),
    },
    secretReferences: {
      fields: 'containerDefinitions[].{secrets, logConfiguration.secretOptions}[].valueFrom',
      read: (task) => ({
        references: containersOf(task).flatMap((each) =>
          [...(each.secrets ?? []), ...(each.logConfiguration?.secretOptions ?? [])].map(({ name, valueFrom }) =>
            secretReference(`${nameOf(each)} ${name}`, told(valueFrom, 'secrets[].valueFrom')),
          ),
        ),
      }),
    },
    taskRoles: {
      fields: 'taskRoleArn, executionRoleArn',
      read: (task) => {
        told(task.family, 'family');
        return { taskRoleArn: task.taskRoleArn || undefined, executionRoleArn: task.executionRoleArn || undefined };
      },
    },
  },
});

function containersOf(task: TaskDefinition): ContainerDefinition[] {
  return told(task.containerDefinitions, 'containerDefinitions');
}

function nameOf(definition: ContainerDefinition): string {
  return told(definition.name, 'containerDefinitions[].name');
}

function variables({ environment = [] }: ContainerDefinition): Record<string, string> {
  return Object.fromEntries(environment.map(({ name, value }) => [told(name, 'environment[].name'), value ?? '']));
}

function namesOfVariables(definition: ContainerDefinition): string[] {
  const { environment = [], secrets = [], environmentFiles = [] } = definition;
  if (environmentFiles.length > 0) {
    throw notApplicable(
      `The container ${nameOf(definition)} takes more variables from files (environmentFiles), which are not read, so that nobody can say which ones it has.`,
      'Ask toHaveEnvironmentVariables for those that must be there.',
    );
  }
  return [...environment, ...secrets].map(({ name }) => told(name, 'name'));
}

/** Variables of all containers together; one that two containers set differently has no one value. */
function mergedVariables(containers: readonly ContainerDefinition[]): Record<string, string> {
  const all = containers.flatMap((each) => Object.entries(variables(each)));
  const torn = all.find(([name, value]) => all.some(([other, another]) => other === name && another !== value));
  if (torn) {
    throw notApplicable(
      `The containers ${containers.map(nameOf).join(', ')} set ${torn[0]} to different values.`,
      'Ask for the container with toHaveConfig.',
    );
  }
  return Object.fromEntries(all);
}

function container(definition: ContainerDefinition): Container {
  const log = definition.logConfiguration;
  return {
    name: nameOf(definition),
    image: told(definition.image, 'containerDefinitions[].image'),
    // What ECS leaves out is as documented: essential, not privileged, a root file system that can be written.
    essential: definition.essential ?? true,
    ports: (definition.portMappings ?? []).flatMap(({ containerPort }) => containerPort ?? []),
    ...(log?.logDriver && { log: { driver: log.logDriver, group: log.options?.['awslogs-group'] } }),
    readonlyRootFilesystem: definition.readonlyRootFilesystem ?? false,
    privileged: definition.privileged ?? false,
    user: definition.user,
    healthCheck: definition.healthCheck !== undefined,
  };
}
