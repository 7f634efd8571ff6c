import { toBeLogging } from '../../matchers/audit/toBeLogging';
import { toCoverOrganization } from '../../matchers/audit/toCoverOrganization';
import { toRecordEvents } from '../../matchers/audit/toRecordEvents';
import { toRecordGlobalServices } from '../../matchers/audit/toRecordGlobalServices';
import { toValidateLogFiles } from '../../matchers/audit/toValidateLogFiles';
import { toBeCompliant } from '../../matchers/compliance/toBeCompliant';
import { toBeRecording } from '../../matchers/compliance/toBeRecording';
import { toCheckWith } from '../../matchers/compliance/toCheckWith';
import { toHaveSecurityStandard } from '../../matchers/compliance/toHaveSecurityStandard';
import { toPublishFindings } from '../../matchers/compliance/toPublishFindings';
import { toRecordAllResources } from '../../matchers/compliance/toRecordAllResources';
import { toRecordResourceType } from '../../matchers/compliance/toRecordResourceType';
import { toWatchFor } from '../../matchers/compliance/toWatchFor';
import type { RecordingScope, ThreatDetection, TrailSettings } from '../../src/facets';
import { table } from './fake-source';

const refused = 'wrong argument wrong argument';

describe('toBeLogging', () => {
  table(toBeLogging, [
    ['on', { trailStatus: { logging: true } }, [], 'pass fail'],
    ['off', { trailStatus: { logging: false, stoppedAt: '2026-01-01' } }, [], 'fail pass', /off since 2026-01-01/],
    [
      'on and failing',
      { trailStatus: { logging: true, deliveryError: 'NoSuchBucket' } },
      [],
      'fail fail',
      /NoSuchBucket/,
    ],
  ]);
});

describe('settings of a trail', () => {
  const is = (more: Partial<TrailSettings>) => ({
    trailSettings: {
      logFileValidation: false,
      globalServiceEvents: false,
      organization: false,
      homeRegion: 'eu-west-1',
      ...more,
    },
  });
  table(toValidateLogFiles, [
    ['on', is({ logFileValidation: true }), [], 'pass fail'],
    ['off', is({ globalServiceEvents: true }), [], 'fail pass', /log file validation off/],
  ]);
  table(toRecordGlobalServices, [
    ['on', is({ globalServiceEvents: true }), [], 'pass fail'],
    ['off', is({ organization: true }), [], 'fail pass'],
  ]);
  table(toCoverOrganization, [
    ['on', is({ organization: true }), [], 'pass fail'],
    ['off', is({ logFileValidation: true }), [], 'fail pass'],
  ]);
});

describe('toRecordEvents', () => {
  const records = { eventSelection: { management: 'All' as const, dataResources: ['AWS::S3::Object'] } };
  table(toRecordEvents, [
    ['management events', records, [{ management: 'All' }], 'pass fail'],
    ['data events', records, [{ data: 'AWS::S3::Object' }], 'pass fail'],
    ['data events by the short name', records, [{ management: 'All', data: ['S3::Object'] }], 'pass fail'],
    ['other data events', records, [{ data: 'Lambda::Function' }], 'fail pass', /not recorded \(AWS::S3::Object\)/],
    ['one of both', records, [{ management: 'WriteOnly', data: 'S3::Object' }], 'fail fail', /only some of it/],
    ['no such word', records, [{ management: 'all' }], refused, /'All'/],
  ]);
});

describe('toBeRecording', () => {
  table(toBeRecording, [
    ['on', { recording: { recording: true, lastStatus: 'Success' } }, [], 'pass fail'],
    ['stopped', { recording: { recording: false } }, [], 'fail pass', /stopped/],
    [
      'failing',
      { recording: { recording: true, lastStatus: 'Failure', error: 'no bucket' } },
      [],
      'fail fail',
      /latest delivery failed: no bucket/,
    ],
  ]);
});

describe('what a recorder records', () => {
  const scope = (more: Partial<RecordingScope>) => ({
    recordingScope: { allSupported: false, includesGlobalTypes: false, types: [], excluded: [], ...more },
  });
  const all = scope({ allSupported: true, includesGlobalTypes: true });
  const some = scope({ types: ['AWS::S3::Bucket'] });
  const most = scope({ excluded: ['AWS::IAM::User'] });
  table(toRecordAllResources, [
    ['all', all, [], 'pass fail'],
    ['all, global types too', all, [{ globalTypes: true }], 'pass fail'],
    [
      'all but global types',
      scope({ allSupported: true }),
      [{ globalTypes: true }],
      'fail pass',
      /global types left out/,
    ],
    ['some', some, [], 'fail pass', /only AWS::S3::Bucket/],
    ['all but some', most, [], 'fail pass', /all types but AWS::IAM::User/],
  ]);
  table(toRecordResourceType, [
    ['one of all', all, ['IAM::User'], 'pass fail'],
    ['one that is named', some, ['AWS::S3::Bucket'], 'pass fail'],
    ['one that is not named', some, ['IAM::User'], 'fail pass'],
    ['one that is left out', most, ['IAM::User'], 'fail pass', /all types but/],
    ['one that is not left out', most, ['S3::Bucket'], 'pass fail'],
    ['one of two', some, [['S3::Bucket', 'IAM::User']], 'fail fail', /only some of them/],
  ]);
});

