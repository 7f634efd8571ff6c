import type { SdkError } from './sdk-error';

const codes = new Set([
  'InvalidAction',
  'NotImplemented',
  'NotImplementedException',
  'UnknownOperation',
  'UnknownOperationException',
]);

const words = [
  /\bnot (yet )?(been )?implemented\b/i,
  /^unknown (\w+ )?(action|operation)\b/i,
  /^unsupported (service|action|operation)\b/i,
  // ministack, with the code ValidationException, in services that tell operations apart by their path.
  /^no route for (get|head|post|put|patch|delete) \//i,
  /\baction \w+ is not valid for this (endpoint|web service)\b/i,
];

/**
 * Whether a server says that it lacks an operation. Only to be asked of a custom endpoint: AWS has them all.
 *
 * A bare 501 is not enough: any web server answers so to a POST.
 */
export function saysNotImplemented({ code, message, status }: SdkError): boolean {
  if (status === undefined || status < 400) return false;
  return codes.has(code) || words.some((each) => each.test(message));
}

const page500 = /<title>500 Internal Server Error<\/title>[\s\S]*either the server is overloaded or there is an error/i;
const page404 = /<title>404 Not Found<\/title>[\s\S]*the requested URL was not found on the server/i;

/**
 * Whether the response is one of the two pages that moto sends where it lacks an operation. It sends the first one also
 * where it has the operation and fails inside it, and any other server on the same web framework sends both: whoever
 * asks must know that the server speaks AWS at all.
 */
export function isFrameworkPage({ body, status }: SdkError): boolean {
  return (status === 500 && page500.test(body)) || (status === 404 && page404.test(body));
}
