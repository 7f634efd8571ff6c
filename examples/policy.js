// @ts-check

/**
 * A policy document as the APIs take it.
 *
 * @param {...object} statements
 */
function policy(...statements) {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

module.exports = { policy };
