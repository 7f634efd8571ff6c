import { route53 } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told, wrongArgument } from '../engine/unjudged';
import { resourcePart } from './shared/arn';
import type { AwsOf } from './shared/aws-of';
import { dnsName, dnsRecord } from './shared/dns-record';
import { tagMap } from './shared/tags';

export const route53HostedZone = defineResource({
  type: 'AWS::Route53::HostedZone',
  label: 'Route 53 hosted zone',
  sdk: route53,
  reads: ['route53:GetHostedZone', 'route53:ListHostedZones'],
  notFound: ['NoSuchHostedZone'],
  facts: async (aws, { id }) => {
    const Id = await zoneId(aws, id);
    return Id === undefined ? undefined : aws.call('GetHostedZone', { Id });
  },
  facets: {
    identity: {
      fields: 'HostedZone.{Id, Name}',
      read: ({ HostedZone: zone }, aws) => {
        const id = bare(told(zone?.Id, 'HostedZone.Id'));
        return { arn: `arn:${aws.partition}:route53:::hostedzone/${id}`, id, name: dnsName(told(zone?.Name, 'Name')) };
      },
    },
    lifecycle: { fields: 'HostedZone.Id', read: () => ({ available: true }) },
    tags: {
      fields: 'ResourceTagSet.Tags',
      reads: ['route53:ListTagsForResource'],
      read: async ({ HostedZone: zone }, aws) => {
        const ResourceId = bare(told(zone?.Id, 'HostedZone.Id'));
        const { ResourceTagSet } = await aws.call('ListTagsForResource', { ResourceType: 'hostedzone', ResourceId });
        return tagMap(told(ResourceTagSet, 'ResourceTagSet').Tags ?? []);
      },
    },
    dnsZone: {
      fields: 'HostedZone.{Name, Config.PrivateZone}, VPCs, DelegationSet.NameServers',
      read: ({ HostedZone: zone, VPCs, DelegationSet }) => ({
        name: dnsName(told(zone?.Name, 'HostedZone.Name')),
        private: told(zone?.Config?.PrivateZone, 'HostedZone.Config.PrivateZone'),
        vpcIds: (VPCs ?? []).map(({ VPCId }) => told(VPCId, 'VPCs[].VPCId')),
        nameServers: DelegationSet?.NameServers ?? [],
      }),
    },
    dnsRecords: {
      fields: 'ResourceRecordSets',
      reads: ['route53:ListResourceRecordSets'],
      read: async ({ HostedZone: zone }, aws) => {
        const input = { HostedZoneId: bare(told(zone?.Id, 'HostedZone.Id')) };
        const records = await aws.list('ListResourceRecordSets', input, (page) => page.ResourceRecordSets);
        return { zone: dnsName(told(zone?.Name, 'HostedZone.Name')), records: records.map(dnsRecord) };
      },
    },
  },
});

function bare(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** A zone may be named by its domain, which several zones can have: a public and a private one. */
async function zoneId(aws: AwsOf<typeof route53>, id: string): Promise<string | undefined> {
  const text = resourcePart(id);
  if (!text.includes('.')) return bare(text);
  const zones = await aws.list('ListHostedZones', {}, (page) => page.HostedZones);
  const found = zones.filter((zone) => zone.Name !== undefined && dnsName(zone.Name) === dnsName(text));
  if (found.length > 1) {
    throw wrongArgument(
      `${found.length} hosted zones are called ${text}: ${found.map((zone) => bare(String(zone.Id))).join(', ')}`,
      'Let the outputs file hold the id of the zone.',
    );
  }
  return found[0]?.Id && bare(found[0].Id);
}
