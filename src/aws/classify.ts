import type { UnjudgedData } from '../engine/unjudged';
import type { Cause } from '../engine/verdict';
import type { CallSite } from './call-site';
import { AssumeRoleError } from './credentials';
import { BrokenAnswer } from './empty-answer';
import { networkFailure } from './network-failure';
import { isFrameworkPage, saysNotImplemented } from './not-implemented';
import { describe, lacking } from './reasons';
import { isParseFailure, readSdkError, type SdkError } from './sdk-error';

const causes: { cause: Cause; codes: string[] }[] = [
  {
    cause: 'expired credentials',
    codes: ['ExpiredToken', 'ExpiredTokenException', 'RequestExpired', 'TokenRefreshRequired', 'ExpiredTokenError'],
  },
  {
    cause: 'wrong credentials',
    codes: [
      'AuthFailure',
      'IncompleteSignature',
      'IncompleteSignatureException',
      'InvalidAccessKeyId',
      'InvalidClientTokenId',
      'InvalidSignatureException',
      'InvalidToken',
      'MissingAuthenticationToken',
      'MissingAuthenticationTokenException',
      'NotSignedUp',
      'SignatureDoesNotMatch',
      'UnrecognizedClientException',
    ],
  },
  {
    cause: 'access denied',
    codes: [
      'AccessDenied',
      'AccessDeniedException',
      'AllAccessDisabled',
      'AuthorizationError',
      'AuthorizationErrorException',
      'Forbidden',
      'KMSAccessDeniedException',
      'NotAuthorized',
      'UnauthorizedAccess',
      'UnauthorizedException',
      'UnauthorizedOperation',
    ],
  },
  {
    cause: 'wrong region',
    codes: [
      'AuthorizationHeaderMalformed',
      'IllegalLocationConstraintException',
      'OptInRequired',
      'PermanentRedirect',
      'RegionDisabledException',
      'UnsupportedRegionException',
    ],
  },
  {
    cause: 'throttled',
    codes: [
      'BandwidthLimitExceeded',
      'EC2ThrottledException',
      'PriorRequestNotComplete',
      'ProvisionedThroughputExceededException',
      'RequestLimitExceeded',
      'RequestThrottled',
      'RequestThrottledException',
      'SlowDown',
      'ThrottledException',
      'Throttling',
      'ThrottlingException',
      'TooManyRequests',
      'TooManyRequestsException',
    ],
  },
  { cause: 'timed out', codes: ['RequestTimeout', 'RequestTimeoutException', 'AbortError', 'DeadlineError'] },
  {
    cause: 'no credentials',
    codes: ['CredentialsProviderError', 'ProviderError', 'TokenProviderError', 'CredentialsError'],
  },
];

const refusedByTheSdk = ['InvalidBucketName', 'EndpointError'];

/** How a failed call is judged. */
export interface Classified {
  data: UnjudgedData;
  error: SdkError;
  /**
   * `page` for moto's page, which means "not implemented", and `bare 404` for a HEAD without any sign of AWS, which means
   * "not found": both only where the server is known to speak AWS, for any web server sends them.
   */
  doubt?: 'page' | 'bare 404';
}

/**
 * Says why a call has no answer.
 *
 * @returns `undefined` for an error that is neither of AWS nor of the way to it, and so is a fault of a program.
 */
export function classify(thrown: unknown, site: CallSite): Classified | undefined {
  if (thrown instanceof AssumeRoleError) return assumeRole(thrown, site);
  const error = readSdkError(thrown);
  if (site.endpoint && saysNotImplemented(error)) return { data: lacking(error, site), error };
  const cause = causeOf(thrown, error);
  if (!cause) return undefined;
  return { data: describe(cause, error, site), error, doubt: doubtOf(error, site) };
}

function doubtOf(error: SdkError, { endpoint }: CallSite): Classified['doubt'] {
  if (error.status === 404 && error.isBare) return 'bare 404';
  return endpoint !== undefined && isFrameworkPage(error) ? 'page' : undefined;
}

function causeOf(thrown: unknown, error: SdkError): Cause | undefined {
  const { code, message, status } = error;
  if (thrown instanceof BrokenAnswer) return 'broken answer';
  if (status === 429) return 'throttled';
  if (/\b(token|session)\b.*\b(is|has) expired\b/i.test(message)) return 'expired credentials';
  const listed = causes.find(({ codes }) => codes.includes(code))?.cause;
  if (listed) return listed;
  const network = networkFailure(error);
  if (network) return network.cause;
  if (/^(credentials? is missing|.*could not load credentials)/i.test(message)) return 'no credentials';
  if (/^region is missing/i.test(message)) return 'wrong region';
  if (status === undefined)
    return refusedByTheSdk.includes(code) || /HTTP label/.test(message) ? 'request refused' : undefined;
  if (status >= 500) return 'server error';
  if (status < 400) return status === 301 || status === 307 ? 'wrong region' : 'broken answer';
  if (isParseFailure(code)) return status === 401 || status === 403 ? 'access denied' : 'broken answer';
  return 'request refused';
}

function assumeRole(thrown: AssumeRoleError, site: CallSite): Classified | undefined {
  const inner = classify(thrown.cause, { ...site, service: 'sts', operation: 'AssumeRole' });
  if (!inner) return undefined;
  const reason = `the role ${thrown.roleArn} could not be assumed: ${inner.data.reason}`;
  return { error: inner.error, data: { ...inner.data, reason } };
}
