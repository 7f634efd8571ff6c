/** What an error of the SDK says, wherever it says it. */
export interface SdkError {
  /** Error code in the words of the API, or the code or name of a JavaScript error. */
  code: string;
  /** Every name the error goes by: on the wire and in the SDK they differ for some services. */
  codes: string[];
  message: string;
  /** HTTP status of the last response, when there was one. */
  status?: number;
  /** Requests made; 1 where the SDK does not tell. */
  attempts: number;
  /** Code of Node's network layer, such as `ECONNREFUSED`. */
  network?: string;
  /** First part of the body of the last response. */
  body: string;
  headers: Record<string, string>;
  /** A response without a body and without the request id that AWS always sends. */
  isBare: boolean;
}

interface Raw {
  name?: unknown;
  message?: unknown;
  Code?: unknown;
  code?: unknown;
  $metadata?: { httpStatusCode?: number; attempts?: number };
  $response?: { statusCode?: number; body?: unknown; headers?: Record<string, string> };
}

const bodyLimit = 4_000;
const requestId = /^x-amz(n|-id|)-?(request-?id|2)$/i;

/**
 * Reads an error of the SDK. Where a server answered in another format than the service's (an XML error to a JSON
 * client, a page of HTML), the SDK reports that it could not parse it; the code is then read from the body.
 */
export function readSdkError(error: unknown): SdkError {
  const raw: Raw = typeof error === 'object' && error !== null ? error : { message: String(error) };
  const status = raw.$metadata?.httpStatusCode ?? raw.$response?.statusCode;
  const headers = raw.$response?.headers ?? {};
  const body = bodyOf(raw.$response?.body).slice(0, bodyLimit);
  const message = String(raw.message ?? '').replace(/\s*Deserialization error: to see the raw response[\s\S]*$/, '');
  const network = status === undefined ? networkCode(raw, message) : undefined;
  // The SDK makes up a code of its own for a page of somebody else's, such as NotFound for any 404.
  const name = isForeign(body, headers) ? 'Unknown' : String(raw.name ?? 'Error').replace(/^.*#/, '');
  const said = isParseFailure(name) && (status ?? 0) >= 400 ? codeInBody(body) : undefined;
  const code = said?.code ?? (raw.Code && name !== 'Unknown' ? String(raw.Code) : (network ?? name));
  return {
    code,
    codes: isParseFailure(code) ? [] : [...new Set([code, name])],
    message: said?.message ?? message,
    status,
    attempts: raw.$metadata?.attempts ?? 1,
    network,
    body,
    headers,
    isBare: raw.$response !== undefined && body === '' && !Object.keys(headers).some((each) => requestId.test(each)),
  };
}

/** Whether a code is only a name of the SDK for something that it could not read. */
export function isParseFailure(code: string): boolean {
  return ['Error', 'SyntaxError', 'Unknown', 'UnknownError'].includes(code) || /^\d{3}$/.test(code);
}

/** The network layer's code. Behind a foreign realm's error the SDK leaves it in the message only. */
function networkCode({ code }: Raw, message: string): string | undefined {
  if (typeof code === 'string') return code;
  if (/\bsocket hang up\b/.test(message)) return 'ECONNRESET';
  return /\b(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)\b/.exec(
    message,
  )?.[1];
}

/** Whether a body is neither an error of AWS in XML nor in JSON nor in CBOR. */
function isForeign(body: string, headers: Record<string, string>): boolean {
  if (body === '' || headers['smithy-protocol']) return false;
  return /^\s*</.test(body) ? !body.includes('<Code>') : !/^\s*\{/.test(body);
}

function bodyOf(body: unknown): string {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? Buffer.from(body).toString('utf8') : '';
}

function codeInBody(body: string): { code: string; message: string } | undefined {
  const xmlCode = /<Code>\s*([^<]+?)\s*<\/Code>/.exec(body)?.[1];
  if (xmlCode) return { code: xmlCode, message: /<Message>\s*([^<]*?)\s*<\/Message>/.exec(body)?.[1] ?? '' };
  const field = (name: string) => new RegExp(`"${name}"\\s*:\\s*"([^"]*)"`, 'i').exec(body)?.[1];
  if (!body.trimStart().startsWith('{')) return undefined;
  const code = field('__type') ?? field('code');
  const message = field('message') ?? field('error');
  return code || message ? { code: (code ?? 'Unknown').replace(/^.*#/, ''), message: message ?? '' } : undefined;
}
