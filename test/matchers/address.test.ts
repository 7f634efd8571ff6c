import { toHavePrivateIp } from '../../matchers/address/toHavePrivateIp';
import { toHavePublicIp } from '../../matchers/address/toHavePublicIp';
import { both, FakeSource, table } from './fake-source';

const refused = 'wrong argument wrong argument';
const none = { ipAddresses: { public: [], private: ['10.0.1.5'], allocationIds: [] } };
const dressed = { ipAddresses: { public: ['203.0.113.7'], private: ['10.0.1.5'], allocationIds: ['eipalloc-1'] } };

table(toHavePublicIp, [
  ['any public address', dressed, [], 'pass fail'],
  ['no public address', none, [], 'fail pass', /"received":"no public IP address"/],
  ['this public address', dressed, ['203.0.113.7'], 'pass fail'],
  ['another public address', dressed, ['203.0.113.8'], 'fail pass', /203\.0\.113\.7, eipalloc-1/],
  ['this Elastic IP address', dressed, ['eipalloc-1'], 'pass fail'],
  ['something else than an address', dressed, ['vpc-1'], refused, /vpc-1 is none/],
]);

test('an Elastic IP address as a handle stands for its address, which an instance names alone', async () => {
  const address = {
    identity: { id: 'eipalloc-9', name: '203.0.113.7', arn: 'arn:aws:ec2:eu-west-1:1:elastic-ip/eipalloc-9' },
  };
  const instance = { ipAddresses: { public: ['203.0.113.7'], private: [], allocationIds: [] } };
  const source = new FakeSource({ address, instance, none, vpc: { identity: { id: 'vpc-1' } } });
  expect(await both(toHavePublicIp, source.one('instance'), [source.one('address')])).toBe('pass fail');
  expect(await both(toHavePublicIp, source.one('none'), [source.one('address')])).toBe('fail pass');
  expect(await both(toHavePublicIp, source.one('instance'), [source.one('vpc')])).toBe(refused);
});

table(toHavePrivateIp, [
  ['any private address', none, [], 'pass fail'],
  ['this private address', none, ['10.0.1.5'], 'pass fail'],
  ['another private address', none, ['10.0.1.50'], 'fail pass', /"received":"10\.0\.1\.5"/],
  ['in the range', none, ['10.0.0.0/16'], 'pass fail'],
  ['outside of the range', none, ['10.1.0.0/16'], 'fail pass', /in 10\.1\.0\.0\/16/],
  ['no address', none, ['web'], refused, /an IP address/],
]);
