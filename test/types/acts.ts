/**
 * Flows that must and must not compile: a handle refuses what its type cannot do. Nothing here runs: `tsc` is the test.
 */

import type { AwsMatchers } from '../../src/engine/matcher';
import type { resource } from '../../src/index';

declare function ask<T>(subject: T): AwsMatchers<T>;
declare const of: typeof resource;

const stream = () => of('Stream', 'AWS::Kinesis::Stream');
const queue = () => of('Queue', 'AWS::SQS::Queue');
const table = () => of('Table', 'AWS::DynamoDB::Table');
const bucket = () => of('Bucket', 'AWS::S3::Bucket');
const logGroup = () => of('Log', 'AWS::Logs::LogGroup');
const fn = () => of('Function', 'AWS::Lambda::Function');
const machine = () => of('Machine', 'AWS::StepFunctions::StateMachine');
const stage = () => of('Stage', 'AWS::ApiGateway::Stage');
const database = () => of('Database', 'AWS::RDS::DBInstance');

export async function compiles(): Promise<void> {
  await ask(stream()).toReach(table(), { send: { id: '{marker}' }, find: { key: { id: '{marker}' } }, within: '1m' });
  await ask(of('Topic', 'AWS::SNS::Topic')).toReach(queue(), { send: 'hello {marker}', find: /hello/ });
  await ask(bucket()).toReach('arn:aws:s3:::copies', { send: { key: 'a/{marker}', body: {} } });
  await ask(of('Bus', 'AWS::Events::EventBus')).toAccept({ source: 'a', 'detail-type': 'b', detail: {} });
  await ask(of('Delivery', 'AWS::KinesisFirehose::DeliveryStream')).toAccept('a line');
  await ask(table()).toStore();
  await ask(queue()).toStore({ a: 1 }, { within: 10 });
  await ask(fn()).toInvokeSuccessfully({ payload: { a: 1 }, returns: { ok: expect.any(Boolean) }, within: '20s' });
  await ask(of('Alias', 'AWS::Lambda::Alias')).toInvokeSuccessfully();
  await ask(machine()).toExecuteSuccessfully({ input: { a: 1 }, output: /done/ });
  await ask(stage()).toRespond({ path: '/x', status: [200, 204], latency: '2s', containing: 'x' });
  await ask(of('Url', 'AWS::Lambda::Url')).toRespond();
  await ask(of('Api', 'AWS::ApiGatewayV2::Api')).toRespond();
  await ask(of('Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer')).toRespond({
    headers: { host: 'a.example.com' },
  });
  await ask(logGroup()).toLog('started', { since: '10m' });
  await ask(of('Anything')).toReach(of('Other'), { send: '{marker}' });
}

export async function doesNotCompile(): Promise<void> {
  // @ts-expect-error a database takes no records
  await ask(database()).toReach(queue(), { send: '{marker}' });
  // @ts-expect-error a log group takes nothing either
  await ask(logGroup()).toAccept('x');
  // @ts-expect-error nothing to send
  await ask(stream()).toReach(table(), { find: 'x' });
  // @ts-expect-error a date is no JSON
  await ask(stream()).toAccept(new Date());
  // @ts-expect-error a stream does not give back what it is given
  await ask(stream()).toStore();
  // @ts-expect-error a queue cannot be called
  await ask(queue()).toInvokeSuccessfully();
  // @ts-expect-error a function is no workflow
  await ask(fn()).toExecuteSuccessfully();
  // @ts-expect-error a bucket answers no requests here
  await ask(bucket()).toRespond();
  // @ts-expect-error a status is a number
  await ask(stage()).toRespond({ status: '200' });
  // @ts-expect-error a function has no lines; its log group does
  await ask(fn()).toLog('started');
}
