import { guardduty } from '../aws/sdk';
import { defineResource } from '../engine/resource';
import { told } from '../engine/unjudged';
import { resourcePart } from './shared/arn';

export const guarddutyDetector = defineResource({
  type: 'AWS::GuardDuty::Detector',
  label: 'GuardDuty detector',
  sdk: guardduty,
  reads: ['guardduty:GetDetector'],
  // GuardDuty has no code of its own for a detector that does not exist.
  notFound: ['BadRequestException'],
  facts: (aws, { id }) => aws.call('GetDetector', { DetectorId: detectorId(id) }),
  facets: {
    identity: {
      fields: 'the detector id in the request, and the account',
      reads: ['sts:GetCallerIdentity'],
      read: async (_detector, aws, { id }) => ({
        arn: `arn:${aws.partition}:guardduty:${aws.region}:${await aws.account()}:detector/${detectorId(id)}`,
        id: detectorId(id),
      }),
    },
    lifecycle: {
      fields: 'Status',
      read: (detector) => {
        const state = told(detector.Status, 'Status');
        return { state, available: state === 'ENABLED' };
      },
    },
    tags: {
      fields: 'Tags',
      read: ({ Status, Tags: tags = {} }) => {
        told(Status, 'Status');
        return tags;
      },
    },
    activation: {
      fields: 'Status',
      read: (detector) => {
        const state = told(detector.Status, 'Status');
        return { enabled: state === 'ENABLED', state };
      },
    },
    threatDetection: {
      fields: 'Status, FindingPublishingFrequency, Features[].{Name, Status}',
      read: (detector) => ({
        enabled: told(detector.Status, 'Status') === 'ENABLED',
        publishingFrequency: told(detector.FindingPublishingFrequency, 'FindingPublishingFrequency'),
        features: Object.fromEntries(
          told(detector.Features, 'Features').map(({ Name, Status }) => [
            told(Name, 'Features[].Name'),
            told(Status, 'Features[].Status') === 'ENABLED',
          ]),
        ),
      }),
    },
  },
});

function detectorId(id: string): string {
  return resourcePart(id).replace(/^detector\//, '');
}
