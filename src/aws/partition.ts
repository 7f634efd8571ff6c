interface Partition {
  name: string;
  regions: RegExp;
  /** Region that signs for services with one endpoint for the whole partition. */
  home: string;
}

const commercial: Partition = { name: 'aws', regions: /^$/, home: 'us-east-1' };

const partitions: Partition[] = [
  { name: 'aws-cn', regions: /^cn-/, home: 'cn-north-1' },
  { name: 'aws-us-gov', regions: /^us-gov-/, home: 'us-gov-west-1' },
  { name: 'aws-iso-b', regions: /^us-isob-/, home: 'us-isob-east-1' },
  { name: 'aws-iso-f', regions: /^us-isof-/, home: 'us-isof-south-1' },
  { name: 'aws-iso-e', regions: /^eu-isoe-/, home: 'eu-isoe-west-1' },
  { name: 'aws-iso', regions: /^us-iso-/, home: 'us-iso-east-1' },
  { name: 'aws-eusc', regions: /^eusc-/, home: 'eusc-de-east-1' },
];

const globalPackages = new Set(['@aws-sdk/client-iam', '@aws-sdk/client-route-53', '@aws-sdk/client-cloudfront']);

/** The partition of a region, such as `aws-cn` of `cn-north-1`. */
export function partitionOf(region: string): string {
  return (partitions.find(({ regions }) => regions.test(region)) ?? commercial).name;
}

/** Whether a service has one endpoint for the whole partition. */
export function isGlobal(packageName: string): boolean {
  return globalPackages.has(packageName);
}

/**
 * The region through which a service is asked about something in a region.
 *
 * @example serviceRegion('@aws-sdk/client-iam', 'eu-west-1') // 'us-east-1'
 */
export function serviceRegion(packageName: string, region: string): string {
  return isGlobal(packageName) ? homeRegion(packageName, partitionOf(region)) : region;
}

/** The region of a global service in a partition. */
export function homeRegion(packageName: string, partition: string): string {
  // CloudFront and Route 53 live in Ningxia, IAM in Beijing.
  if (partition === 'aws-cn' && packageName !== '@aws-sdk/client-iam') return 'cn-northwest-1';
  return (partitions.find(({ name }) => name === partition) ?? commercial).home;
}
