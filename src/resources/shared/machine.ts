import type { ResponseLaunchTemplateData } from '@aws-sdk/client-ec2';
import type { Machine, MetadataService } from '../../facets';

/** Fields about the metadata service that an instance and a launch template share. */
interface MetadataFields {
  HttpTokens?: string;
  HttpEndpoint?: string;
  HttpPutResponseHopLimit?: number;
}

export const metadataFields = 'MetadataOptions.HttpTokens, MetadataOptions.HttpEndpoint';

/** The metadata service by its options. A template that is silent leaves the choice to the image and the account. */
export function metadataService(options: MetadataFields | undefined): MetadataService {
  const { HttpTokens, HttpEndpoint, HttpPutResponseHopLimit } = options ?? {};
  const enabled = HttpEndpoint !== 'disabled';
  return {
    enabled,
    ...(HttpTokens !== undefined && { tokensRequired: HttpTokens === 'required' }),
    ...(HttpPutResponseHopLimit !== undefined && { hopLimit: HttpPutResponseHopLimit }),
    detail: enabled ? `HttpTokens ${HttpTokens ?? 'not set'}` : 'HttpEndpoint disabled',
  };
}

export const templateMachineFields = 'InstanceType, ImageId, KeyName, Monitoring.Enabled, EbsOptimized';

/** The machine that a launch template describes. */
export function templateMachine(data: ResponseLaunchTemplateData, instanceTypes?: string[]): Machine {
  const types = instanceTypes ?? (data.InstanceType === undefined ? [] : [data.InstanceType]);
  return {
    instanceTypes: [...new Set(types)],
    ...(data.ImageId && { imageId: data.ImageId }),
    ...(data.KeyName && { keyName: data.KeyName }),
    detailedMonitoring: data.Monitoring?.Enabled === true,
    ebsOptimized: data.EbsOptimized === true,
  };
}
