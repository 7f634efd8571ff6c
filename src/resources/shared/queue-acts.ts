import type { ActName, Json } from '../../acts';
import type { sqs } from '../../aws/sdk';
import { isRecord } from '../../engine/argument';
import type { ActingAws, Sdk } from '../../engine/aws';
import type { ActDeclaration } from '../../engine/resource';
import { told } from '../../engine/unjudged';
import { contentText, isRequest, textField } from './content';
import { messageAttributes } from './message-attributes';

type Package = typeof sqs extends Sdk<infer Used> ? Used : never;

/** What is known of a queue. */
interface QueueFacts {
  QueueUrl: string;
  Attributes: Readonly<Record<string, string | undefined>>;
}

type QueueAct<Name extends ActName> = ActDeclaration<Package, QueueFacts, Name>;

/** SQS gives ten messages at a time at the most. */
const batch = 10;
const batchesAtMost = 10;

/** Seconds for which messages are kept from others while one of them is looked for, to be removed. */
const holdInSeconds = 20;

/** Codes for a message that is not in our hands any more, or not there at all. */
const letGo = [
  'AWS.SimpleQueueService.MessageNotInflight',
  'MessageNotInflight',
  'ReceiptHandleIsInvalid',
  'InvalidParameterValue',
];

const deliver: QueueAct<'deliver'> = {
  calls: ['sqs:SendMessage'],
  perform: async ({ QueueUrl, Attributes }, aws, { content, marker }) => {
    const isFifo = Attributes.FifoQueue === 'true';
    const { MessageBody, ...more } = messageOf(content);
    const fifo = isFifo ? { MessageGroupId: marker, MessageDeduplicationId: marker } : {};
    const { MessageId } = await aws.act(
      'SendMessage',
      { QueueUrl, MessageBody, ...fifo, ...more },
      // The same deduplication id makes the same message of it.
      { idempotent: isFifo, undo: { what: 'the message that was sent', token: { body: MessageBody } } },
    );
    return { id: told(MessageId, 'MessageId') };
  },
};

const find: QueueAct<'find'> = {
  calls: ['sqs:ReceiveMessage'],
  perform: async ({ QueueUrl }, aws, search) => {
    const messages = await receive(aws, QueueUrl, search.holdInSeconds ?? holdInSeconds);
    return {
      things: messages.map(({ id, body, receipt }) => ({
        id,
        text: body,
        undo: { what: `message ${id}`, token: { receipt } },
      })),
      complete: true,
    };
  },
};

const remove: QueueAct<'remove'> = {
  calls: ['sqs:DeleteMessage', 'sqs:ReceiveMessage', 'sqs:ChangeMessageVisibility'],
  perform: async ({ QueueUrl }, aws, token) => {
    const { receipt, body } = isRecord(token) ? token : {};
    if (typeof receipt === 'string') await take(aws, QueueUrl, receipt);
    // A message that is not to be found was taken by whoever reads the queue, as it should.
    else await takeByBody(aws, QueueUrl, body);
    return {};
  },
};

const release: QueueAct<'release'> = {
  calls: ['sqs:ChangeMessageVisibility'],
  perform: async ({ QueueUrl }, aws, token) => {
    if (isRecord(token) && typeof token.receipt === 'string') await giveBack(aws, QueueUrl, token.receipt);
    return {};
  },
};

/** What can be done to a queue. */
export const queueActs = { deliver, find, remove, release };

interface Received {
  id: string;
  body: string;
  receipt: string;
}

/** Receives what is there, until a batch comes empty. */
async function receive(aws: ActingAws<Package>, QueueUrl: string, VisibilityTimeout: number): Promise<Received[]> {
  const all: Received[] = [];
  for (let batches = 0; batches < batchesAtMost; batches += 1) {
    const { Messages = [] } = await aws.act('ReceiveMessage', {
      QueueUrl,
      MaxNumberOfMessages: batch,
      VisibilityTimeout,
      // Without waiting SQS asks only some of its servers, and says that there is nothing.
      WaitTimeSeconds: batches === 0 ? 1 : 0,
    });
    all.push(
      ...Messages.map((message) => ({
        id: told(message.MessageId, 'Messages[].MessageId'),
        body: message.Body ?? '',
        receipt: told(message.ReceiptHandle, 'Messages[].ReceiptHandle'),
      })),
    );
    if (Messages.length < batch) break;
  }
  return all;
}

async function take(aws: ActingAws<Package>, QueueUrl: string, ReceiptHandle: string): Promise<void> {
  await aws.act('DeleteMessage', { QueueUrl, ReceiptHandle }, { idempotent: true });
}

async function giveBack(aws: ActingAws<Package>, QueueUrl: string, ReceiptHandle: string): Promise<void> {
  const input = { QueueUrl, ReceiptHandle, VisibilityTimeout: 0 };
  await aws.actOrAbsent(letGo, 'ChangeMessageVisibility', input, { idempotent: true });
}

async function takeByBody(aws: ActingAws<Package>, QueueUrl: string, body: unknown): Promise<void> {
  const received = await receive(aws, QueueUrl, holdInSeconds);
  for (const message of received) {
    if (message.body === body) await take(aws, QueueUrl, message.receipt);
    else await giveBack(aws, QueueUrl, message.receipt);
  }
}

function messageOf(content: Json) {
  const others = ['MessageAttributes', 'MessageGroupId', 'MessageDeduplicationId', 'DelaySeconds'];
  if (!isRequest(content, 'MessageBody', others)) return { MessageBody: contentText(content) };
  const { MessageBody = null, MessageAttributes, DelaySeconds } = content;
  return {
    MessageBody: contentText(MessageBody),
    ...(MessageAttributes !== undefined && { MessageAttributes: messageAttributes(MessageAttributes) }),
    ...(content.MessageGroupId !== undefined && { MessageGroupId: textField(content, 'MessageGroupId') }),
    ...(content.MessageDeduplicationId !== undefined && {
      MessageDeduplicationId: textField(content, 'MessageDeduplicationId'),
    }),
    ...(typeof DelaySeconds === 'number' && { DelaySeconds }),
  };
}
