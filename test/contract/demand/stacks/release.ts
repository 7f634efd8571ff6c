// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them
import { CreateProjectCommand, type ProjectEnvironment } from '@aws-sdk/client-codebuild';
import { ref, sub } from '../../../../deploy';
import type { Deployed } from '../../../live/area';
import { policy } from '../../../live/declarations';
import type { Topic } from '../row';

const resources = {
  BuildRole: {
    type: 'AWS::IAM::Role',
    properties: {
      AssumeRolePolicyDocument: policy({
        Effect: 'Allow',
        Principal: { Service: 'codebuild.amazonaws.com' },
        Action: 'sts:AssumeRole',
      }),
    },
  },
};
const outputs = { BuildRoleArn: ref('BuildRole.Arn'), CodeBuildProjectName: sub('${AWS::StackName}-build') };
const container = { type: 'LINUX_CONTAINER', computeType: 'BUILD_GENERAL1_SMALL' } as const;

/** A CodeBuild project. */
export const release: Topic = {
  on: ['moto'],
  healthy: { resources, outputs },
  broken: { resources, outputs },
  afterwards: async (healthy, broken) => {
    await createProject(healthy, {
      ...container,
      image: 'aws/codebuild/amazonlinux2-x86_64-standard:5.0',
      privilegedMode: false,
      environmentVariables: [{ name: 'STAGE', value: 'production' }],
    });
    await createProject(broken, { ...container, image: 'aws/codebuild/standard:1.0', privilegedMode: true });
  },
};

async function createProject({ client, outputs: known }: Deployed, environment: ProjectEnvironment): Promise<void> {
  await client('codebuild').send(
    new CreateProjectCommand({
      name: String(known.CodeBuildProjectName),
      serviceRole: String(known.BuildRoleArn),
      source: { type: 'S3', location: 'sources/app.zip' },
      artifacts: { type: 'NO_ARTIFACTS' },
      environment,
    }),
  );
}
