// @ts-check

/**
 * @param {string} resourceType such as `vpc`
 * @param {unknown} tags `[{ Key, Value }]`
 */
function tagSpecifications(resourceType, tags) {
  return tags === undefined ? undefined : [{ ResourceType: resourceType, Tags: tags }];
}

module.exports = { tagSpecifications };
