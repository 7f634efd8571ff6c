import { StopInstancesCommand } from '@aws-sdk/client-ec2';
import { ref } from '../../../../deploy';
import type { Topic } from '../row';

const image = 'ami-12c6146b';
const outputs = { ShopInstanceId: ref('ShopInstance'), ShopScalingGroupName: ref('ShopScalingGroup') };
const launchTemplate = {
  type: 'AWS::EC2::LaunchTemplate',
  properties: { LaunchTemplateData: { ImageId: image, InstanceType: 't3.small' } },
};
const LaunchTemplate = {
  LaunchTemplateId: ref('ShopLaunchTemplate'),
  Version: ref('ShopLaunchTemplate.LatestVersionNumber'),
};

/** EC2 instances and Auto Scaling groups; the broken instance is stopped. */
export const shopMachines: Topic = {
  on: ['ministack', 'moto'],
  healthy: {
    resources: {
      ShopInstance: {
        type: 'AWS::EC2::Instance',
        properties: {
          ImageId: image,
          InstanceType: 't3.small',
          SubnetId: ref('BackSubnetA'),
          SecurityGroupIds: [ref('StoreSecurityGroup')],
        },
      },
      ShopLaunchTemplate: launchTemplate,
      ShopScalingGroup: {
        type: 'AWS::AutoScaling::AutoScalingGroup',
        properties: {
          MinSize: '2',
          MaxSize: '6',
          DesiredCapacity: '2',
          HealthCheckType: 'ELB',
          HealthCheckGracePeriod: 300,
          LaunchTemplate,
          VPCZoneIdentifier: [ref('BackSubnetA'), ref('BackSubnetB')],
        },
      },
    },
    outputs,
  },
  broken: {
    resources: {
      ShopInstance: {
        type: 'AWS::EC2::Instance',
        properties: {
          ImageId: image,
          InstanceType: 'm5.large',
          SubnetId: ref('FrontSubnetA'),
          SecurityGroupIds: [ref('WebSecurityGroup')],
        },
      },
      ShopLaunchTemplate: launchTemplate,
      ShopScalingGroup: {
        type: 'AWS::AutoScaling::AutoScalingGroup',
        properties: {
          MinSize: '0',
          MaxSize: '1',
          DesiredCapacity: '0',
          HealthCheckType: 'EC2',
          HealthCheckGracePeriod: 0,
          LaunchTemplate,
          VPCZoneIdentifier: [ref('FrontSubnetA')],
        },
      },
    },
    outputs,
  },
  afterwards: (_healthy, broken) =>
    broken.client('ec2').send(new StopInstancesCommand({ InstanceIds: [String(broken.outputs.ShopInstanceId)] })),
};
