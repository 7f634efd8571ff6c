// @ts-check
const { ModifyDBInstanceCommand } = require('@aws-sdk/client-rds');
const { PutBucketEncryptionCommand } = require('@aws-sdk/client-s3');
const { AuthorizeSecurityGroupIngressCommand } = require('@aws-sdk/client-ec2');

/**
 * Does to the demo stack what people do to stacks by hand: Multi-AZ off, the bucket back to the default key, the
 * database's security group open to everybody.
 *
 * @param {import('../../deploy/deploy.js').Deployed} deployed
 */
async function breakStack({ client, outputs }) {
  await Promise.all([
    client('rds').send(
      new ModifyDBInstanceCommand({
        DBInstanceIdentifier: String(outputs.DatabaseInstanceIdentifier),
        MultiAZ: false,
        ApplyImmediately: true,
      }),
    ),
    client('s3').send(
      new PutBucketEncryptionCommand({
        Bucket: String(outputs.DataBucketName),
        ServerSideEncryptionConfiguration: {
          Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
      }),
    ),
    client('ec2').send(
      new AuthorizeSecurityGroupIngressCommand({
        GroupId: String(outputs.DatabaseSecurityGroupId),
        IpPermissions: [{ IpProtocol: 'tcp', FromPort: 5432, ToPort: 5432, IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
      }),
    ),
  ]);
}

module.exports = { breakStack };