describe('toBeCompliant', () => {
  const found = (type: string, ...nonCompliant: string[]) => ({ ruleCompliance: { type, nonCompliant } });
  table(toBeCompliant, [
    ['compliant', found('COMPLIANT'), [], 'pass fail'],
    ['not', found('NON_COMPLIANT', 'AWS::S3::Bucket logs'), [], 'fail pass', /NON_COMPLIANT: AWS::S3::Bucket logs/],
    ['many are not', found('NON_COMPLIANT', ...'abcdefg'), [], 'fail pass', /a, b, c, d, e and 2 more/],
    ['not evaluated', found('INSUFFICIENT_DATA'), [], 'fail fail', /has not evaluated the rule/],
    ['nothing in scope', found('NOT_APPLICABLE'), [], 'fail fail', /no resource is in the scope/],
  ]);
});

describe('toCheckWith', () => {
  const is = {
    ruleSource: {
      owner: 'AWS',
      identifier: 'IAM_PASSWORD_POLICY',
      parameters: { MinimumPasswordLength: '14' },
      resourceTypes: [],
    },
  };
  table(toCheckWith, [
    ['a managed rule', is, ['IAM_PASSWORD_POLICY'], 'pass fail'],
    ['with parameters', is, [/PASSWORD/, { parameters: { MinimumPasswordLength: '14' } }], 'pass fail'],
    ['another rule', is, ['ROOT_ACCOUNT_MFA_ENABLED'], 'fail pass', /IAM_PASSWORD_POLICY/],
    ['other parameters', is, ['IAM_PASSWORD_POLICY', { parameters: { MinimumPasswordLength: '8' } }], 'fail fail'],
    [
      'a custom policy',
      { ruleSource: { owner: 'CUSTOM_POLICY', parameters: {}, resourceTypes: [] } },
      ['X'],
      'fail pass',
      /CUSTOM_POLICY/,
    ],
    ['a number as a parameter', is, ['X', { parameters: { a: 1 } }], refused, /values as text/],
  ]);
});

describe('GuardDuty', () => {
  const detector = (more: Partial<ThreatDetection> = {}) => ({
    threatDetection: {
      enabled: true,
      publishingFrequency: 'ONE_HOUR',
      features: { S3_DATA_EVENTS: true, EKS_AUDIT_LOGS: false },
      ...more,
    },
  });
  table(toWatchFor, [
    ['on', detector(), ['S3_DATA_EVENTS'], 'pass fail'],
    ['off', detector(), ['EKS_AUDIT_LOGS'], 'fail pass', /EKS_AUDIT_LOGS off/],
    ['one of two', detector(), [['S3_DATA_EVENTS', 'EKS_AUDIT_LOGS']], 'fail fail'],
    ['unknown', detector(), ['S3'], 'fail pass', /The features are S3_DATA_EVENTS, EKS_AUDIT_LOGS/],
    ['a detector that is off', detector({ enabled: false }), ['S3_DATA_EVENTS'], 'fail fail', /switched off/],
  ]);
  table(toPublishFindings, [
    ['the frequency', detector(), ['ONE_HOUR'], 'pass fail'],
    ['another', detector(), ['SIX_HOURS'], 'fail pass', /ONE_HOUR/],
    ['a detector that is off', detector({ enabled: false }), ['ONE_HOUR'], 'fail fail'],
    ['no such word', detector(), ['hourly'], refused],
  ]);
});

describe('toHaveSecurityStandard', () => {
  const best = 'arn:aws:securityhub:eu-west-1::standards/aws-foundational-security-best-practices/v/1.0.0';
  const checks = (status = 'READY') => ({
    securityStandards: { standards: [{ arn: best, status }], autoEnableControls: true },
  });
  table(toHaveSecurityStandard, [
    ['by name', checks(), ['aws-foundational-security-best-practices'], 'pass fail'],
    ['by name and version', checks(), ['aws-foundational-security-best-practices/v/1.0.0'], 'pass fail'],
    ['by ARN', checks(), [best], 'pass fail'],
    ['by a RegExp', checks(), [/best-practices/], 'pass fail'],
    ['another', checks(), ['cis-aws-foundations-benchmark'], 'fail pass', /best-practices/],
    ['not ready', checks('FAILED'), [best], 'fail fail', /in the state FAILED/],
  ]);
});
