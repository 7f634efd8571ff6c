import type { FacetName, Facets } from '../facets';
import { notApplicable } from './unjudged';

/** Facets that follow from another one, so that no type has to declare both. */
interface Derivations {
  resourcePolicy: 'policyDocuments';
  listeners: 'listening' | 'servedCertificates';
  serviceEndpoint: 'listening';
  alternateNames: 'servedCertificates';
}

/** What a type answers besides the facets it declares. */
export type DerivedFacet<Name extends FacetName> = Name extends keyof Derivations ? Derivations[Name] : never;

/** A reader of a facet, as far as deriving is concerned. */
interface Reader {
  read(...given: unknown[]): unknown;
}

interface Derivation<From extends FacetName, To extends FacetName> {
  from: From;
  to: To;
  derive(value: Facets[From]): Facets[To];
}

/** The first one that a type's facets allow is taken. */
const derivations = [
  derivation('resourcePolicy', 'policyDocuments', (policy) => policy),
  derivation('listeners', 'listening', ({ listeners }) => ({
    ports: listeners.map(({ port, protocol }) => ({ port, protocol })),
  })),
  derivation('serviceEndpoint', 'listening', ({ port: told, address }) => {
    // An address that is a URL tells the port by its scheme.
    const port = told ?? (address?.startsWith('https://') ? 443 : undefined);
    if (port === undefined) throw notApplicable('AWS does not tell its port.');
    return { ports: [{ port, ...(address && { address }) }] };
  }),
  derivation('listeners', 'servedCertificates', ({ listeners }) => {
    const secure = listeners.filter(({ protocol }) => protocol === 'HTTPS' || protocol === 'TLS');
    if (secure.length === 0) throw notApplicable('no listener ends TLS (HTTPS or TLS)');
    return { arns: secure.flatMap(({ certificates }) => certificates) };
  }),
  derivation('alternateNames', 'servedCertificates', ({ certificateArn: arn }) => ({ arns: arn ? [arn] : [] })),
] as unknown as Derivation<FacetName, FacetName>[];

function derivation<From extends FacetName, To extends FacetName>(
  from: From,
  to: To,
  derive: (value: Facets[From]) => Facets[To],
): Derivation<From, To> {
  return { from, to, derive };
}

/** The facets of a type with those that follow from them. What a type declares itself stays. */
export function withDerived(declared: Record<string, Reader>): Record<string, Reader> {
  const all = { ...declared };
  for (const { from, to, derive } of derivations) {
    const reader = declared[from];
    if (!reader || to in all) continue;
    const read = async (...given: unknown[]) => derive((await reader.read(...given)) as Facets[FacetName]);
    all[to] = { ...reader, read };
  }
  return all;
}
