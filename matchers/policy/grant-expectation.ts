import { argument, flag, isRecord, isRefusal, oneOrMany, optional, refuse, text } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import type { ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { isResourceLike, resourceLike } from '../../src/engine/resource-like';
import { parseService, type ServiceName } from './service-principal';

/** Which service must be granted what. */
export interface GrantExpectation {
  /** `logs`, `logs.amazonaws.com` or `logs.eu-west-1.amazonaws.com`. */
  service: string;
  /** Actions such as `kms:Decrypt`, `Decrypt` or `kms:GenerateDataKey*`; what the service usually needs when left out. */
  actions?: string | string[];
  /**
   * Encryption context for which the grant must hold. For CloudWatch Logs: the log group as a handle, an ARN, a name, or a
   * pattern (`/aws/lambda/*`) all of which must be covered. For other services: the context as an object.
   */
  encryptionContext?: ResourceLike | Record<string, string>;
  /** The resource on whose behalf the service acts (`aws:SourceArn`), as a handle or an ARN. */
  source?: ResourceLike;
  /** Whether every grant must be confined by a condition on encryption context, source or account. */
  strict?: boolean;
}

/** The same, read. */
export interface ExpectedGrant {
  service: ServiceName;
  actions?: string[];
  encryptionContext?: ResourceLike | Record<string, string>;
  source?: ResourceLike;
  strict?: boolean;
}

const service = argument<string, ServiceName>("a service such as 'logs' or 'logs.eu-west-1.amazonaws.com'", (given) =>
  typeof given === 'string' ? parseService(given) : undefined,
);

const context = argument<ResourceLike | Record<string, string>>(
  'a log group (handle, ARN, name or pattern), or the context as an object',
  (given) => {
    if (isResourceLike(given)) return given;
    if (!isRecord(given)) return undefined;
    const values = Object.values(given);
    const texts = values.length > 0 && values.every((value) => typeof value === 'string' && value !== '');
    return texts ? (given as Record<string, string>) : undefined;
  },
);

const grant = options<ExpectedGrant>({
  service,
  actions: optional(oneOrMany(text)),
  encryptionContext: optional(context),
  source: optional(resourceLike),
  strict: optional(flag),
});

/** A service, or an object that says what it must be granted. */
export const expectedGrant = argument<string | GrantExpectation, ExpectedGrant>(
  `${service.takes}, or ${grant.takes}`,
  (given) => {
    if (!isRecord(given) || isHandle(given)) {
      const name = service.read(given);
      return isRefusal(name) ? name : { service: name };
    }
    const read = grant.read(given);
    if (isRefusal(read)) return read;
    return read.service.name !== 'logs' && isResourceLike(read.encryptionContext)
      ? refuse('only CloudWatch Logs has a log group for its encryption context; write the context as an object')
      : read;
  },
);
