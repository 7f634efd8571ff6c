import type { Target } from '../engine/resource';
import { told, Unjudged, undetermined } from '../engine/unjudged';
import type { Caller } from './caller';
import { sts } from './sdk';

/** Account of the credentials: asked once, and compared with the account that a resource is said to be in. */
export class CallerIdentity {
  #account?: Promise<string>;

  constructor(readonly caller: Caller) {}

  /**
   * The account.
   *
   * @param region where to ask STS.
   * @throws {Unjudged} undetermined when STS does not answer.
   */
  account(region: string): Promise<string> {
    this.#account ??= this.#ask(region);
    return this.#account;
  }

  /** The account, or `undefined` where STS does not tell it in the time of one request. */
  async known(region: string): Promise<string | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const { requestTimeoutInSeconds } = this.caller.settings;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => {
        this.caller.ledger.note(`The account was not checked: no answer of STS within ${requestTimeoutInSeconds} s.`);
        resolve(undefined);
      }, requestTimeoutInSeconds * 1_000);
    });
    try {
      return await Promise.race([this.account(region), late]);
    } catch (error) {
      if (!Unjudged.is(error)) throw error;
      this.caller.ledger.note(`The account was not checked: ${error.data.reason}`);
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Refuses to ask about a resource of another account, where one of the same name would answer in its place.
   *
   * @throws {Unjudged} undetermined (wrong account).
   */
  async check({ account, value }: Target, region: string): Promise<void> {
    if (!account || !/^\d{12}$/.test(account)) return;
    const own = await this.known(region);
    if (own === undefined || own === account) return;
    throw undetermined('wrong account', `the credentials are of account ${own}, and the resource is in ${account}`, {
      advice: `Use credentials of account ${account}, or the outputs of a stack in ${own}. The output says: ${value}`,
    });
  }

  /**
   * What a denial really means. The answer to a HEAD request has no body and so no error code: unknown credentials look
   * like a missing permission there, and STS tells them apart.
   */
  async explain(error: unknown, region: string): Promise<unknown> {
    if (!Unjudged.is(error) || error.data.cause !== 'access denied' || error.data.code) return error;
    try {
      await this.account(region);
      return error;
    } catch (reason) {
      return Unjudged.is(reason) && /credentials$/.test(reason.data.cause ?? '') ? reason : error;
    }
  }

  async #ask(region: string): Promise<string> {
    const output = await this.caller.read({ sdk: sts, region, operation: 'GetCallerIdentity', input: {} }, 0);
    const account = told(output.Account, 'Account');
    if (typeof account !== 'string') throw new TypeError(`sts:GetCallerIdentity answered the account ${account}`);
    this.caller.account = account;
    return account;
  }
}
