import { DeleteClusterCommand } from '@aws-sdk/client-ecs';
import { ref, sub } from '../../../../deploy';
import type { Topic } from '../row';

const image = 'public.ecr.aws/nginx/nginx:1.27';
const cluster = (Value: string) => ({
  type: 'AWS::ECS::Cluster',
  properties: { ClusterSettings: [{ Name: 'containerInsights', Value }] },
});
const outputs = {
  WebEcsClusterName: ref('WebCluster'),
  WebEcsServiceArn: ref('WebService'),
  WebTaskDefinitionArn: ref('WebTask'),
  WebEcrRepositoryName: ref('WebRepository'),
};

/** An ECS cluster with a service and its task definition, and the repository of its image. */
export const container: Topic = {
  on: ['ministack'],
  healthy: {
    resources: {
      WebCluster: cluster('enabled'),
      WebTask: {
        type: 'AWS::ECS::TaskDefinition',
        properties: {
          // biome-ignore lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them
          Family: sub('${AWS::StackName}-web'),
          Cpu: '256',
          Memory: '512',
          NetworkMode: 'awsvpc',
          RequiresCompatibilities: ['FARGATE'],
          ContainerDefinitions: [{ Name: 'web', Image: image, PortMappings: [{ ContainerPort: 80 }] }],
        },
      },
      WebService: {
        type: 'AWS::ECS::Service',
        properties: {
          Cluster: ref('WebCluster'),
          TaskDefinition: ref('WebTask'),
          DesiredCount: 2,
          LaunchType: 'FARGATE',
          NetworkConfiguration: {
            AwsvpcConfiguration: {
              Subnets: [ref('PrivateSubnetA'), ref('PrivateSubnetB')],
              SecurityGroups: [ref('FunctionSecurityGroup')],
              AssignPublicIp: 'DISABLED',
            },
          },
        },
      },
      WebRepository: {
        type: 'AWS::ECR::Repository',
        properties: {
          RepositoryName: 'healthy/web',
          ImageScanningConfiguration: { ScanOnPush: true },
          ImageTagMutability: 'IMMUTABLE',
        },
      },
    },
    outputs,
  },
  broken: {
    resources: {
      WebCluster: cluster('disabled'),
      RetiredCluster: { type: 'AWS::ECS::Cluster' },
      WebTask: {
        type: 'AWS::ECS::TaskDefinition',
        properties: {
          // biome-ignore lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them
          Family: sub('${AWS::StackName}-web'),
          Cpu: '1024',
          Memory: '2048',
          NetworkMode: 'bridge',
          RequiresCompatibilities: ['EC2'],
          ContainerDefinitions: [{ Name: 'web', Image: image, Memory: 128 }],
        },
      },
      WebService: {
        type: 'AWS::ECS::Service',
        properties: {
          Cluster: ref('WebCluster'),
          TaskDefinition: ref('WebTask'),
          DesiredCount: 0,
          LaunchType: 'EC2',
        },
      },
      WebRepository: {
        type: 'AWS::ECR::Repository',
        properties: {
          RepositoryName: 'broken/web',
          ImageScanningConfiguration: { ScanOnPush: false },
          ImageTagMutability: 'MUTABLE',
        },
      },
    },
    outputs: { ...outputs, RetiredEcsClusterName: ref('RetiredCluster') },
  },
  afterwards: (_healthy, broken) =>
    broken.client('ecs').send(new DeleteClusterCommand({ cluster: String(broken.outputs.RetiredEcsClusterName) })),
};
