/** How the account behind a stack is reached. */
export interface AccountOptions {
  /** Region of resources whose ARN names none; `AWS_REGION` and the profile's region stand in for it. */
  region?: string;
  /** Base URL of an AWS-compatible server such as `http://127.0.0.1:4566`; the SDK's own `AWS_ENDPOINT_URL` works too. */
  endpoint?: string;
  /** Named profile of the shared AWS configuration files. */
  profile?: string;
  /** Role to assume before the first read. */
  roleArn?: string;
  /** Seconds that one attempt of one request may take; 5 unless told. */
  requestTimeoutInSeconds?: number;
  /** Attempts for a request that is throttled or meets a server error; 3 unless told. */
  maxAttempts?: number;
  /**
   * Whether matchers such as `toReach` may act on what is deployed: send, put, invoke, start, and remove again what they
   * sent; false unless told. Reads need no such leave.
   */
  allowActs?: boolean;
}

/** The options with their defaults filled in. */
export interface AccountSettings extends AccountOptions {
  requestTimeoutInSeconds: number;
  maxAttempts: number;
  allowActs: boolean;
}

/** Fills in the defaults. */
export function accountSettings(options: AccountOptions): AccountSettings {
  const { requestTimeoutInSeconds = 5, maxAttempts = 3, allowActs = false } = options;
  return { ...options, requestTimeoutInSeconds, maxAttempts, allowActs };
}

/** Seconds one read may take with all its attempts and the pauses between them. */
export function deadlineInSeconds({ requestTimeoutInSeconds, maxAttempts }: AccountSettings): number {
  return requestTimeoutInSeconds * maxAttempts + 4;
}
