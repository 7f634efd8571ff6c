import http from 'node:http';
import { zip } from '../../../deploy/zip.js';
import { type Probe, roleArn, statusOf } from '../probe';

const pass = JSON.stringify({ StartAt: 'Done', States: { Done: { Type: 'Pass', End: true } } });

/** What flows need: functions that run, executions that end, APIs that are served. */
export const flowProbes = {
  functionCodeNotRun: async (aws) => {
    const FunctionName = 'probe-runs';
    await aws.call('lambda', 'CreateFunction', {
      FunctionName,
      Role: await roleArn(aws, 'probe-runs'),
      Runtime: 'python3.11',
      Handler: 'index.handler',
      Code: { ZipFile: zip('index.py', 'def handler(event, context):\n    return "ran"\n') },
    });
    const answer = await aws.call('lambda', 'Invoke', { FunctionName });
    return !String(Buffer.from(answer.Payload as Uint8Array)).includes('ran');
  },
  executionNeverEnds: async (aws) => {
    const created = await aws.call('sfn', 'CreateStateMachine', {
      name: 'probe-ends',
      definition: pass,
      roleArn: await roleArn(aws, 'probe-ends'),
    });
    const { executionArn } = await aws.call('sfn', 'StartExecution', { stateMachineArn: created.stateMachineArn });
    for (let looks = 0; looks < 20; looks += 1) {
      const { status } = await aws.call('sfn', 'DescribeExecution', { executionArn });
      if (status !== 'RUNNING') return false;
      await new Promise((resume) => setTimeout(resume, 100));
    }
    return true;
  },
  syncExecutionNotImplemented: async (aws) => {
    const created = await aws.call('sfn', 'CreateStateMachine', {
      name: 'probe-sync',
      type: 'EXPRESS',
      definition: pass,
      roleArn: await roleArn(aws, 'probe-sync'),
    });
    const call = aws.call('sfn', 'StartSyncExecution', { stateMachineArn: created.stateMachineArn });
    return (await statusOf(call)) !== 200;
  },
  apiNotServed: async (aws) => {
    const { id } = await aws.call('api-gateway', 'CreateRestApi', { name: 'probe-served' });
    const body = await bodyOf(aws.endpoint, `${id}.execute-api.localhost`);
    return body.includes('NoSuchBucket');
  },
} satisfies Record<string, Probe>;

function bodyOf(endpoint: string, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = http.get(`${endpoint}/prod/`, { headers: { host } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      response.on('end', () => resolve(body)).on('error', reject);
    });
    request.on('error', reject);
  });
}
