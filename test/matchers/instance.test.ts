import { toBeEbsOptimized } from '../../matchers/instance/toBeEbsOptimized';
import { toHaveDetailedMonitoring } from '../../matchers/instance/toHaveDetailedMonitoring';
import { toHaveImage } from '../../matchers/instance/toHaveImage';
import { toHaveInstanceProfile } from '../../matchers/instance/toHaveInstanceProfile';
import { toHaveInstanceType } from '../../matchers/instance/toHaveInstanceType';
import { toHaveKeyPair } from '../../matchers/instance/toHaveKeyPair';
import { toRequireImdsV2 } from '../../matchers/instance/toRequireImdsV2';
import type { Machine } from '../../src/facets';
import { table } from './fake-source';

const refused = 'wrong argument wrong argument';
const machine = (more: Partial<Machine> = {}) => ({
  machine: { instanceTypes: ['t3.micro'], detailedMonitoring: false, ebsOptimized: false, ...more },
});

table(toHaveInstanceType, [
  ['the type', machine(), ['t3.micro'], 'pass fail'],
  ['its family', machine(), ['t3'], 'pass fail'],
  ['a family that begins alike', machine({ instanceTypes: ['t3a.micro'] }), ['t3'], 'fail pass'],
  ['one of a list', machine(), [['t2.micro', 't3.micro']], 'pass fail'],
  ['another type', machine(), ['t2.micro'], 'fail pass', /"expected":"t2.micro","received":"t3.micro"/],
  ['a mixture that fits', machine({ instanceTypes: ['m6i.large', 'm7i.large'] }), [/\.large$/], 'pass fail'],
  [
    'a mixture that fits in part',
    machine({ instanceTypes: ['m6i.large', 'm7i.large'] }),
    ['m6i'],
    'fail fail',
    /only some/,
  ],
  ['a template that is silent', machine({ instanceTypes: [] }), ['t3'], 'fail fail', /leaves the instance type open/],
  ['a number', machine(), [3], refused],
]);

table(toHaveImage, [
  ['the image', machine({ imageId: 'ami-1' }), ['ami-1'], 'pass fail'],
  ['another image', machine({ imageId: 'ami-1' }), ['ami-2'], 'fail pass'],
  ['a parameter', machine({ imageId: 'resolve:ssm:/aws/ami' }), [/^resolve:ssm:/], 'pass fail'],
  ['no image', machine(), ['ami-1'], 'fail fail', /leaves the image open/],
]);

table(toHaveKeyPair, [
  ['any key pair', machine({ keyName: 'deploy' }), [], 'pass fail'],
  ['this key pair', machine({ keyName: 'deploy' }), ['deploy'], 'pass fail'],
  ['another key pair', machine({ keyName: 'deploy' }), ['other'], 'fail pass'],
  ['no key pair', machine(), [], 'fail pass', /no key pair/],
]);

const profile = 'arn:aws:iam::111122223333:instance-profile/web';
table(toHaveInstanceProfile, [
  ['any profile', { instanceProfile: { profile } }, [], 'pass fail'],
  ['this profile', { instanceProfile: { profile } }, ['web'], 'pass fail'],
  ['another profile', { instanceProfile: { profile } }, ['api'], 'fail pass', /instance-profile\/web/],
  ['no profile', { instanceProfile: {} }, [], 'fail pass', /no instance profile/],
]);

const service = (tokensRequired?: boolean, more: object = {}) => ({
  metadataService: { enabled: true, tokensRequired, detail: `HttpTokens ${tokensRequired}`, ...more },
});
table(toRequireImdsV2, [
  ['tokens required', service(true), [], 'pass fail'],
  ['tokens optional', service(false), [], 'fail pass', /HttpTokens required.*forged request/],
  ['the service is off', service(false, { enabled: false }), [], 'pass fail'],
  ['a template that says nothing', service(), [], 'fail fail', /leaves HttpTokens open/],
  ['the hop limit', service(true, { hopLimit: 1 }), [{ hopLimit: 1 }], 'pass fail'],
  ['another hop limit', service(true, { hopLimit: 2 }), [{ hopLimit: { atMost: 1 } }], 'fail pass', /hop limit 2/],
]);

table(toHaveDetailedMonitoring, [
  ['detailed', machine({ detailedMonitoring: true }), [], 'pass fail'],
  ['basic', machine(), [], 'fail pass', /detailed monitoring off/],
]);

table(toBeEbsOptimized, [
  ['optimized', machine({ ebsOptimized: true }), [], 'pass fail'],
  ['not optimized', machine(), [], 'fail pass', /EbsOptimized false/],
]);
