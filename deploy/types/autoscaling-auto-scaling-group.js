// @ts-check

const { textAt } = require('../aws.js');
const { number, objects, texts } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::AutoScaling::AutoScalingGroup',
  create: async (properties, aws) => {
    const {
      AutoScalingGroupName = aws.generatedName,
      Cooldown,
      DesiredCapacity,
      MaxSize,
      MetricsCollection,
      MinSize,
      Tags,
      VPCZoneIdentifier,
      ...create
    } = properties;
    await aws.call('auto-scaling', 'CreateAutoScalingGroup', {
      ...create,
      AutoScalingGroupName,
      DefaultCooldown: number(Cooldown),
      DesiredCapacity: number(DesiredCapacity),
      MaxSize: number(MaxSize),
      MinSize: number(MinSize),
      VPCZoneIdentifier: VPCZoneIdentifier === undefined ? undefined : texts(VPCZoneIdentifier).join(','),
      Tags: objects(Tags).map((tag) => ({
        ...tag,
        ResourceId: AutoScalingGroupName,
        ResourceType: 'auto-scaling-group',
      })),
    });
    for (const metrics of objects(MetricsCollection)) {
      await aws.call('auto-scaling', 'EnableMetricsCollection', { AutoScalingGroupName, ...metrics });
    }
    const answer = await aws.call('auto-scaling', 'DescribeAutoScalingGroups', {
      AutoScalingGroupNames: [AutoScalingGroupName],
    });
    return {
      physicalId: String(AutoScalingGroupName),
      attributes: { AutoScalingGroupARN: textAt(answer, 'AutoScalingGroups.0.AutoScalingGroupARN') },
    };
  },
};
