import { ref, sub } from '../../../../deploy';
import type { Topic } from '../row';

const endpoint = (service: string) => ({
  type: 'AWS::EC2::VPCEndpoint',
  properties: {
    VpcId: ref('Vpc'),
    ServiceName: sub(`com.amazonaws.\${AWS::Region}.${service}`),
    VpcEndpointType: 'Gateway',
  },
});
const outputs = { StoreVpcEndpointId: ref('StoreEndpoint') };

/** A VPC endpoint. */
export const boundary: Topic = {
  on: ['ministack'],
  healthy: { resources: { StoreEndpoint: endpoint('s3') }, outputs },
  broken: { resources: { StoreEndpoint: endpoint('dynamodb') }, outputs },
};
