// @ts-check

const { textAt, valueAt } = require('../aws.js');
const { tagSpecifications } = require('../ec2-tags.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::EC2::Instance',
  create: async (properties, aws) => {
    const { AvailabilityZone, IamInstanceProfile, Monitoring, Tags, Tenancy, ...run } = properties;
    const answer = await aws.call('ec2', 'RunInstances', {
      ...run,
      MinCount: 1,
      MaxCount: 1,
      IamInstanceProfile: IamInstanceProfile === undefined ? undefined : { Name: IamInstanceProfile },
      Monitoring: Monitoring === undefined ? undefined : { Enabled: Monitoring },
      Placement: AvailabilityZone === undefined && Tenancy === undefined ? undefined : { AvailabilityZone, Tenancy },
      TagSpecifications: tagSpecifications('instance', Tags),
    });
    const InstanceId = textAt(answer, 'Instances.0.InstanceId');
    const described = await aws.until(
      () => aws.call('ec2', 'DescribeInstances', { InstanceIds: [InstanceId] }),
      (state) => valueAt(state, 'Reservations.0.Instances.0.State.Name') === 'running',
    );
    const instance = valueAt(described, 'Reservations.0.Instances.0');
    return {
      physicalId: InstanceId,
      attributes: {
        InstanceId,
        AvailabilityZone: valueAt(instance, 'Placement.AvailabilityZone'),
        PrivateDnsName: valueAt(instance, 'PrivateDnsName'),
        PrivateIp: valueAt(instance, 'PrivateIpAddress'),
        PublicDnsName: valueAt(instance, 'PublicDnsName'),
        PublicIp: valueAt(instance, 'PublicIpAddress'),
      },
    };
  },
};
