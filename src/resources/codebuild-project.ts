import type { Project } from '@aws-sdk/client-codebuild';
import { codebuild } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import type { LogDelivery } from '../facets';
import { resourcePart } from './shared/arn';
import { kmsReference } from './shared/kms-reference';
import { tagMap } from './shared/tags';

export const codebuildProject = defineResource({
  type: 'AWS::CodeBuild::Project',
  label: 'CodeBuild project',
  sdk: codebuild,
  reads: ['codebuild:BatchGetProjects'],
  batch: 100,
  factsOf: async (aws, targets): Promise<(Project | undefined)[]> => {
    const names = [...new Set(targets.map(({ id }) => projectName(id)))];
    const projects = told((await aws.call('BatchGetProjects', { names })).projects, 'projects');
    return targets.map(({ id }) => projects.find((project) => project.name === projectName(id)));
  },
  facets: {
    identity: {
      fields: 'projects[].{arn, name}',
      read: (project) => ({ arn: told(project.arn, 'projects[].arn'), id: told(project.name, 'projects[].name') }),
    },
    lifecycle: { fields: 'projects[]', read: () => ({ available: true }) },
    // CodeBuild leaves the list out for a project without tags.
    tags: { fields: 'projects[].tags', read: ({ tags = [] }) => tagMap(tags) },
    description: { fields: 'projects[].description', read: ({ description: text }) => ({ ...(text && { text }) }) },
    encryption: {
      fields: 'projects[].encryptionKey',
      // Without a key, CodeBuild uses the AWS-managed key of S3.
      read: ({ encryptionKey: key }) => ({
        kind: 'kms',
        mode: 'encryptionKey',
        key: kmsReference(key || 'alias/aws/s3'),
      }),
    },
    executionRole: {
      fields: 'projects[].serviceRole',
      read: (project) => ({ arn: told(project.serviceRole, 'projects[].serviceRole') }),
    },
    networkPlacement: {
      fields: 'projects[].vpcConfig',
      read: ({ vpcConfig: vpc }) => ({
        ...(vpc?.vpcId && { vpcId: vpc.vpcId }),
        subnetIds: vpc?.subnets ?? [],
        securityGroupIds: vpc?.securityGroupIds ?? [],
      }),
    },
    environment: {
      fields: 'projects[].environment.environmentVariables',
      // A variable from Parameter Store or Secrets Manager has the name of its source here, not the value.
      read: (project) => {
        const { environmentVariables: variables = [] } = told(project.environment, 'projects[].environment');
        return { variables: Object.fromEntries(variables.map(({ name, value }) => [told(name, 'name'), value ?? ''])) };
      },
    },
    environmentNames: {
      fields: 'projects[].environment.environmentVariables[].name',
      read: (project) => {
        const { environmentVariables: variables = [] } = told(project.environment, 'projects[].environment');
        return { parts: [{ of: told(project.name, 'name'), names: variables.map(({ name }) => told(name, 'name')) }] };
      },
    },
    buildEnvironment: {
      fields: 'projects[].environment.{type, image, computeType, privilegedMode}',
      read: (project) => {
        const environment = told(project.environment, 'projects[].environment');
        return {
          type: told(environment.type, 'environment.type'),
          image: told(environment.image, 'environment.image'),
          computeType: told(environment.computeType, 'environment.computeType'),
          privileged: environment.privilegedMode ?? false,
        };
      },
    },
    buildSource: {
      fields: 'projects[].source.{type, location, buildspec}',
      read: (project) => {
        const { type, location, buildspec } = told(project.source, 'projects[].source');
        return {
          type: told(type, 'projects[].source.type'),
          ...(location && { location }),
          ...(buildspec && { buildspec }),
        };
      },
    },
    logDelivery: { fields: 'projects[].logsConfig.{cloudWatchLogs, s3Logs}', read: logDelivery },
  },
});

function projectName(id: string): string {
  return resourcePart(id).replace(/^project\//, '');
}

/** Logs go to CloudWatch Logs, to a group of the project's own name, unless they are switched off. */
function logDelivery({ logsConfig: logs, name }: Project): LogDelivery {
  const { cloudWatchLogs: group, s3Logs: bucket } = logs ?? {};
  const [target = '', ...prefix] = (bucket?.location ?? '').split('/');
  return {
    destinations: [
      ...(group?.status === 'DISABLED'
        ? []
        : [{ kind: 'log group' as const, target: group?.groupName ?? `/aws/codebuild/${name}` }]),
      ...(bucket?.status === 'ENABLED'
        ? [{ kind: 'bucket' as const, target, ...(prefix.length > 0 && { prefix: prefix.join('/') }) }]
        : []),
    ],
  };
}
