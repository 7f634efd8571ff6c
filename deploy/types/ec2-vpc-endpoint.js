// @ts-check

const { textAt, valueAt } = require('../aws.js');
const { tagSpecifications } = require('../ec2-tags.js');
const { policyText } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::EC2::VPCEndpoint',
  create: async ({ PolicyDocument, Tags, ...create }, aws) => {
    const answer = await aws.call('ec2', 'CreateVpcEndpoint', {
      ...create,
      PolicyDocument: policyText(PolicyDocument),
      TagSpecifications: tagSpecifications('vpc-endpoint', Tags),
    });
    const Id = textAt(answer, 'VpcEndpoint.VpcEndpointId');
    return {
      physicalId: Id,
      attributes: { Id, DnsEntries: valueAt(answer, 'VpcEndpoint.DnsEntries') },
    };
  },
};
