/** The five systems that the product is proven on. The demo is no such system. */
export const five = [
  'fedramp-monitoring',
  'healthcare-pipeline',
  'trading-api',
  'transaction-processing',
  'zero-trust-processing',
];
