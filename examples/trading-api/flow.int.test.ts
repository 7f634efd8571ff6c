import { resource } from 'stackproof';

const stage = resource('api-stage-arn', 'AWS::ApiGateway::Stage');
const fn = resource('orders-function-arn', 'AWS::Lambda::Function');
const orders = resource('orders-table-name', 'AWS::DynamoDB::Table');

describe('an order', () => {
  test('can be placed as long as the API says that it is well', async () => {
    await expect(stage).toRespond({
      path: '/health',
      status: 200,
      containing: { status: 'ok', environment: 'dev' },
      latency: '15s',
    });
  });

  test('is in the table once it is accepted', async () => {
    await expect(fn).toReach(orders, {
      send: {
        httpMethod: 'POST',
        path: '/orders',
        body: '{ "orderId": "{marker}", "accountId": "flow-test", "symbol": "ACME", "side": "buy", "quantity": 1 }',
      },
      find: { key: { orderId: '{marker}' } },
    });
  });

  test('without a quantity is refused', async () => {
    await expect(fn).toInvokeSuccessfully({
      payload: { httpMethod: 'POST', path: '/orders', body: '{ "symbol": "ACME", "side": "buy" }' },
      returns: { statusCode: 400 },
    });
  });

  test('that nobody placed is not found', async () => {
    await expect(fn).toInvokeSuccessfully({
      payload: { httpMethod: 'GET', path: '/orders/none', pathParameters: { orderId: 'none' } },
      returns: { statusCode: 404 },
    });
  });
});
