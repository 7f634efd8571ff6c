import { toHaveArchitecture } from '../../matchers/function/toHaveArchitecture';
import { toHaveEphemeralStorage } from '../../matchers/function/toHaveEphemeralStorage';
import { toHaveLayer } from '../../matchers/function/toHaveLayer';
import { toHaveProvisionedConcurrency } from '../../matchers/function/toHaveProvisionedConcurrency';
import { toHaveReservedConcurrency } from '../../matchers/function/toHaveReservedConcurrency';
import { toPointToVersion } from '../../matchers/function/toPointToVersion';
import { toSupportRuntime } from '../../matchers/function/toSupportRuntime';
import { toLogExecutions } from '../../matchers/logging/toLogExecutions';
import { toBeFifo } from '../../matchers/messaging/toBeFifo';
import { toBeSubscribedTo } from '../../matchers/messaging/toBeSubscribedTo';
import { toDeliverRawMessages } from '../../matchers/messaging/toDeliverRawMessages';
import { toHaveDeliveryDelay } from '../../matchers/messaging/toHaveDeliveryDelay';
import { toHaveDisplayName } from '../../matchers/messaging/toHaveDisplayName';
import { toHaveFilterPolicy } from '../../matchers/messaging/toHaveFilterPolicy';
import { toHaveReceiveWaitTime } from '../../matchers/messaging/toHaveReceiveWaitTime';
import { toHaveVisibilityTimeout } from '../../matchers/messaging/toHaveVisibilityTimeout';
import { toHaveRole } from '../../matchers/role/toHaveRole';
import { toBeExpressWorkflow } from '../../matchers/workflow/toBeExpressWorkflow';
import { toCall } from '../../matchers/workflow/toCall';
import { toHaveWorkflowState } from '../../matchers/workflow/toHaveWorkflowState';
import type { MatcherDefinition } from '../../src/engine/matcher';
import { type Case, FakeSource, table, verdict } from './fake-source';

const refused = 'wrong argument wrong argument';
const roleArn = 'arn:aws:iam::111122223333:role/app/orders';
const fn = 'arn:aws:lambda:eu-west-1:111122223333:function:charge';
const layer = 'arn:aws:lambda:eu-west-1:111122223333:layer:tools';
const topicArn = 'arn:aws:sns:eu-west-1:111122223333:orders';
const queueDelivery = {
  visibilityTimeoutInSeconds: 300,
  delayInSeconds: 0,
  receiveWaitTimeInSeconds: 20,
  maximumMessageSizeInBytes: 262_144,
};
const ready = { requested: 5, available: 3, status: 'IN_PROGRESS' };
const filter = { topicArn, policy: { type: ['order', 'refund'] }, scope: 'MessageBody', rawMessageDelivery: true };
const workflow = { type: 'EXPRESS', states: ['Charge', 'Ship'], calls: [fn] };
const executionLogs = {
  enabled: true,
  level: 'ALL',
  includesData: false,
  destinations: ['arn:aws:logs:eu-west-1:1:log-group:orders:*'],
};

