import { optional } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import type { Attachments } from '../../src/facets';
import { refersTo } from '../reference/refers-to';

interface AttachmentFacts extends Attachments {
  names?: readonly string[];
}

export const toBeAttached = defineMatcher({
  facet: 'attachments',
  summary: 'is attached',
  takes: [optional(resourceLike)],
  relate: async ({ attachments }, ask, to?: ResourceLike): Promise<AttachmentFacts> => ({
    attachments,
    names: to === undefined ? undefined : await ask.names(to),
  }),
  check: ({ attachments, names }: AttachmentFacts, to?: ResourceLike) => {
    const meant = attachments.filter((each) => names === undefined || refersTo(each.to, names));
    const [waiting] = meant.filter(({ ready }) => !ready);
    const pass = meant.some(({ ready }) => ready);
    return {
      pass,
      expected: to === undefined ? 'attached' : `attached to ${to}`,
      received: attachments.map((each) => `attached to ${each.to} (${each.state})`).join(', ') || 'not attached',
      fault: !pass && waiting ? `the attachment to ${waiting.to} is ${waiting.state}` : undefined,
    };
  },
});

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the resource is attached to this other one, or to any when none is given: an internet gateway to its VPC,
     * a volume to an instance, an Elastic IP address to an instance or network interface, a flow log to what it records, a
     * transit gateway to VPCs, an Auto Scaling group to target groups, a target group or a listener to a load balancer.
     *
     * An attachment that is on its way in or out fails in both directions.
     *
     * @param to the other resource: a handle, an id, a name or an ARN.
     * @example await expect(gateway).toBeAttached(resource('VpcId'));
     */
    toBeAttached: Method<T, 'attachments', [to?: ResourceLike]>;
  }
}
