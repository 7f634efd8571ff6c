import {
  type EventSourceMappingConfiguration,
  GetEventSourceMappingCommand,
  LambdaClient,
  ListTagsCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { lambdaEventSourceMapping } from '../../src/resources/lambda-event-source-mapping';
import { asking } from './answers';

const lambda = mockClient(LambdaClient);
const { ask, exists } = asking('AWS::Lambda::EventSourceMapping', [lambdaEventSourceMapping]);

const id = '14e0db71-5d35-4eb5-b481-8945cf9d10c2';
const arn = `arn:aws:lambda:eu-west-1:123456789012:event-source-mapping:${id}`;
const keyArn = 'arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';

const mapping: EventSourceMappingConfiguration = {
  UUID: id,
  EventSourceMappingArn: arn,
  EventSourceArn: 'arn:aws:kinesis:eu-west-1:123456789012:stream/orders',
  FunctionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:orders',
  State: 'Enabled',
  StateTransitionReason: 'User action',
  BatchSize: 100,
};

function answer(given: EventSourceMappingConfiguration) {
  lambda.on(GetEventSourceMappingCommand, { UUID: id }).resolves(given);
}

beforeEach(() => lambda.reset());

test.each([[id], [arn]])('a mapping answers to %s', async (name) => {
  answer(mapping);
  lambda.on(ListTagsCommand, { Resource: arn }).resolves({ Tags: { team: 'orders' } });
  expect(await ask(name, 'identity')).toEqual({ arn, id });
  expect(await ask(name, 'lifecycle')).toEqual({ state: 'Enabled', available: true, reason: 'User action' });
  expect(await ask(name, 'tags')).toEqual({ team: 'orders' });
  expect(await ask(name, 'encryption')).toMatchObject({ kind: 'service-owned' });
  expect(await ask(name, 'deadLetter')).toEqual({});
  expect(await ask(name, 'eventSource')).toEqual({
    source: mapping.EventSourceArn,
    functionArn: mapping.FunctionArn,
    enabled: true,
    batchSize: 100,
  });
});

test('a mapping with everything', async () => {
  const Destination = 'arn:aws:sqs:eu-west-1:123456789012:dead';
  answer({ ...mapping, KMSKeyArn: keyArn, DestinationConfig: { OnFailure: { Destination } } });
  expect(await ask(id, 'encryption')).toMatchObject({ kind: 'kms', key: { id: keyArn } });
  expect(await ask(id, 'deadLetter')).toEqual({ target: Destination });
});

test.each([['Disabled'], ['Creating'], ['Disabling']])('a mapping that is %s feeds nobody', async (State) => {
  answer({ ...mapping, State });
  expect(await ask(id, 'lifecycle')).toMatchObject({ state: State, available: false });
  expect(await ask(id, 'eventSource')).toMatchObject({ enabled: false });
  expect(await ask(id, 'activation')).toEqual({ enabled: false, state: State });
});

test('a Kafka cluster outside AWS is named by its brokers', async () => {
  const Endpoints = { KAFKA_BOOTSTRAP_SERVERS: ['one:9092', 'two:9092'] };
  answer({ ...mapping, EventSourceArn: undefined, SelfManagedEventSource: { Endpoints } });
  expect(await ask(id, 'eventSource')).toMatchObject({ source: 'one:9092,two:9092' });
});

test('a mapping without a source or a state is not judged', async () => {
  answer({ ...mapping, EventSourceArn: undefined });
  await expect(ask(id, 'eventSource')).rejects.toThrow('AWS answered without the field EventSourceArn');
  answer({ ...mapping, State: undefined });
  await expect(ask(id, 'eventSource')).rejects.toThrow('AWS answered without the field State');
});

test('a mapping that is not there does not exist', async () => {
  lambda
    .on(GetEventSourceMappingCommand)
    .rejects(new ResourceNotFoundException({ message: 'not found', Type: 'User', $metadata: { httpStatusCode: 404 } }));
  expect(await exists(id)).toBe(false);
});
