import type { Found, FoundThing, Search } from '../../src/acts';
import type { Flow, Look, Party } from '../../src/engine/flow';
import type { Arrival } from './arrival';

/** Clocks of the account and of this machine differ. */
const skewInMilliseconds = 30_000;

/** Longer than a flow takes, so that no message is shown twice to it. */
const holdInSeconds = 600;

const longestText = 160;

/** A place where something is to arrive. Knows what was there before. */
export class Place {
  readonly #known = new Set<string>();
  readonly #held = new Set<string>();
  /** What arrived. */
  arrived?: FoundThing;
  /** Whether the last look saw everything. */
  complete = true;

  /**
   * @param since ISO 8601; what is older is not looked at.
   */
  constructor(
    readonly flow: Flow,
    readonly party: Party,
    readonly arrival: Arrival,
    readonly since = new Date(Date.parse(flow.since) - skewInMilliseconds).toISOString(),
  ) {}

  /**
   * Looks at what is there before the act, and has removed afterwards what will be there under the key.
   *
   * @returns what is in the way, in words; absent where nothing is.
   */
  async before(): Promise<string | undefined> {
    if (this.arrival.unique) return undefined;
    const { things, undo } = await this.#find({ former: true });
    if (this.arrival.key !== undefined) {
      if (things.length > 0) return `${this.arrival.words} was there before the act, or a former version of it`;
      if (undo) this.flow.afterwards(this.party, 'remove', undo);
      return undefined;
    }
    for (const { id } of things) this.#known.add(id);
    this.#handle(things);
    return undefined;
  }

  /** Looks whether it has arrived. */
  async look(): Promise<Look> {
    const { things, complete } = await this.#find({});
    const others = things.filter(({ id }) => !this.#known.has(id));
    this.complete = complete;
    this.arrived = others.find(({ text }) => this.arrival.fits(text));
    this.#handle(things);
    return { done: this.arrived !== undefined, seen: inWords(others) };
  }

  async #find(search: Partial<Search>): Promise<Found> {
    const { key } = this.arrival;
    return this.flow.act(this.party, 'find', {
      since: this.since,
      holdInSeconds,
      ...(key !== undefined && { key }),
      ...search,
    });
  }

  /** What came of the act is removed in the end, and what else is in our hands goes back to where it was. */
  #handle(things: FoundThing[]): void {
    if (this.arrival.key !== undefined) return;
    for (const { id, text, undo } of things) {
      if (!undo || this.#held.has(id)) continue;
      this.#held.add(id);
      const isOurs = !this.#known.has(id) && this.arrival.fits(text);
      this.flow.afterwards(this.party, isOurs ? 'remove' : 'release', undo);
    }
  }
}

function inWords(things: FoundThing[]): string {
  const last = things.at(-1);
  if (!last) return 'nothing';
  const text = last.text.length > longestText ? `${last.text.slice(0, longestText)}...` : last.text;
  return things.length === 1 ? text : `${things.length} others, the last: ${text}`;
}
