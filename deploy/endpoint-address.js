// @ts-check

/**
 * The host name of a database or cache. Where a server has none to offer but its own (`localhost`), this gives the one
 * AWS would give, so that outputs look as they do after a real deployment.
 *
 * @param {unknown} address what the server answered
 * @param {string} label what AWS writes before the service's name, such as `orders.c9akciq32rgx`
 * @param {string} service such as `rds`
 * @param {string} region
 */
function endpointAddress(address, label, service, region) {
  if (typeof address === 'string' && address.endsWith('.amazonaws.com')) return address;
  return `${label}.${region}.${service}.amazonaws.com`;
}

module.exports = { endpointAddress };
