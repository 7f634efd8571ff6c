// @ts-check

const { textAt } = require('../aws.js');
const { object } = require('../handler.js');

/** @type {import('../handler.js').ResourceHandler} */
module.exports = {
  type: 'AWS::SecretsManager::Secret',
  create: async (properties, aws) => {
    const { Name = aws.generatedName, GenerateSecretString, SecretString, ReplicaRegions, ...create } = properties;
    const answer = await aws.call('secrets-manager', 'CreateSecret', {
      ...create,
      Name,
      SecretString: GenerateSecretString ? await generate(object(GenerateSecretString), aws) : SecretString,
      AddReplicaRegions: ReplicaRegions,
    });
    const Id = textAt(answer, 'ARN');
    return { physicalId: Id, attributes: { Id } };
  },
};

/** @param {Record<string, unknown>} options @param {import('../handler.js').Context} aws */
async function generate({ SecretStringTemplate, GenerateStringKey, ...password }, aws) {
  const answer = await aws.call('secrets-manager', 'GetRandomPassword', password);
  const generated = textAt(answer, 'RandomPassword');
  if (GenerateStringKey === undefined) return generated;
  const template = JSON.parse(String(SecretStringTemplate ?? '{}'));
  return JSON.stringify({ ...template, [String(GenerateStringKey)]: generated });
}
