import type { Pluggable } from './sdk-client';

const reading = /^(Get|List|Describe|Head|BatchGet|Lookup|Simulate|Validate|Search)[A-Z]/;

/** Reads that go by other verbs. */
const alsoReads = new Set([
  'BatchCheckLayerAvailability',
  'BatchDescribeTypeConfigurations',
  'FilterLogEvents',
  'SelectResourceConfig',
  'TestEventPattern',
  'TestMetricFilter',
]);

/** Operations that sound like reads and hand out credentials, write, or send something. */
const notReads = new Set([
  'GetAccessToken',
  'GetActivityTask',
  'GetAuthorizationToken',
  'GetClientToken',
  'GetClusterCredentials',
  'GetClusterCredentialsWithIAM',
  'GetCredentialsForIdentity',
  'GetDelegatedAccessToken',
  'GetFederationToken',
  'GetId',
  'GetIdentityCenterAuthToken',
  'GetOpenIdToken',
  'GetOpenIdTokenForDeveloperIdentity',
  'GetParametersForImport',
  'GetPasswordData',
  'GetSessionToken',
  'GetTokensFromRefreshToken',
  'GetUserAttributeVerificationCode',
  'GetWebIdentityToken',
]);

/** A call was about to do more than read. */
export class ReadOnlyError extends Error {
  override readonly name = 'ReadOnlyError';
}

/** Whether an operation only reads. */
export function isRead(operation: string): boolean {
  return (reading.test(operation) && !notReads.has(operation)) || alsoReads.has(operation);
}

const permitted = new WeakSet<object>();

/** Lets one command through although it does more than read. */
export function permit(command: object): void {
  permitted.add(command);
}

/**
 * Refuses everything but reads before anything is sent.
 *
 * @throws {ReadOnlyError} naming the operation.
 */
export function refuseActs(prefix: string, operation: string): void {
  if (isRead(operation)) return;
  throw new ReadOnlyError(
    `stackproof only reads, and ${prefix}:${operation} may change something or hand out credentials, so it was not called. ` +
      'Read with a Get, List, Describe, Head or BatchGet operation; acts need allowActs and are asked for by name.',
  );
}

/** The same as a middleware of every client, ahead of all others. */
export function readOnlyGuard(prefix: string): Pluggable {
  return {
    applyToStack: (stack) => {
      stack.add(
        (next, context) => async (command) => {
          // The first middleware is handed the command itself.
          if (!permitted.has(command)) refuseActs(prefix, (context.commandName ?? '').replace(/Command$/, ''));
          return next(command);
        },
        { step: 'initialize', priority: 'high', name: 'stackproofReadOnlyGuard' },
      );
    },
  };
}
