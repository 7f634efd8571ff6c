// @ts-check

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::EC2::Route',
  create: async (properties, aws) => {
    await aws.call('ec2', 'CreateRoute', properties);
    const destination = properties.DestinationCidrBlock ?? properties.DestinationIpv6CidrBlock;
    return { physicalId: `${properties.RouteTableId}|${destination}` };
  },
};
