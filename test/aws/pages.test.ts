import { EventBridgeClient, ListRulesCommand } from '@aws-sdk/client-eventbridge';
import { FirehoseClient, ListDeliveryStreamsCommand } from '@aws-sdk/client-firehose';
import { DescribeDBInstancesCommand, RDSClient } from '@aws-sdk/client-rds';
import { ListResourceRecordSetsCommand, Route53Client } from '@aws-sdk/client-route-53';
import { mockClient } from 'aws-sdk-client-mock';
import { eventbridge, firehose, rds, route53 } from '../../src/aws/sdk';
import type { Aws } from '../../src/engine/aws';
import { defineResource, type ResourceDefinition } from '../../src/engine/resource';
import { target } from './catalog';
import { cleanEnvironment, liveAccount, unjudged } from './setup';

const type = 'Acme::Test::List';
const mocks = [
  mockClient(RDSClient),
  mockClient(EventBridgeClient),
  mockClient(FirehoseClient),
  mockClient(Route53Client),
] as const;
const [rdsMock, eventsMock, firehoseMock, route53Mock] = mocks;

beforeEach(() => {
  cleanEnvironment();
  for (const mock of mocks) mock.reset();
});

/** A type whose facts are a list. */
function listing<Package>(
  sdk: { prefix: string; package: string; load(): Promise<Package> },
  read: (aws: Aws<Package>) => Promise<unknown[]>,
): ResourceDefinition {
  return defineResource({
    type,
    label: 'list',
    sdk,
    reads: [],
    facts: async (aws: Aws<Package>) => ({ items: await read(aws) }),
    facets: { identity: { fields: '', read: () => ({ id: '' }) } },
  }) as unknown as ResourceDefinition;
}

const itemsOf = async (definition: ResourceDefinition) => {
  const { account, ledger } = liveAccount({ region: 'eu-west-1' }, { catalog: [definition] });
  const { value } = await account.facet(target(type), 'config');
  return { items: value.items, calls: ledger.entries.length };
};
const refusalOf = (definition: ResourceDefinition) =>
  unjudged(liveAccount({ region: 'eu-west-1' }, { catalog: [definition] }).account.facet(target(type), 'config'));

const instances = listing(rds, (aws) =>
  aws.list('DescribeDBInstances', { MaxRecords: 20 }, (page) => page.DBInstances),
);
const rules = listing(eventbridge, (aws) => aws.list('ListRules', {}, (page) => page.Rules));
const streams = listing(firehose, (aws) => aws.list('ListDeliveryStreams', {}, (page) => page.DeliveryStreamNames));
const records = listing(route53, (aws) =>
  aws.list('ListResourceRecordSets', { HostedZoneId: 'Z1' }, (page) => page.ResourceRecordSets),
);

test("a list is read to its end through the SDK's paginator, each page once", async () => {
  rdsMock
    .on(DescribeDBInstancesCommand, { MaxRecords: 20 })
    .resolves({ DBInstances: [{ DBInstanceIdentifier: 'a' }], Marker: '1' });
  rdsMock.on(DescribeDBInstancesCommand, { Marker: '1' }).resolves({ DBInstances: [], Marker: '2' });
  rdsMock.on(DescribeDBInstancesCommand, { Marker: '2' }).resolves({ DBInstances: [{ DBInstanceIdentifier: 'b' }] });
  await expect(itemsOf(instances)).resolves.toEqual({
    items: [{ DBInstanceIdentifier: 'a' }, { DBInstanceIdentifier: 'b' }],
    calls: 3,
  });
});

test('and by its token where there is none', async () => {
  eventsMock.on(ListRulesCommand).resolves({ Rules: [{ Name: 'a' }], NextToken: '1' });
  eventsMock.on(ListRulesCommand, { NextToken: '1' }).resolves({ Rules: [{ Name: 'b' }] });
  await expect(itemsOf(rules)).resolves.toEqual({ items: [{ Name: 'a' }, { Name: 'b' }], calls: 2 });
});

test('and after its last item where the service wants that', async () => {
  firehoseMock
    .on(ListDeliveryStreamsCommand)
    .resolves({ DeliveryStreamNames: ['a', 'b'], HasMoreDeliveryStreams: true });
  firehoseMock
    .on(ListDeliveryStreamsCommand, { ExclusiveStartDeliveryStreamName: 'b' })
    .resolves({ DeliveryStreamNames: ['c'], HasMoreDeliveryStreams: false });
  await expect(itemsOf(streams)).resolves.toEqual({ items: ['a', 'b', 'c'], calls: 2 });
});

test('and by names of its own', async () => {
  const a = { Name: 'a.example.com.', Type: 'A' as const };
  const b = { Name: 'b.example.com.', Type: 'A' as const };
  route53Mock
    .on(ListResourceRecordSetsCommand)
    .resolves({ ResourceRecordSets: [a], IsTruncated: true, NextRecordName: b.Name, NextRecordType: 'A', MaxItems: 1 });
  route53Mock
    .on(ListResourceRecordSetsCommand, { StartRecordName: b.Name, StartRecordType: 'A' })
    .resolves({ ResourceRecordSets: [b], IsTruncated: false, MaxItems: 1 });
  await expect(itemsOf(records)).resolves.toEqual({ items: [a, b], calls: 2 });
});

test.each([
  [
    'with a paginator',
    instances,
    () => rdsMock.on(DescribeDBInstancesCommand).resolves({ DBInstances: [], Marker: '1' }),
    'rds:DescribeDBInstances',
  ],
  ['without', rules, () => eventsMock.on(ListRulesCommand).resolves({ Rules: [], NextToken: '1' }), 'events:ListRules'],
])('a token that comes twice is no end: %s', async (_name, definition, arrange, call) => {
  arrange();
  await expect(refusalOf(definition)).resolves.toMatchObject({
    outcome: 'undetermined',
    cause: 'broken answer',
    reason: `${call} gave the same page token twice, so the list has no end`,
  });
});

test('a list that goes on and does not say where is not judged', async () => {
  firehoseMock.on(ListDeliveryStreamsCommand).resolves({ DeliveryStreamNames: [], HasMoreDeliveryStreams: true });
  await expect(refusalOf(streams)).resolves.toMatchObject({
    reason: 'firehose:ListDeliveryStreams says that the list goes on (HasMoreDeliveryStreams) and not where',
  });
});

test('a page without its list is not an empty list', async () => {
  rdsMock.on(DescribeDBInstancesCommand).resolves({});
  await expect(refusalOf(instances)).resolves.toMatchObject({
    cause: 'broken answer',
    reason: 'rds:DescribeDBInstances answered a page without its list',
  });
});
