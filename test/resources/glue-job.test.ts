import { GetJobCommand, GetTagsCommand, GlueClient } from '@aws-sdk/client-glue';
import { mockClient } from 'aws-sdk-client-mock';
import { glueJob } from '../../src/resources/glue-job';
import { asking } from './answers';
import { refusal } from './refusal';

const glue = mockClient(GlueClient);
const { ask, exists } = asking('AWS::Glue::Job', [glueJob]);
const arn = 'arn:aws:glue:eu-west-1:123456789012:job/etl';
const minimal = { Name: 'etl', Role: 'glue', Command: { Name: 'pythonshell', ScriptLocation: 's3://code/etl.py' } };

beforeEach(() => {
  glue.reset();
  glue.on(GetJobCommand, { JobName: 'etl' }).resolves({
    Job: {
      ...minimal,
      Command: { Name: 'glueetl', ScriptLocation: 's3://code/etl.py' },
      GlueVersion: '4.0',
      WorkerType: 'G.1X',
      NumberOfWorkers: 2,
    },
  });
  glue.on(GetTagsCommand, { ResourceArn: arn }).resolves({ Tags: {} });
});

test.each(['etl', arn])('%s', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'etl' });
  expect(await ask(id, 'lifecycle')).toEqual({ available: true });
  expect(await ask(id, 'tags')).toEqual({});
  expect(await ask(id, 'description')).toEqual({});
  expect(await ask(id, 'executionRole')).toEqual({ arn: 'glue' });
  expect(await ask(id, 'engine')).toEqual({ name: 'glue', version: '4.0', alsoKnownAs: [] });
  expect(await ask(id, 'glueRun')).toEqual({
    command: 'glueetl',
    script: 's3://code/etl.py',
    workerType: 'G.1X',
    workers: 2,
  });
});

test('a Python shell job has no workers', async () => {
  glue.on(GetJobCommand).resolves({ Job: minimal });
  expect(await ask('etl', 'glueRun')).toEqual({ command: 'pythonshell', script: 's3://code/etl.py' });
  await expect(ask('etl', 'engine')).rejects.toMatchObject({ data: { cause: 'broken answer' } });
});

test('not found', async () => {
  glue.on(GetJobCommand).rejects(refusal('EntityNotFoundException'));
  expect(await exists('etl')).toBe(false);
});
