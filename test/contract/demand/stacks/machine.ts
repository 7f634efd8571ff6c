import { PutScalingPolicyCommand } from '@aws-sdk/client-auto-scaling';
import { ref } from '../../../../deploy';
import { policy } from '../../../live/declarations';
import type { Topic } from '../row';

const image = 'ami-12c6146b';
const role = {
  type: 'AWS::IAM::Role',
  properties: {
    AssumeRolePolicyDocument: policy({
      Effect: 'Allow',
      Principal: { Service: 'ec2.amazonaws.com' },
      Action: 'sts:AssumeRole',
    }),
  },
};
const template = (LaunchTemplateData: object) => ({
  type: 'AWS::EC2::LaunchTemplate',
  properties: { LaunchTemplateData: { ImageId: image, ...LaunchTemplateData } },
});
const group = (size: number, template: string, subnets: string[]) => ({
  type: 'AWS::AutoScaling::AutoScalingGroup',
  properties: {
    MinSize: String(size),
    MaxSize: String(size + 2),
    DesiredCapacity: String(size),
    LaunchTemplate: { LaunchTemplateId: ref(template), Version: ref(`${template}.LatestVersionNumber`) },
    VPCZoneIdentifier: subnets.map((subnet) => ref(subnet)),
  },
});
const outputs = {
  MachineRoleName: ref('MachineRole'),
  MachineInstanceProfileName: ref('MachineInstanceProfile'),
  MachineInstanceId: ref('Machine'),
  MachineLaunchTemplateId: ref('MachineTemplate'),
  MachineAutoScalingGroupName: ref('MachineGroup'),
  IdleAutoScalingGroupName: ref('IdleGroup'),
};

/** Instances with their profile, a launch template and an Auto Scaling group. */
export const machine: Topic = {
  on: ['moto'],
  healthy: {
    resources: {
      MachineRole: role,
      MachineInstanceProfile: { type: 'AWS::IAM::InstanceProfile', properties: { Roles: [ref('MachineRole')] } },
      Machine: {
        type: 'AWS::EC2::Instance',
        properties: {
          ImageId: image,
          InstanceType: 't3.micro',
          SubnetId: ref('PublicSubnet'),
          IamInstanceProfile: ref('MachineInstanceProfile'),
          BlockDeviceMappings: [
            { DeviceName: '/dev/sda1', Ebs: { VolumeSize: 8, Encrypted: true, KmsKeyId: ref('DataKey.Arn') } },
          ],
        },
      },
      MachineTemplate: template({ InstanceType: 't3.micro', MetadataOptions: { HttpTokens: 'required' } }),
      MachineGroup: group(2, 'MachineTemplate', ['PrivateSubnetA', 'PrivateSubnetB']),
      // A group at rest tells the zones it may use; one at work tells those of its instances, which servers put into one.
      IdleGroup: group(0, 'MachineTemplate', ['PrivateSubnetA', 'PrivateSubnetB']),
    },
    outputs,
  },
  broken: {
    resources: {
      MachineRole: role,
      MachineInstanceProfile: { type: 'AWS::IAM::InstanceProfile', properties: { Roles: [] } },
      Machine: {
        type: 'AWS::EC2::Instance',
        properties: {
          ImageId: image,
          InstanceType: 't3.micro',
          SubnetId: ref('PrivateSubnetA'),
          BlockDeviceMappings: [{ DeviceName: '/dev/sda1', Ebs: { VolumeSize: 8, Encrypted: false } }],
        },
      },
      MachineTemplate: template({ InstanceType: 'm5.large', MetadataOptions: { HttpTokens: 'optional' } }),
      OtherTemplate: template({ InstanceType: 'm5.large' }),
      MachineGroup: group(0, 'OtherTemplate', ['PrivateSubnetA']),
      IdleGroup: group(0, 'OtherTemplate', ['PublicSubnet']),
    },
    outputs,
  },
  afterwards: (healthy) =>
    healthy.client('auto-scaling').send(
      new PutScalingPolicyCommand({
        AutoScalingGroupName: String(healthy.outputs.MachineAutoScalingGroupName),
        PolicyName: 'cpu',
        PolicyType: 'TargetTrackingScaling',
        TargetTrackingConfiguration: {
          PredefinedMetricSpecification: { PredefinedMetricType: 'ASGAverageCPUUtilization' },
          TargetValue: 60,
        },
      }),
    ),
};
