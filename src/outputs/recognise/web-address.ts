export interface WebAddress {
  /** `https`, `s3`, ... or empty for a bare host name. */
  scheme: string;
  /** In lower case, without port. */
  host: string;
  port: string;
  /** Begins with a slash, or is empty. */
  path: string;
}

const ADDRESS =
  /^(?:([a-z][a-z0-9+.-]{0,20}):\/\/)?(?:[^/@\s]{1,200}@)?([A-Za-z0-9*](?:[A-Za-z0-9._-]{0,252}[A-Za-z0-9])?)(?::(\d{1,5}))?(?:(\/[^\s]{0,2000})|([?#][^\s]{0,2000}))?$/i;

/** Parts of a URL or of a bare host name; `undefined` for a plain name. */
export function parseWebAddress(value: string): WebAddress | undefined {
  if (value.length > 2400) return undefined;
  const match = ADDRESS.exec(value);
  if (match === null) return undefined;
  const [, scheme = '', host = '', port = '', path = '', tail = ''] = match;
  if (scheme === '' && host !== 'localhost' && !host.includes('.')) return undefined;
  return { scheme: scheme.toLowerCase(), host: host.toLowerCase(), port, path: path + tail };
}

const AWS_SUFFIX =
  /\.(?:(amazonaws\.com\.cn)|(amazonaws\.com)|(amazonaws\.eu)|(c2s\.ic\.gov)|(sc2s\.sgov\.gov)|(localhost\.localstack\.cloud)|(on\.aws)|(api\.aws))$/;

export interface AwsHost {
  /** Labels before the suffix that AWS owns: `db.abc.eu-west-1.rds.amazonaws.com` gives `db`, `abc`, `eu-west-1`, `rds`. */
  labels: string[];
  region?: string;
  partition?: string;
}

/** The labels of an AWS host name, in any partition or in LocalStack's spelling. */
export function parseAwsHost(host: string): AwsHost | undefined {
  const match = AWS_SUFFIX.exec(host);
  if (match === null) return undefined;
  const labels = host.slice(0, match.index).split('.');
  const region =
    labels.find(isRegion) ?? labels.map((label) => /^s3(?:-website)?-(.+)$/.exec(label)?.[1]).find(isRegion);
  return {
    labels,
    ...(region === undefined ? {} : { region }),
    ...(match[6] !== undefined ? {} : { partition: partitionOf(host, region) }),
  };
}

export function isRegion(text: string | undefined): text is string {
  return (
    text !== undefined &&
    /^(?:[a-z]{2}|us-gov|us-iso[a-z]?|eu-isoe|eusc-de)-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-\d{1,2}$/.test(
      text,
    )
  );
}

function partitionOf(host: string, region = ''): string {
  if (host.endsWith('.cn') || region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  if (host.endsWith('.c2s.ic.gov')) return 'aws-iso';
  if (host.endsWith('.sc2s.sgov.gov')) return 'aws-iso-b';
  return host.endsWith('.eu') ? 'aws-eusc' : 'aws';
}
