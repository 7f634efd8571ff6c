import { ListHostedZonesCommand, ListResourceRecordSetsCommand, Route53Client } from '@aws-sdk/client-route-53';
import { mockClient } from 'aws-sdk-client-mock';
import { route53RecordSet } from '../../src/resources/route53-record-set';
import { asking } from './answers';

const route53 = mockClient(Route53Client);
const { ask, exists } = asking('AWS::Route53::RecordSet', [route53RecordSet]);

const zone = (Id: string, Name: string) => ({ Id: `/hostedzone/${Id}`, Name, CallerReference: Id });
const www = { Name: 'www.example.com.', Type: 'A' as const, TTL: 60, ResourceRecords: [{ Value: '192.0.2.1' }] };

beforeEach(() => {
  route53.reset();
  route53.on(ListHostedZonesCommand).resolves({
    Marker: '',
    IsTruncated: false,
    MaxItems: 100,
    HostedZones: [zone('Z00001', 'com.'), zone('Z00002', 'example.com.'), zone('Z00003', 'ample.com.')],
  });
  route53.on(ListResourceRecordSetsCommand).resolves({ IsTruncated: false, MaxItems: 100, ResourceRecordSets: [] });
  route53.on(ListResourceRecordSetsCommand, { HostedZoneId: 'Z00002' }).resolves({
    IsTruncated: false,
    MaxItems: 100,
    ResourceRecordSets: [www, { ...www, Type: 'AAAA' }, { ...www, Name: 'api.www.example.com.' }],
  });
});

test.each(['www.example.com', 'www.example.com.', 'https://www.example.com/'])(
  '%s is found in its zone',
  async (id) => {
    expect(await ask(id, 'identity')).toEqual({ id: 'www.example.com' });
    expect(await ask(id, 'lifecycle')).toEqual({ available: true });
    const { zone: name, records } = await ask(id, 'dnsRecords');
    expect([name, ...records.map(({ type }) => type)]).toEqual(['example.com', 'A', 'AAAA']);
  },
);

test("Terraform's id names zone and type", async () => {
  expect((await ask('Z00002_www.example.com_AAAA', 'dnsRecords')).records).toMatchObject([{ type: 'AAAA' }]);
  expect(await exists('Z00001_www.example.com_A')).toBe(false);
});

test('a name that no zone holds does not exist', async () => {
  expect(await exists('gone.example.com')).toBe(false);
  expect(await exists('www.example.org')).toBe(false);
});
