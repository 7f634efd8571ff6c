import type { LogGroup } from '@aws-sdk/client-cloudwatch-logs';
import type { logs } from '../../aws/sdk';
import type { Sdk } from '../../engine/aws';
import type { ActDeclaration } from '../../engine/resource';
import { told } from '../../engine/unjudged';

type Package = typeof logs extends Sdk<infer Used> ? Used : never;

const pagesAtMost = 20;

/**
 * Looks for events of a log group. The words are compared where the test runs: the filter of CloudWatch Logs cuts texts
 * into terms, and would miss parts of words.
 */
export const findLogEvents: ActDeclaration<Package, LogGroup, 'find'> = {
  calls: ['logs:FilterLogEvents'],
  perform: async (group, aws, { since }) => {
    const logGroupName = told(group.logGroupName, 'logGroups[].logGroupName');
    const startTime = Date.parse(since);
    const things: { id: string; text: string }[] = [];
    let nextToken: string | undefined;
    for (let pages = 0; pages < pagesAtMost; pages += 1) {
      const page = await aws.act('FilterLogEvents', { logGroupName, startTime, ...(nextToken && { nextToken }) });
      for (const event of told(page.events, 'events')) {
        const text = event.message ?? '';
        // Not every server numbers its events.
        things.push({ id: [event.eventId, event.logStreamName, event.timestamp, text].join(' '), text });
      }
      ({ nextToken } = page);
      if (!nextToken) return { things, complete: true };
    }
    return { things, complete: false };
  },
};
