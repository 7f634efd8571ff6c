import { optional } from '../../src/engine/argument';
import { defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { resourceLike } from '../../src/engine/resource-like';
import { wrongArgument } from '../../src/engine/unjudged';
import { refersTo } from '../reference/refers-to';

interface VpcFacts {
  vpcId?: string;
  names?: readonly string[];
}

export const toBeInVpc = defineMatcher({
  facet: 'networkPlacement',
  summary: 'is in the VPC',
  takes: [optional(resourceLike)],
  relate: async ({ vpcId }, ask, vpc?: ResourceLike): Promise<VpcFacts> => ({
    vpcId,
    names: vpc === undefined ? undefined : namesOfVpc(await ask.names(vpc)),
  }),
  check: ({ vpcId, names }: VpcFacts, vpc?: ResourceLike) => ({
    pass: vpcId !== undefined && (names === undefined || refersTo(vpcId, names)),
    expected: vpc === undefined ? 'in a VPC' : `in the VPC ${names?.find((name) => name.startsWith('vpc-')) ?? vpc}`,
    received: vpcId === undefined ? 'in no VPC' : `in the VPC ${vpcId}`,
  }),
});

function namesOfVpc(names: string[]): string[] {
  if (names.some((name) => /(^|\/)vpc-/.test(name))) return names;
  throw wrongArgument(`toBeInVpc takes a VPC; ${names.join(', ')} is none`, 'Give its handle, or its id (vpc-...).');
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the resource sits in this VPC, or in any when none is given.
     *
     * @param vpc the VPC as a handle, an id or an ARN.
     * @example await expect(fn).toBeInVpc(resource('VpcId'));
     */
    toBeInVpc: Method<T, 'networkPlacement', [vpc?: ResourceLike]>;
  }
}
