import { route53 } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { notApplicable, told } from '../engine/unjudged';
import { resourcePart } from './shared/arn';
import { tagMap } from './shared/tags';

export const route53HealthCheck = defineResource({
  type: 'AWS::Route53::HealthCheck',
  label: 'Route 53 health check',
  sdk: route53,
  reads: ['route53:GetHealthCheck'],
  notFound: ['NoSuchHealthCheck'],
  facts: async (aws, { id }) =>
    told(
      (await aws.call('GetHealthCheck', { HealthCheckId: resourcePart(id).split('/').at(-1) })).HealthCheck,
      'HealthCheck',
    ),
  facets: {
    identity: {
      fields: 'HealthCheck.Id',
      read: (check, aws) => {
        const id = told(check.Id, 'HealthCheck.Id');
        return { arn: `arn:${aws.partition}:route53:::healthcheck/${id}`, id };
      },
    },
    lifecycle: { fields: 'HealthCheck.Id', read: () => ({ available: true }) },
    tags: {
      fields: 'ResourceTagSet.Tags',
      reads: ['route53:ListTagsForResource'],
      read: async (check, aws) => {
        const ResourceId = told(check.Id, 'HealthCheck.Id');
        const { ResourceTagSet } = await aws.call('ListTagsForResource', { ResourceType: 'healthcheck', ResourceId });
        return tagMap(told(ResourceTagSet, 'ResourceTagSet').Tags ?? []);
      },
    },
    activation: {
      fields: 'HealthCheck.HealthCheckConfig.Disabled',
      // A disabled check counts as healthy for ever.
      read: ({ HealthCheckConfig: config }) => {
        const disabled = told(config, 'HealthCheckConfig').Disabled ?? false;
        return { enabled: !disabled, state: `Disabled ${disabled}` };
      },
    },
    healthProbe: {
      fields: 'HealthCheck.HealthCheckConfig',
      read: ({ HealthCheckConfig: config }) => ({
        type: told(config?.Type, 'HealthCheckConfig.Type'),
        host: config?.FullyQualifiedDomainName ?? config?.IPAddress,
        port: config?.Port,
        path: config?.ResourcePath,
        intervalInSeconds: config?.RequestInterval,
        failureThreshold: config?.FailureThreshold,
      }),
    },
    reportedHealth: {
      fields: 'HealthCheckObservations[].StatusReport.Status',
      reads: ['route53:GetHealthCheckStatus'],
      read: async (check, aws) => {
        const type = told(check.HealthCheckConfig?.Type, 'HealthCheckConfig.Type');
        if (/^(?:CALCULATED|CLOUDWATCH_METRIC|RECOVERY_CONTROL)$/.test(type)) {
          throw notApplicable(`Route 53 does not tell the health of a check of the type ${type}`);
        }
        const { HealthCheckObservations: seen } = await aws.call('GetHealthCheckStatus', {
          HealthCheckId: told(check.Id, 'HealthCheck.Id'),
        });
        const reports = told(seen, 'HealthCheckObservations').map(({ StatusReport }) => StatusReport?.Status ?? '');
        const good = reports.filter((status) => status.startsWith('Success')).length;
        // Route 53 takes an endpoint for healthy when more than 18 percent of its checkers do.
        return {
          healthy: reports.length > 0 && good / reports.length > 0.18,
          detail: `${good} of ${reports.length} checkers reach it`,
        };
      },
    },
  },
});
