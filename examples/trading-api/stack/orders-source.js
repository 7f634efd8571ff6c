// @ts-check

/** Source of the function: takes orders, and tells what became of them. */
const ordersSource = `
const { DynamoDBClient, GetItemCommand, PutItemCommand } = require('@aws-sdk/client-dynamodb');
const { randomUUID } = require('node:crypto');

const dynamodb = new DynamoDBClient({});
const sevenYearsInSeconds = 7 * 365 * 86400;

const answer = (statusCode, body) => ({
  statusCode,
  headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
  body: JSON.stringify(body),
});

async function place(order) {
  if (!order.symbol || !['buy', 'sell'].includes(order.side) || !(order.quantity > 0)) {
    return answer(400, { message: 'an order has a symbol, a side (buy or sell) and a quantity' });
  }
  const orderId = order.orderId ?? randomUUID();
  const now = new Date();
  await dynamodb.send(new PutItemCommand({
    TableName: process.env.ORDERS_TABLE,
    Item: {
      orderId: { S: orderId },
      accountId: { S: order.accountId ?? 'unknown' },
      symbol: { S: order.symbol },
      side: { S: order.side },
      quantity: { N: String(order.quantity) },
      status: { S: 'ACCEPTED' },
      placedAt: { S: now.toISOString() },
      expiresAt: { N: String(Math.floor(now.getTime() / 1000) + sevenYearsInSeconds) },
    },
  }));
  console.log(JSON.stringify({ level: 'INFO', event: 'order accepted', orderId }));
  return answer(201, { orderId, status: 'ACCEPTED' });
}

async function find(orderId) {
  const { Item } = await dynamodb.send(new GetItemCommand({
    TableName: process.env.ORDERS_TABLE,
    Key: { orderId: { S: orderId } },
  }));
  if (!Item) return answer(404, { message: 'no such order' });
  return answer(200, { orderId, symbol: Item.symbol.S, side: Item.side.S, status: Item.status.S });
}

exports.handler = async ({ httpMethod, path = '', body, pathParameters }) => {
  if (httpMethod === 'GET' && path.endsWith('/health')) {
    return answer(200, { status: 'ok', environment: process.env.ENVIRONMENT });
  }
  if (httpMethod === 'POST') return place(JSON.parse(body || '{}'));
  if (httpMethod === 'GET' && pathParameters?.orderId) return find(pathParameters.orderId);
  return answer(404, { message: 'no such resource' });
};
`;

module.exports = { ordersSource };
