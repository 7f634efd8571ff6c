// @ts-check

const { textAt } = require('../aws.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::CertificateManager::Certificate',
  create: async (properties, aws) => {
    const answer = await aws.call('acm', 'RequestCertificate', properties);
    return { physicalId: textAt(answer, 'CertificateArn') };
  },
};
