import { route53 } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import type { DnsRecord } from '../facets';
import type { AwsOf } from './shared/aws-of';
import { dnsName, dnsRecord } from './shared/dns-record';

type Route53 = AwsOf<typeof route53>;

/** The records of one name, and the zone they are in. */
interface RecordFacts {
  name: string;
  zone: string;
  zoneId: string;
  records: DnsRecord[];
}

export const route53RecordSet = defineResource({
  type: 'AWS::Route53::RecordSet',
  label: 'Route 53 record',
  sdk: route53,
  reads: ['route53:ListResourceRecordSets', 'route53:ListHostedZones'],
  notFound: ['NoSuchHostedZone'],
  // Under a key that speaks of a zone or a domain, a name is taken for the zone's.
  accepts: ['AWS::Route53::HostedZone'],
  facts: (aws, { id }) => findRecords(aws, id),
  facets: {
    identity: { fields: 'ResourceRecordSets[].Name', read: ({ name }) => ({ id: name }) },
    lifecycle: { fields: 'ResourceRecordSets[].Name', read: () => ({ available: true }) },
    dnsRecords: {
      fields: 'ResourceRecordSets',
      read: ({ zone, records }) => ({ zone, records }),
    },
  },
});

/** `Z123_name_A` is Terraform's id; CloudFormation has the name alone, and the zone with the longest suffix holds it. */
async function findRecords(aws: Route53, id: string): Promise<RecordFacts | undefined> {
  const [, zoneId, named, type] = /^(Z[A-Z0-9]{5,31})_(.+?)_([A-Z]+)(?:_.*)?$/.exec(id) ?? [];
  const name = dnsName((named ?? id).replace(/^https?:\/\//, '').replace(/[/:?#].*$/, ''));
  const all = await aws.list('ListHostedZones', {}, (page) => page.HostedZones);
  const zones = all
    .map((zone) => ({ id: told(zone.Id, 'Id').replace('/hostedzone/', ''), name: dnsName(told(zone.Name, 'Name')) }))
    .filter((zone) =>
      zoneId === undefined ? name === zone.name || name.endsWith(`.${zone.name}`) : zone.id === zoneId,
    )
    .sort((one, other) => other.name.length - one.name.length);
  for (const zone of zones) {
    const records = (await recordsOf(aws, zone.id)).filter(
      (record) => record.name === name && (type === undefined || record.type === type),
    );
    if (records.length > 0) return { name, zone: zone.name, zoneId: zone.id, records };
  }
  return undefined;
}

async function recordsOf(aws: Route53, HostedZoneId: string): Promise<DnsRecord[]> {
  const records = await aws.list('ListResourceRecordSets', { HostedZoneId }, (page) => page.ResourceRecordSets);
  return records.map(dnsRecord);
}
