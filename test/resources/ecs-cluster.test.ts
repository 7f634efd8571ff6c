import { DescribeClustersCommand, ECSClient } from '@aws-sdk/client-ecs';
import { mockClient } from 'aws-sdk-client-mock';
import { ecsCluster } from '../../src/resources/ecs-cluster';
import { asking } from './answers';

const ecs = mockClient(ECSClient);
const { ask, exists } = asking('AWS::ECS::Cluster', [ecsCluster]);

const arn = 'arn:aws:ecs:eu-west-1:123456789012:cluster/shop';
const typical = {
  clusterArn: arn,
  clusterName: 'shop',
  status: 'ACTIVE',
  registeredContainerInstancesCount: 0,
  runningTasksCount: 2,
  pendingTasksCount: 0,
  activeServicesCount: 1,
  statistics: [],
  tags: [{ key: 'team', value: 'shop' }],
  settings: [{ name: 'containerInsights' as const, value: 'enhanced' }],
  capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
  defaultCapacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1, base: 0 }],
};
const minimal = {
  ...typical,
  tags: [],
  settings: [{ name: 'containerInsights' as const, value: 'disabled' }],
  capacityProviders: [],
  defaultCapacityProviderStrategy: [],
};

const answer = (...clusters: object[]) => ecs.on(DescribeClustersCommand).resolves({ clusters, failures: [] });

beforeEach(() => {
  ecs.reset();
  answer(typical);
});

test.each(['shop', arn])('%s is found', async (id) => {
  expect(await ask(id, 'identity')).toEqual({ arn, id: 'shop' });
  expect(await ask(id, 'lifecycle')).toEqual({ state: 'ACTIVE', available: true });
  expect(await ask(id, 'tags')).toEqual({ team: 'shop' });
  expect(await ask(id, 'containerInsights')).toEqual({ mode: 'enhanced' });
  expect(await ask(id, 'capacityProviders')).toEqual({ names: ['FARGATE', 'FARGATE_SPOT'], byDefault: ['FARGATE'] });
});

test('a bare cluster has nothing of it', async () => {
  answer(minimal);
  expect(await ask('shop', 'containerInsights')).toEqual({ mode: 'disabled' });
  expect(await ask('shop', 'capacityProviders')).toEqual({ names: [], byDefault: [] });
});

test('an answer without the setting is not read as off', async () => {
  answer({ ...typical, settings: [] });
  await expect(ask('shop', 'containerInsights')).rejects.toThrow('settings[containerInsights].value');
});

test.each([[{ ...typical, status: 'INACTIVE' }], [{ ...typical, clusterName: 'shop-2' }]])(
  'a deleted cluster and a sibling do not count',
  async (other) => {
    answer(other);
    expect(await exists('shop')).toBe(false);
  },
);
