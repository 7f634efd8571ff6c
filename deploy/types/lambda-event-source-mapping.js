// @ts-check

const { textAt, valueAt } = require('../aws.js');
const { tagMap } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::Lambda::EventSourceMapping',
  create: async ({ Tags, ...create }, aws) => {
    const created = await aws.call('lambda', 'CreateEventSourceMapping', { ...create, Tags: tagMap(Tags) });
    const UUID = textAt(created, 'UUID');
    const answer = await aws.until(
      () => aws.call('lambda', 'GetEventSourceMapping', { UUID }),
      ({ State }) => State === 'Enabled' || State === 'Disabled',
    );
    return {
      physicalId: UUID,
      attributes: { Id: UUID, EventSourceMappingArn: valueAt(answer, 'EventSourceMappingArn') },
    };
  },
};
