import { type UnjudgedData, undetermined } from '../engine/unjudged';
import type { Cause } from '../engine/verdict';
import { actionOf, type CallSite, nameOf, ownerOf, placeOf } from './call-site';
import { networkFailure } from './network-failure';
import { isParseFailure, type SdkError } from './sdk-error';

/** What is wrong, where, and what to do next: the text for every cause. */
export function describe(cause: Cause, error: SdkError, site: CallSite): UnjudgedData {
  const call = nameOf(site);
  const place = placeOf(site);
  const action = actionOf(site);
  const tries = error.attempts === 1 ? '1 attempt' : `${error.attempts} attempts`;
  const of = (reason: string, advice: string, more: { action?: string } = {}): UnjudgedData =>
    undetermined(cause, reason, { advice, code: error.codes[0], ...more }).data;
  switch (cause) {
    case 'access denied':
      return of(
        `AWS denied ${action} ${place} to ${ownerOf(site)}: ${quote(error)}`,
        /explicit deny/i.test(error.message)
          ? `A policy denies ${action} explicitly: look at the role's policies, its permissions boundary, the resource's policy and the organization's service control policies.`
          : `Allow ${action} for the role or user that runs the tests.`,
        { action },
      );
    case 'expired credentials':
      return of(
        `${call} was refused ${place} because the credentials have expired: ${quote(error)}`,
        'Renew them: aws sso login, or take a new session token.',
      );
    case 'wrong credentials':
      return of(
        `${call} was refused ${place} because AWS does not accept the credentials: ${quote(error)}`,
        `Check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, or the profile. AWS says the same in a region that is not enabled for the account: check ${site.region} too.`,
      );
    case 'no credentials':
      return of(
        `${call} was not sent because no AWS credentials were found: ${quote(error)}`,
        site.endpoint
          ? `${site.endpoint} may take any: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.`
          : 'Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run with a role.',
      );
    case 'throttled':
      return of(
        `AWS throttled ${call} ${place} through ${tries}: ${quote(error)}`,
        'Run fewer things against this account at the same time, or raise maxAttempts.',
      );
    case 'timed out':
    case 'endpoint unreachable':
      return of(...networkText(error, site, tries));
    case 'server error':
      return of(
        `${call} failed ${place} with HTTP ${error.status} through ${tries}: ${quote(error)}`,
        site.endpoint
          ? `Look at the log of the server at ${site.endpoint}.`
          : 'Run the test again; see https://health.aws.amazon.com.',
      );
    case 'broken answer':
      return of(
        `${call} was answered ${place} with something that is no answer of AWS: ${quote(error)}`,
        site.endpoint
          ? `Check that an AWS-compatible server listens at ${site.endpoint}.`
          : 'Run the test again; look for a proxy between here and AWS.',
      );
    case 'wrong region':
      return of(
        `${call} cannot be answered ${place}: ${quote(error)}${bucketRegion(error)}`,
        `Check the region of the output, of the option region and of AWS_REGION, and that ${site.region} is enabled for the account.`,
      );
    default:
      return of(
        `AWS refused ${call} ${place}: ${quote(error)}`,
        'Check that the output holds an identifier of this type of resource.',
      );
  }
}

function networkText(error: SdkError, site: CallSite, tries: string): [string, string] {
  const call = nameOf(site);
  const { requestTimeoutInSeconds } = site;
  const network = networkFailure(error);
  const where = site.endpoint ?? `${site.service} in ${site.region}`;
  const advice = site.endpoint
    ? `Check that the server runs, and that the endpoint ${site.endpoint} is right.`
    : 'Check the network, the proxy and the name of the region.';
  if (network?.cause === 'endpoint unreachable') {
    return [`${call} did not reach ${where} through ${tries}: ${network.text}`, advice];
  }
  return [
    `${call} got no answer from ${where} through ${tries} of ${requestTimeoutInSeconds} s`,
    `${advice} requestTimeoutInSeconds sets how long one attempt waits.`,
  ];
}

function bucketRegion({ headers }: SdkError): string {
  const region = headers['x-amz-bucket-region'];
  return region ? ` (the bucket is in ${region})` : '';
}

/** The verdict for a server that lacks the operation. */
export function lacking(error: SdkError, site: CallSite): UnjudgedData {
  const said = error.body.trimStart().startsWith('<!')
    ? `HTTP ${error.status}, the page it sends where it lacks an operation`
    : quote(error);
  return {
    outcome: 'not implemented here',
    reason: `${site.endpoint} does not implement ${nameOf(site)} (it answered ${said})`,
    advice: 'Run this test against AWS or against a server that has the operation.',
    code: error.codes[0],
  };
}

/** The verdict for a 404 that may come from any web server. */
export function foreign(error: SdkError, site: CallSite): UnjudgedData {
  return describe('broken answer', { ...error, code: 'Unknown', codes: [] }, site);
}

/** What the server said, short enough for a message. */
function quote({ code, message, status, body }: SdkError): string {
  const text = message
    .replace(/\s+/g, ' ')
    .replace(/(encoded authorization failure message:).*/i, '$1 ...')
    .trim();
  if (isParseFailure(code) || code === 'BrokenAnswer') {
    const start = body.replace(/\s+/g, ' ').slice(0, 80);
    const seen = code === 'BrokenAnswer' ? text : `HTTP ${status ?? '?'}`;
    return start ? `${seen}, starting with ${JSON.stringify(start)}` : seen === 'HTTP ?' ? text : seen;
  }
  const short = text.length > 240 ? `${text.slice(0, 240)}...` : text;
  return short && short !== code ? `${code}: ${short}` : code;
}
