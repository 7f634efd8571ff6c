// @ts-check

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::EC2::VPCGatewayAttachment',
  create: async (properties, aws) => {
    await aws.call('ec2', 'AttachInternetGateway', properties);
    return { physicalId: `IGW|${properties.VpcId}` };
  },
};