const rows: [string, MatcherDefinition, Case[]][] = [
  [
    'toHaveArchitecture',
    toHaveArchitecture,
    [
      ['this', { processorArchitecture: { architectures: ['arm64'] } }, ['arm64'], 'pass fail'],
      ['another', { processorArchitecture: { architectures: ['x86_64'] } }, ['arm64'], 'fail pass', /x86_64/],
      ['an unknown one', { processorArchitecture: { architectures: [] } }, ['sparc'], refused],
    ],
  ],
  [
    'toHaveReservedConcurrency',
    toHaveReservedConcurrency,
    [
      ['any', { reservedConcurrency: { executions: 5 } }, [], 'pass fail'],
      ['none', { reservedConcurrency: {} }, [], 'fail pass', /nothing reserved/],
      ['none of 0', { reservedConcurrency: {} }, [0], 'fail pass'],
      ['exactly', { reservedConcurrency: { executions: 0 } }, [0], 'pass fail', /refuses every call/],
      ['a limit', { reservedConcurrency: { executions: 5 } }, [{ atMost: 4 }], 'fail pass', /at most 4 reserved/],
      ['half a one', { reservedConcurrency: {} }, [0.5], refused],
    ],
  ],
  [
    'toHaveProvisionedConcurrency',
    toHaveProvisionedConcurrency,
    [
      ['any', { provisionedConcurrency: ready }, [], 'pass fail'],
      ['none', { provisionedConcurrency: { requested: 0, available: 0 } }, [], 'fail pass'],
      ['another number', { provisionedConcurrency: ready }, [6], 'fail pass', /5 asked for, 3 ready/],
      [
        'failed',
        { provisionedConcurrency: { ...ready, status: 'FAILED', reason: 'no' } },
        [5],
        'fail fail',
        /could not make them ready: no/,
      ],
    ],
  ],
  [
    'toHaveEphemeralStorage',
    toHaveEphemeralStorage,
    [
      ['exactly', { temporaryStorage: { megabytes: 512 } }, [512], 'pass fail'],
      ['too little', { temporaryStorage: { megabytes: 512 } }, [{ atLeast: 1024 }], 'fail pass', /at least 1024 MB/],
    ],
  ],
  [
    'toHaveLayer',
    toHaveLayer,
    [
      ['any version', { functionLayers: { layers: [`${layer}:3`] } }, ['tools'], 'pass fail'],
      ['the ARN without version', { functionLayers: { layers: [`${layer}:3`] } }, [layer], 'pass fail'],
      ['this version', { functionLayers: { layers: [`${layer}:3`] } }, [`${layer}:3`], 'pass fail'],
      ['another version', { functionLayers: { layers: [`${layer}:3`] } }, ['tools:4'], 'fail pass', /tools:3/],
      ['a longer name', { functionLayers: { layers: [`${layer}2:3`] } }, ['tools'], 'fail pass'],
      ['none', { functionLayers: { layers: [] } }, ['tools'], 'fail pass', /no layer/],
      ['any layer at all', { functionLayers: { layers: [`${layer}:3`] } }, [], 'pass fail'],
      ['none, where any would do', { functionLayers: { layers: [] } }, [], 'fail pass', /a layer.*no layer/],
    ],
  ],
  [
    'toPointToVersion',
    toPointToVersion,
    [
      ['this', { aliasVersion: { functionName: 'f', version: '3', otherVersions: {} } }, [3], 'pass fail'],
      [
        'another',
        { aliasVersion: { functionName: 'f', version: '$LATEST', otherVersions: {} } },
        ['3'],
        'fail pass',
        /LATEST/,
      ],
      [
        'a share',
        { aliasVersion: { functionName: 'f', version: '3', otherVersions: { '4': 0.1 } } },
        [3],
        'fail pass',
        /version 4 for 10 %/,
      ],
      ['a name', { aliasVersion: { functionName: 'f', version: '3', otherVersions: {} } }, ['live'], refused],
    ],
  ],
  [
    'toSupportRuntime',
    toSupportRuntime,
    [
      ['this', { layerCompatibility: { runtimes: ['python3.12'], version: 1 } }, ['python3.12'], 'pass fail'],
      [
        'none named',
        { layerCompatibility: { runtimes: [], version: 1 } },
        ['python3.12'],
        'fail pass',
        /no runtime named/,
      ],
    ],
  ],
  [
    'toHaveRole',
    toHaveRole,
    [
      ['any', { executionRole: { arn: roleArn } }, [], 'pass fail'],
      ['none', { executionRole: {} }, [], 'fail pass', /no role/],
      ['by its name', { executionRole: { arn: roleArn } }, ['orders'], 'pass fail'],
      ['another', { executionRole: { arn: roleArn } }, [`${roleArn}2`], 'fail pass'],
    ],
  ],
  [
    'toBeFifo',
    toBeFifo,
    [
      ['FIFO', { fifoOrdering: { enabled: true, contentBasedDeduplication: false } }, [], 'pass fail'],
      ['standard', { fifoOrdering: { enabled: false, contentBasedDeduplication: false } }, [], 'fail pass', /standard/],
      [
        'without deduplication',
        { fifoOrdering: { enabled: true, contentBasedDeduplication: false } },
        [{ contentBasedDeduplication: true }],
        'fail pass',
        /content on.*content off/,
      ],
    ],
  ],
  [
    'toHaveDisplayName',
    toHaveDisplayName,
    [
      ['this', { displayName: { text: 'Orders' } }, ['Orders'], 'pass fail'],
      ['a part is not enough', { displayName: { text: 'Orders' } }, ['Order'], 'fail pass'],
      ['a RegExp', { displayName: { text: 'Orders' } }, [/^Order/], 'pass fail'],
      ['none', { displayName: { text: '' } }, ['Orders'], 'fail pass', /no display name/],
    ],
  ],
  [
    'toHaveVisibilityTimeout',
    toHaveVisibilityTimeout,
    [
      ['seconds', { queueDelivery }, [300], 'pass fail'],
      ['a duration', { queueDelivery }, ['5m'], 'pass fail'],
      ['more', { queueDelivery }, [{ atLeast: '6m' }], 'fail pass', /at least 6 minutes.*5 minutes/],
    ],
  ],
  [
    'toHaveDeliveryDelay',
    toHaveDeliveryDelay,
    [
      ['none', { queueDelivery }, [0], 'pass fail'],
      ['some', { queueDelivery }, [10], 'fail pass'],
    ],
  ],
  [
    'toHaveReceiveWaitTime',
    toHaveReceiveWaitTime,
    [
      ['long polling', { queueDelivery }, [{ atLeast: 1 }], 'pass fail'],
      ['another', { queueDelivery }, [10], 'fail pass', /10 seconds.*20 seconds/],
    ],
  ],
  [
    'toBeSubscribedTo',
    toBeSubscribedTo,
    [
      ['this topic', { subscriptionFilter: filter }, [topicArn], 'pass fail'],
      ['another', { subscriptionFilter: filter }, ['refunds'], 'fail pass', /orders/],
    ],
  ],
  [
    'toDeliverRawMessages',
    toDeliverRawMessages,
    [
      ['raw', { subscriptionFilter: filter }, [], 'pass fail'],
      ['wrapped', { subscriptionFilter: { topicArn, rawMessageDelivery: false } }, [], 'fail pass', /wrapped/],
    ],
  ],
  [
    'toHaveFilterPolicy',
    toHaveFilterPolicy,
    [
      ['any', { subscriptionFilter: filter }, [], 'pass fail'],
      ['none', { subscriptionFilter: { topicArn, rawMessageDelivery: false } }, [], 'fail pass', /no filter policy/],
      ['a part', { subscriptionFilter: filter }, [{ type: ['order'] }], 'pass fail'],
      ['another', { subscriptionFilter: filter }, [{ type: ['user'] }], 'fail pass', /on MessageBody/],
      ['nothing', { subscriptionFilter: filter }, [{}], refused],
    ],
  ],
  [
    'toBeExpressWorkflow',
    toBeExpressWorkflow,
    [
      ['express', { workflow }, [], 'pass fail'],
      ['standard', { workflow: { ...workflow, type: 'STANDARD' } }, [], 'fail pass', /STANDARD/],
    ],
  ],
  [
    'toHaveWorkflowState',
    toHaveWorkflowState,
    [
      ['this', { workflow }, ['Ship'], 'pass fail'],
      ['another', { workflow }, ['Refund'], 'fail pass', /Charge, Ship/],
    ],
  ],
  [
    'toCall',
    toCall,
    [
      ['the function', { workflow }, ['charge'], 'pass fail'],
      ['another', { workflow }, [`${fn}2`], 'fail pass'],
      ['nothing', { workflow: { ...workflow, calls: [] } }, ['charge'], 'fail pass', /no ARN/],
    ],
  ],
  [
    'toLogExecutions',
    toLogExecutions,
    [
      ['on', { executionLogs }, [], 'pass fail'],
      [
        'off',
        { executionLogs: { ...executionLogs, enabled: false, level: 'OFF' } },
        [],
        'fail pass',
        /off \(level OFF\)/,
      ],
      ['the level', { executionLogs }, [{ level: 'all' }], 'pass fail'],
      ['another level', { executionLogs }, [{ level: 'ERROR' }], 'fail pass', /level ERROR.*level ALL/],
      ['the group', { executionLogs }, [{ to: 'orders' }], 'pass fail'],
      ['another group', { executionLogs }, [{ to: 'users' }], 'fail pass', /to users/],
    ],
  ],
];

describe.each(rows)('%s', (_name, definition, cases) => table(definition, cases));

test('a role by its handle', async () => {
  const source = new FakeSource({
    subject: { executionRole: { arn: roleArn } },
    role: { identity: { id: 'orders', arn: roleArn } },
    other: { identity: { id: 'users', arn: 'arn:aws:iam::111122223333:role/users' } },
  });
  expect(await verdict(toHaveRole, source.one('subject'), [source.one('role')])).toMatchObject({ outcome: 'pass' });
  expect(await verdict(toHaveRole, source.one('subject'), [source.one('other')])).toMatchObject({ outcome: 'fail' });
  expect(await verdict(toHaveRole, source.one('subject'), [source.absent('RoleArn')])).toMatchObject({
    outcome: 'not deployed',
  });
});
