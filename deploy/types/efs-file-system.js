// @ts-check

const { textAt, valueAt } = require('../aws.js');
const { policyText } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::EFS::FileSystem',
  create: async (properties, aws) => {
    const { BackupPolicy, FileSystemPolicy, FileSystemTags, LifecyclePolicies, ...create } = properties;
    const answer = await aws.call('efs', 'CreateFileSystem', {
      ...create,
      CreationToken: aws.generatedName,
      Tags: FileSystemTags,
    });
    const FileSystemId = textAt(answer, 'FileSystemId');
    await aws.until(
      () => aws.call('efs', 'DescribeFileSystems', { FileSystemId }),
      (described) => valueAt(described, 'FileSystems.0.LifeCycleState') === 'available',
    );
    if (LifecyclePolicies !== undefined) {
      await aws.call('efs', 'PutLifecycleConfiguration', { FileSystemId, LifecyclePolicies });
    }
    if (BackupPolicy !== undefined) await aws.call('efs', 'PutBackupPolicy', { FileSystemId, BackupPolicy });
    if (FileSystemPolicy !== undefined) {
      await aws.call('efs', 'PutFileSystemPolicy', { FileSystemId, Policy: policyText(FileSystemPolicy) });
    }
    return { physicalId: FileSystemId, attributes: { FileSystemId, Arn: textAt(answer, 'FileSystemArn') } };
  },
};
