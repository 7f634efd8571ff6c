import {
  GetHealthCheckCommand,
  GetHealthCheckStatusCommand,
  type HealthCheckConfig,
  ListTagsForResourceCommand,
  Route53Client,
} from '@aws-sdk/client-route-53';
import { mockClient } from 'aws-sdk-client-mock';
import { route53HealthCheck } from '../../src/resources/route53-health-check';
import { asking } from './answers';
import { refusal } from './refusal';

const route53 = mockClient(Route53Client);
const { ask, exists } = asking('AWS::Route53::HealthCheck', [route53HealthCheck]);

const id = '0a1b2c3d-1111-4222-8333-444455556666';
const arn = `arn:aws:route53:::healthcheck/${id}`;

function answer(HealthCheckConfig: HealthCheckConfig) {
  route53
    .on(GetHealthCheckCommand, { HealthCheckId: id })
    .resolves({ HealthCheck: { Id: id, CallerReference: 'one', HealthCheckVersion: 1, HealthCheckConfig } });
}

beforeEach(() => {
  route53.reset();
  answer({
    Type: 'HTTPS',
    FullyQualifiedDomainName: 'example.com',
    Port: 443,
    ResourcePath: '/health',
    FailureThreshold: 3,
  });
});

test.each([id, arn])('%s is found', async (name) => {
  expect(await ask(name, 'identity')).toEqual({ arn, id });
  expect(await ask(name, 'lifecycle')).toEqual({ available: true });
  expect(await ask(name, 'activation')).toMatchObject({ enabled: true });
  expect(await ask(name, 'healthProbe')).toEqual({
    type: 'HTTPS',
    host: 'example.com',
    port: 443,
    path: '/health',
    failureThreshold: 3,
  });
});

test.each([
  [['Success: HTTP Status Code 200', 'Failure: timeout', 'Failure: timeout'], true],
  [['Failure: timeout', 'Failure: timeout'], false],
  [[], false],
])('checkers that say %j', async (reports, healthy) => {
  const HealthCheckObservations = reports.map((Status) => ({ StatusReport: { Status } }));
  route53.on(GetHealthCheckStatusCommand, { HealthCheckId: id }).resolves({ HealthCheckObservations });
  expect(await ask(id, 'reportedHealth')).toMatchObject({ healthy });
});

test('a check of other checks has no health of its own, and a disabled one is off', async () => {
  answer({ Type: 'CALCULATED', Disabled: true });
  await expect(ask(id, 'reportedHealth')).rejects.toThrow('of the type CALCULATED');
  expect(await ask(id, 'activation')).toMatchObject({ enabled: false });
});

test('tags, and a check that is gone', async () => {
  route53
    .on(ListTagsForResourceCommand, { ResourceType: 'healthcheck', ResourceId: id })
    .resolves({ ResourceTagSet: { Tags: [{ Key: 'team', Value: 'web' }] } });
  expect(await ask(id, 'tags')).toEqual({ team: 'web' });
  route53.on(GetHealthCheckCommand).rejects(refusal('NoSuchHealthCheck', 404));
  expect(await exists(id)).toBe(false);
});
