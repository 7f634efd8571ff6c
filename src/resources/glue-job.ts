import { glue } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { glueArn, glueName, glueTags } from './shared/glue';

export const glueJob = defineResource({
  type: 'AWS::Glue::Job',
  label: 'Glue job',
  sdk: glue,
  reads: ['glue:GetJob'],
  notFound: ['EntityNotFoundException'],
  facts: async (aws, { id }) => told((await aws.call('GetJob', { JobName: glueName(id, 'job') })).Job, 'Job'),
  facets: {
    identity: {
      fields: 'Job.Name, and the account',
      reads: ['sts:GetCallerIdentity'],
      read: async (job, aws) => ({ arn: await glueArn(aws, 'job', nameOf(job)), id: nameOf(job) }),
    },
    lifecycle: { fields: 'Job', read: () => ({ available: true }) },
    tags: {
      fields: 'Tags',
      reads: ['glue:GetTags', 'sts:GetCallerIdentity'],
      read: (job, aws) => glueTags(aws, 'job', nameOf(job)),
    },
    description: { fields: 'Job.Description', read: ({ Description: text }) => ({ ...(text && { text }) }) },
    executionRole: { fields: 'Job.Role', read: (job) => ({ arn: told(job.Role, 'Job.Role') }) },
    engine: {
      fields: 'Job.GlueVersion',
      read: (job) => ({ name: 'glue', version: told(job.GlueVersion, 'Job.GlueVersion'), alsoKnownAs: [] }),
    },
    glueRun: {
      fields: 'Job.{Command, WorkerType, NumberOfWorkers}',
      read: ({ Command: command, WorkerType: workerType, NumberOfWorkers: workers }) => ({
        command: told(command?.Name, 'Job.Command.Name'),
        script: told(command?.ScriptLocation, 'Job.Command.ScriptLocation'),
        ...(workerType && { workerType }),
        ...(workers !== undefined && { workers }),
      }),
    },
  },
});

function nameOf(job: { Name?: string | undefined }): string {
  return told(job.Name, 'Job.Name');
}
