import { parse, validate } from '@aws-sdk/util-arn-parser';
import type { Target } from '../engine/resource';
import { undetermined } from '../engine/unjudged';
import type { Caller } from './caller';
import type { AccountSettings } from './options';
import { homeRegion, isGlobal, partitionOf } from './partition';
import { sts } from './sdk';

/** Region and partition that an ARN names, `undefined` for other texts and where it names none. */
export function placeInArn(text: string): { partition: string; region?: string; account?: string } | undefined {
  if (!validate(text)) return undefined;
  const { partition, region, accountId } = parse(text);
  return { partition, region: region || undefined, account: accountId || undefined };
}

/** Finds the region to ask about a resource in. */
export class Regions {
  #profile?: Promise<string | undefined>;

  constructor(
    readonly settings: AccountSettings,
    readonly caller: Caller,
  ) {}

  /**
   * The region of a resource: its ARN's, its output's, the option's, the environment's, the profile's.
   *
   * @throws {Unjudged} undetermined (wrong region) when none is known.
   */
  async of(target: Target, packageName: string): Promise<string> {
    const place = placeInArn(target.id) ?? placeInArn(target.value);
    const own = place?.region ?? target.region;
    if (isGlobal(packageName)) {
      return homeRegion(packageName, place?.partition ?? partitionOf(own ?? (await this.configured()) ?? ''));
    }
    const region = own || (await this.configured());
    if (region) return region;
    throw undetermined('wrong region', 'no region is known to look in', {
      advice: 'Set AWS_REGION or the option region, or use an output that is an ARN.',
    });
  }

  /** The region of the configuration, where there is one. */
  async configured(): Promise<string | undefined> {
    const { region } = this.settings;
    return region || process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION || (await this.#ofProfile());
  }

  #ofProfile(): Promise<string | undefined> {
    this.#profile ??= this.#readProfile();
    return this.#profile;
  }

  async #readProfile(): Promise<string | undefined> {
    const { STSClient } = await sts.load();
    const { profile } = this.settings;
    try {
      return await new STSClient({ ...(profile && { profile }) }).config.region();
    } catch (error) {
      if (Object(error).message === 'Region is missing') return undefined;
      throw error;
    }
  }
}
