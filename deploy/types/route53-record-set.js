// @ts-check

const { number, texts } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::Route53::RecordSet',
  create: async ({ HostedZoneId, ResourceRecords, TTL, ...record }, aws) => {
    const ResourceRecordSet = {
      ...record,
      TTL: number(TTL),
      ResourceRecords: ResourceRecords && texts(ResourceRecords).map((Value) => ({ Value })),
    };
    const ChangeBatch = { Changes: [{ Action: 'CREATE', ResourceRecordSet }] };
    await aws.call('route-53', 'ChangeResourceRecordSets', { HostedZoneId, ChangeBatch });
    return { physicalId: String(record.Name) };
  },
};
