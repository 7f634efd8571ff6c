// @ts-check

const { noMore } = require('./handler.js');

/**
 * A rule of a security group as `IpPermissions` of the EC2 API.
 *
 * @param {Record<string, unknown>} rule as in `SecurityGroupIngress` or `SecurityGroupEgress`
 * @returns {Record<string, unknown>[]}
 */
function ipPermissions(rule) {
  const {
    IpProtocol,
    FromPort,
    ToPort,
    CidrIp,
    CidrIpv6,
    SourceSecurityGroupId,
    DestinationSecurityGroupId,
    SourcePrefixListId,
    DestinationPrefixListId,
    Description,
    ...rest
  } = rule;
  noMore(rest);
  const GroupId = SourceSecurityGroupId ?? DestinationSecurityGroupId;
  const PrefixListId = SourcePrefixListId ?? DestinationPrefixListId;
  return [
    {
      IpProtocol: String(IpProtocol),
      FromPort,
      ToPort,
      IpRanges: CidrIp === undefined ? undefined : [{ CidrIp, Description }],
      Ipv6Ranges: CidrIpv6 === undefined ? undefined : [{ CidrIpv6, Description }],
      UserIdGroupPairs: GroupId === undefined ? undefined : [{ GroupId, Description }],
      PrefixListIds: PrefixListId === undefined ? undefined : [{ PrefixListId, Description }],
    },
  ];
}

module.exports = { ipPermissions };
