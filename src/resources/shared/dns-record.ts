import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import { told } from '../../engine/unjudged';
import type { DnsRecord } from '../../facets';

/** A name as people write it: without the dot at its end and with the characters that Route 53 escapes. */
export function dnsName(name: string): string {
  return name
    .replace(/\\(\d{3})/g, (_escape, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
    .replace(/\.$/, '')
    .toLowerCase();
}

/** A record of Route 53. */
export function dnsRecord(record: ResourceRecordSet): DnsRecord {
  const routing =
    (record.Weight !== undefined && `weighted ${record.Weight}`) ||
    (record.Region && `latency ${record.Region}`) ||
    (record.Failover && `failover ${record.Failover}`) ||
    (record.GeoLocation && `geolocation ${JSON.stringify(record.GeoLocation)}`) ||
    (record.MultiValueAnswer && 'multivalue') ||
    undefined;
  return {
    name: dnsName(told(record.Name, 'ResourceRecordSets[].Name')),
    type: told(record.Type, 'ResourceRecordSets[].Type'),
    values: (record.ResourceRecords ?? []).map(({ Value }) => told(Value, 'ResourceRecords[].Value')),
    aliasTarget: record.AliasTarget?.DNSName && dnsName(record.AliasTarget.DNSName),
    ttlInSeconds: record.TTL,
    routing,
  };
}
