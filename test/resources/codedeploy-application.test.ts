import {
  CodeDeployClient,
  GetApplicationCommand,
  ListDeploymentGroupsCommand,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-codedeploy';
import { mockClient } from 'aws-sdk-client-mock';
import { codedeployApplication } from '../../src/resources/codedeploy-application';
import { asking } from './answers';
import { refusal } from './refusal';

const codedeploy = mockClient(CodeDeployClient);
const { ask, exists } = asking('AWS::CodeDeploy::Application', [codedeployApplication]);
const arn = 'arn:aws:codedeploy:eu-west-1:123456789012:application:orders';

beforeEach(() => {
  codedeploy.reset();
  codedeploy
    .on(GetApplicationCommand, { applicationName: 'orders' })
    .resolves({ application: { applicationName: 'orders', computePlatform: 'Lambda' } });
  codedeploy
    .on(ListDeploymentGroupsCommand, { applicationName: 'orders' })
    .resolves({ deploymentGroups: ['blue'], nextToken: 'two' })
    .on(ListDeploymentGroupsCommand, { applicationName: 'orders', nextToken: 'two' })
    .resolves({ deploymentGroups: ['green'] });
  codedeploy.on(ListTagsForResourceCommand, { ResourceArn: arn }).resolves({ Tags: [{ Key: 'a', Value: 'b' }] });
});

test.each(['orders', arn])('%s', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'orders' });
  expect(await ask(id, 'lifecycle')).toEqual({ available: true });
  expect(await ask(id, 'tags')).toEqual({ a: 'b' });
  expect(await ask(id, 'deploymentTargets')).toEqual({ computePlatform: 'Lambda', groups: ['blue', 'green'] });
});

test('not found', async () => {
  codedeploy.on(GetApplicationCommand).rejects(refusal('ApplicationDoesNotExistException'));
  expect(await exists('orders')).toBe(false);
});
