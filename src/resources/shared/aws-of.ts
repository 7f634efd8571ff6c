import type { Aws, Sdk } from '../../engine/aws';

/** What a resource reads through, by its SDK: `AwsOf<typeof rds>`. */
export type AwsOf<Used> = Used extends Sdk<infer Package> ? Aws<Package> : never;
