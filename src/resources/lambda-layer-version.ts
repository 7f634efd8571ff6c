import { lambda } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';

export const lambdaLayerVersion = defineResource({
  type: 'AWS::Lambda::LayerVersion',
  label: 'Lambda layer version',
  sdk: lambda,
  reads: ['lambda:GetLayerVersion', 'lambda:ListLayerVersions'],
  notFound: ['ResourceNotFoundException'],
  facts: async (aws, { id }) => {
    const [, LayerName = id, version] = /^(arn:.+:layer:[^:]+|[\w-]+)[:,](\d+)$/.exec(id) ?? [];
    if (version) return aws.call('GetLayerVersion', { LayerName, VersionNumber: Number(version) });
    // A layer without a version means its newest one, which AWS lists first.
    const versions = await aws.list('ListLayerVersions', { LayerName }, (page) => page.LayerVersions);
    const [newest] = versions;
    return newest && aws.call('GetLayerVersion', { LayerName, VersionNumber: told(newest.Version, 'Version') });
  },
  config: {
    // The address of the code carries a signature that changes with each read and opens the code to its reader.
    read: ({ Content, ...layer }) => ({
      ...layer,
      Content: { CodeSha256: Content?.CodeSha256, CodeSize: Content?.CodeSize },
    }),
  },
  facets: {
    identity: {
      fields: 'LayerVersionArn, LayerArn',
      read: (layer) => {
        const arn = told(layer.LayerVersionArn, 'LayerVersionArn');
        return { arn, id: arn, name: told(layer.LayerArn, 'LayerArn').split(':').at(-1) };
      },
    },
    lifecycle: { fields: 'LayerVersionArn', read: () => ({ available: true }) },
    layerCompatibility: {
      fields: 'CompatibleRuntimes, Version',
      read: (layer) => ({ runtimes: layer.CompatibleRuntimes ?? [], version: told(layer.Version, 'Version') }),
    },
    processorArchitecture: {
      fields: 'CompatibleArchitectures',
      read: (layer) => ({ architectures: layer.CompatibleArchitectures ?? [] }),
    },
  },
});
