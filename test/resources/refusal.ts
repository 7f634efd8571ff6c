/**
 * What the SDK throws when AWS answers with an error code.
 *
 * @param code as the service spells it, such as `NoSuchBucketPolicy`.
 * @param httpStatusCode status of the answer; 400 unless told, as the JSON services send it.
 */
export function refusal(code: string, httpStatusCode = 400): Error {
  return Object.assign(new Error(code), { name: code, $fault: 'client', $metadata: { httpStatusCode } });
}
