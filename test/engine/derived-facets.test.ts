import type { Sdk } from '../../src/engine/aws';
import { defineResource } from '../../src/engine/resource';
import type { AlternateNames, BalancerListener, FacetName, ServiceEndpoint } from '../../src/facets';

const sdk: Sdk<object> = { prefix: 'acme', package: 'acme', load: async () => ({}) };
const listener = (protocol: string, port: number, ...certificates: string[]): BalancerListener => ({
  arn: `arn:${port}`,
  protocol,
  port,
  certificates,
});

/** A type that declares one facet. */
function declaring(facets: Record<string, unknown>) {
  const readers = Object.entries(facets).map(([name, value]) => [
    name,
    { fields: `the field of ${name}`, reads: [`acme:Get${name}`], read: () => value },
  ]);
  return defineResource({
    type: 'Acme::Shop::Widget',
    label: 'widget',
    sdk,
    reads: ['acme:GetWidget'],
    facts: async () => ({}),
    facets: Object.fromEntries(readers),
  });
}

async function derived(facets: Record<string, unknown>, name: FacetName): Promise<unknown> {
  const reader = declaring(facets).facets[name as 'listening'];
  const read = reader?.read as (() => Promise<unknown>) | undefined;
  return read?.();
}

const endpoint: ServiceEndpoint = { address: 'db.example.com', port: 5432 };
const names: AlternateNames = { names: [], certificateArn: 'arn:cert' };
const listeners = { listeners: [listener('HTTP', 80), listener('HTTPS', 443, 'arn:cert')] };

test('the policy of a resource is one of its documents', async () => {
  const policy = { arn: 'arn', region: 'eu-west-1', account: '1', statements: [] };
  expect(await derived({ resourcePolicy: policy }, 'policyDocuments')).toEqual(policy);
});

test('ports come from listeners, or from the endpoint', async () => {
  const ports = [
    { port: 80, protocol: 'HTTP' },
    { port: 443, protocol: 'HTTPS' },
  ];
  expect(await derived({ serviceEndpoint: endpoint, listeners }, 'listening')).toEqual({ ports });
  expect(await derived({ serviceEndpoint: endpoint }, 'listening')).toEqual({
    ports: [{ port: 5432, address: 'db.example.com' }],
  });
  expect(await derived({ serviceEndpoint: { address: 'https://api.example.com' } }, 'listening')).toMatchObject({
    ports: [{ port: 443 }],
  });
  await expect(derived({ serviceEndpoint: { address: 'proxy' } }, 'listening')).rejects.toThrow(
    'AWS does not tell its port.',
  );
});

test('certificates come from secure listeners, or from a distribution', async () => {
  expect(await derived({ listeners }, 'servedCertificates')).toEqual({ arns: ['arn:cert'] });
  expect(await derived({ alternateNames: names }, 'servedCertificates')).toEqual({ arns: ['arn:cert'] });
  expect(await derived({ alternateNames: { names: [] } }, 'servedCertificates')).toEqual({ arns: [] });
  await expect(derived({ listeners: { listeners: [listener('HTTP', 80)] } }, 'servedCertificates')).rejects.toThrow(
    'no listener ends TLS',
  );
});

test('what follows is read as what it follows from, and what a type declares itself stays', () => {
  const { facets } = declaring({ serviceEndpoint: endpoint });
  expect(facets['listening' as 'identity']).toMatchObject({
    fields: 'the field of serviceEndpoint',
    reads: ['acme:GetserviceEndpoint'],
  });
  expect(Object.keys(declaring({ tags: {} }).facets)).toEqual(['tags']);
});

test('a type that declares the facet itself is not overruled', async () => {
  const own = { ports: [{ port: 1 }] };
  expect(await derived({ serviceEndpoint: endpoint, listening: own }, 'listening')).toEqual(own);
});
