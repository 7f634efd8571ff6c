import { Ledger, type LedgerEntry } from '../../src/aws/ledger';
import { LiveAccount } from '../../src/aws/live-account';
import type { SdkOutput } from '../../src/aws/sdk-client';
import { typesOfCatalog } from '../../src/catalog';
import { type Target, typesByName } from '../../src/engine/resource';
import type { FacetName, Facets } from '../../src/facets';
import { answerAll, type Request } from '../resources/exchange';

/** What a resource answered, and which calls that took. */
export interface Replayed<Name extends FacetName> {
  value: Facets[Name];
  calls: LedgerEntry[];
}

const catalog = typesOfCatalog();

/** Answers that depend on the time of asking are asked for at the same time. */
const now = new Date('2026-03-01T12:00:00Z').getTime();

/**
 * Asks a resource for a facet, with AWS answering as told.
 *
 * @param answer gives the output of a request, or throws what the SDK would throw.
 */
export async function replay<Name extends FacetName>(
  { type, id }: { type: string; id: string },
  facet: Name,
  answer: (request: Request) => SdkOutput,
): Promise<Replayed<Name>> {
  jest.spyOn(Date, 'now').mockReturnValue(now);
  answerAll(async (request) => (request.operation === 'GetCallerIdentity' ? caller : answer(request)));
  const ledger = new Ledger();
  const account = new LiveAccount(typesByName(catalog), { region: 'eu-west-1', maxAttempts: 1 }, ledger);
  const target: Target = { type, id, identifier: 'name', value: id, region: 'eu-west-1' };
  try {
    const { value } = await account.facet(target, facet);
    return { value, calls: ledger.entries.filter(({ service }) => service !== 'sts') };
  } finally {
    account.destroy();
    jest.restoreAllMocks();
  }
}

const caller = { Account: '123456789012' };
