import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { mockClient } from 'aws-sdk-client-mock';
import { Ledger } from '../../src/aws/ledger';
import { LiveAccount } from '../../src/aws/live-account';
import { type ResourceDefinition, type Target, typesByName } from '../../src/engine/resource';
import type { FacetName, Facets } from '../../src/facets';
import { Recorder } from './recorder';

const sts = mockClient(STSClient);

/**
 * Asks resources of one type as a matcher does. Each question goes to a new account, so that it never gets the cached
 * answer of the one before.
 *
 * @param type type of the resource that is asked.
 * @param catalog its definition and those of the resources it asks in turn.
 */
export function asking(type: string, catalog: readonly ResourceDefinition[]) {
  const recorder = Recorder.start(type);
  const target = (id: string): Target => ({ type, id, identifier: 'name', value: id, region: 'eu-west-1' });
  const account = () => {
    sts.on(GetCallerIdentityCommand).resolves({ Account: '123456789012' });
    return new LiveAccount(typesByName(catalog), { region: 'eu-west-1' }, new Ledger());
  };
  return {
    /** What the resource answers to one facet. */
    async ask<Name extends FacetName>(id: string, facet: Name): Promise<Facets[Name]> {
      const answer = async () => (await account().facet(target(id), facet)).value;
      return recorder ? recorder.keep(id, facet, answer) : answer();
    },
    async exists(id: string): Promise<boolean> {
      return (await account().facet(target(id), 'existence')).value.exists;
    },
  };
}
