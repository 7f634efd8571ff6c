import {
  GetHostedZoneCommand,
  ListHostedZonesCommand,
  ListResourceRecordSetsCommand,
  ListTagsForResourceCommand,
  Route53Client,
} from '@aws-sdk/client-route-53';
import { mockClient } from 'aws-sdk-client-mock';
import { route53HostedZone } from '../../src/resources/route53-hosted-zone';
import { asking } from './answers';
import { refusal } from './refusal';

const route53 = mockClient(Route53Client);
const { ask, exists } = asking('AWS::Route53::HostedZone', [route53HostedZone]);

const id = 'Z0123456789ABCDEFGHIJ';
const arn = `arn:aws:route53:::hostedzone/${id}`;
const zone = { Id: `/hostedzone/${id}`, Name: 'example.com.', CallerReference: 'one', Config: { PrivateZone: false } };
const list = { Marker: '', IsTruncated: false, MaxItems: 100 };

beforeEach(() => {
  route53.reset();
  route53.on(GetHostedZoneCommand, { Id: id }).resolves({ HostedZone: zone, DelegationSet: { NameServers: ['ns-1'] } });
  route53.on(ListHostedZonesCommand).resolves({ ...list, HostedZones: [zone] });
});

test.each([id, arn, `/hostedzone/${id}`, 'example.com', 'Example.com.'])('%s is found', async (name) => {
  expect(await ask(name, 'identity')).toEqual({ arn, id, name: 'example.com' });
  expect(await ask(name, 'lifecycle')).toEqual({ available: true });
  expect(await ask(name, 'dnsZone')).toEqual({
    name: 'example.com',
    private: false,
    vpcIds: [],
    nameServers: ['ns-1'],
  });
});

test('a private zone, and a name that two zones have', async () => {
  const HostedZone = { ...zone, Config: { PrivateZone: true } };
  route53.on(GetHostedZoneCommand).resolves({ HostedZone, VPCs: [{ VPCId: 'vpc-1' }] });
  expect(await ask(id, 'dnsZone')).toMatchObject({ private: true, vpcIds: ['vpc-1'], nameServers: [] });
  route53.on(ListHostedZonesCommand).resolves({ ...list, HostedZones: [zone, { ...zone, Id: '/hostedzone/Z2' }] });
  await expect(ask('example.com', 'identity')).rejects.toThrow(`2 hosted zones are called example.com: ${id}, Z2`);
});

test('records of all pages', async () => {
  const page = { IsTruncated: true, MaxItems: 2, NextRecordName: 'www.example.com.', NextRecordType: 'A' as const };
  route53
    .on(ListResourceRecordSetsCommand)
    .resolves({
      ...page,
      ResourceRecordSets: [
        { Name: '\\052.example.com.', Type: 'TXT', TTL: 300, ResourceRecords: [{ Value: '"v=1"' }] },
        {
          Name: 'blue.example.com.',
          Type: 'CNAME',
          TTL: 60,
          Weight: 10,
          SetIdentifier: 'b',
          ResourceRecords: [{ Value: 'b' }],
        },
      ],
    })
    .on(ListResourceRecordSetsCommand, { StartRecordName: 'www.example.com.', StartRecordType: 'A' })
    .resolves({
      IsTruncated: false,
      MaxItems: 2,
      ResourceRecordSets: [
        {
          Name: 'www.example.com.',
          Type: 'A',
          AliasTarget: { HostedZoneId: 'Z3', DNSName: 'd1.cloudfront.net.', EvaluateTargetHealth: false },
        },
      ],
    });
  expect(await ask(id, 'dnsRecords')).toEqual({
    zone: 'example.com',
    records: [
      { name: '*.example.com', type: 'TXT', values: ['"v=1"'], ttlInSeconds: 300 },
      { name: 'blue.example.com', type: 'CNAME', values: ['b'], ttlInSeconds: 60, routing: 'weighted 10' },
      { name: 'www.example.com', type: 'A', values: [], aliasTarget: 'd1.cloudfront.net' },
    ],
  });
});

test('tags, and a zone that is gone', async () => {
  const ResourceTagSet = { ResourceId: id, Tags: [{ Key: 'team', Value: 'web' }] };
  route53.on(ListTagsForResourceCommand, { ResourceType: 'hostedzone', ResourceId: id }).resolves({ ResourceTagSet });
  expect(await ask(id, 'tags')).toEqual({ team: 'web' });
  route53.on(GetHostedZoneCommand).rejects(refusal('NoSuchHostedZone', 404));
  expect(await exists(id)).toBe(false);
  expect(await exists('example.org')).toBe(false);
});
