// @ts-check

const { textAt, valueAt } = require('../aws.js');
const { objects } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::Route53::HostedZone',
  create: async ({ HostedZoneTags, VPCs, ...create }, aws) => {
    const [VPC, ...otherVpcs] = objects(VPCs);
    const answer = await aws.call('route-53', 'CreateHostedZone', {
      ...create,
      VPC,
      CallerReference: aws.generatedName,
    });
    const Id = textAt(answer, 'HostedZone.Id').replace('/hostedzone/', '');
    for (const other of otherVpcs) {
      await aws.call('route-53', 'AssociateVPCWithHostedZone', { HostedZoneId: Id, VPC: other });
    }
    if (HostedZoneTags !== undefined) {
      const tags = { ResourceType: 'hostedzone', ResourceId: Id, AddTags: HostedZoneTags };
      await aws.call('route-53', 'ChangeTagsForResource', tags);
    }
    return { physicalId: Id, attributes: { Id, NameServers: valueAt(answer, 'DelegationSet.NameServers') } };
  },
};
