import { randomBytes } from 'node:crypto';
import type { ActName, ActRecord, Acts, Undo } from '../acts';
import type { FacetName, Facets } from '../facets';
import { targetThrough } from './ask';
import type { ResourceLike } from './matcher';
import { isTransient } from './patience';
import type { Target } from './resource';
import type { FactSource } from './source';
import { Unjudged, type UnjudgedData } from './unjudged';
import type { Evidence, Waiting } from './verdict';

/** A resource that takes part in a flow. */
export interface Party {
  readonly target: Target;
  /** What messages call it, such as `AWS::SQS::Queue orders`. */
  readonly name: string;
}

/** What one look at a place came to. */
export interface Look {
  /** Whether what is waited for is there. */
  done: boolean;
  /** What was seen, in words. */
  seen: string;
}

/** How a matcher acts, waits and cleans up. */
export interface Flow {
  /** A text that is found nowhere else, to tell this act's effect from all others. */
  readonly marker: string;
  /** When the flow began: ISO 8601. */
  readonly since: string;
  readonly subject: Party;

  /** Another resource that takes part, with its answer for a facet. */
  party<Name extends FacetName>(resource: ResourceLike, facet: Name): Promise<{ party: Party; facet: Facets[Name] }>;

  /**
   * Checks that all steps could be taken, before the first one is.
   *
   * @throws {Unjudged} undetermined, when acts are not allowed; nothing was sent then.
   */
  prepare(...steps: [party: Party, ...acts: ActName[]][]): Promise<void>;

  /** Takes one step. What it leaves behind is removed when the flow has ended. */
  act<Name extends ActName>(party: Party, name: Name, input: Acts[Name]['input']): Promise<Acts[Name]['output']>;

  /**
   * Looks, with growing pauses, until it is done or the time is up; the last look is made when it is up.
   *
   * @throws {Unjudged} when nothing could be seen at the end.
   */
  until(withinSeconds: number, look: () => Promise<Look>): Promise<boolean>;

  /** Tells how many seconds the next step may take, where that may be longer than a test has. */
  takesTime(seconds: number): void;

  /** Has something removed, or given back, when the flow has ended. */
  afterwards(party: Party, act: 'remove' | 'release', undo: Undo): void;

  /** What was handed to a resource is gone from there, so it need not be removed. */
  settled(party: Party): void;
}

/** What a flow did, as its verdict tells it. */
export interface FlowRecord {
  acts: ActRecord[];
  waited?: Waiting;
  left?: string[];
}

/** Time for everything around the waiting: the calls before it, and the clean-up after it. */
const aroundInSeconds = 45;

const firstPause = 200;
const longestPause = 5_000;

interface Pending {
  party: Party;
  act: 'remove' | 'release';
  undo: Undo;
  delivered: boolean;
}

/** One flow, from its first step to the end of its clean-up. */
export class RunningFlow implements Flow {
  readonly marker = `stackproof-${randomBytes(6).toString('hex')}`;
  readonly since = new Date().toISOString();
  readonly subject: Party;
  readonly #acts: ActRecord[] = [];
  readonly #parties: Party[];
  #pending: Pending[] = [];
  #waited?: Waiting;

  /**
   * @param note takes the calls of every step.
   * @param takesTime told how many seconds the flow may take from now on.
   */
  constructor(
    readonly source: FactSource,
    target: Target,
    readonly note: (evidence: Evidence) => void,
    readonly takesTime: (seconds: number) => void,
  ) {
    this.subject = partyOf(target);
    this.#parties = [this.subject];
    takesTime(aroundInSeconds);
  }

  async party<Name extends FacetName>(
    resource: ResourceLike,
    facet: Name,
  ): Promise<{ party: Party; facet: Facets[Name] }> {
    const target = await targetThrough(this.source, this.subject.target, resource, facet);
    const answer = await this.source.facet(target, facet);
    this.note(answer.evidence);
    const party = partyOf(target);
    this.#parties.push(party);
    return { party, facet: answer.value };
  }

  prepare(...steps: [party: Party, ...acts: ActName[]][]): Promise<void> {
    return this.source.prepare(steps.flatMap(([{ target }, ...acts]) => acts.map((act) => ({ target, act }))));
  }

  async act<Name extends ActName>(party: Party, name: Name, input: Acts[Name]['input']): Promise<Acts[Name]['output']> {
    try {
      const answer = await this.source.act(party.target, name, input);
      this.note(answer.evidence);
      this.#keep(party, answer);
      return answer.value;
    } catch (error) {
      if (Unjudged.is(error)) this.#keep(party, error.data);
      throw error;
    }
  }

  async until(withinSeconds: number, look: () => Promise<Look>): Promise<boolean> {
    const started = Date.now();
    const end = started + withinSeconds * 1_000;
    this.takesTime(withinSeconds + aroundInSeconds);
    let lastSeen: string | undefined;
    for (let looks = 1, pause = firstPause; ; looks += 1, pause = Math.min(pause * 1.6, longestPause)) {
      const last = Date.now() >= end;
      const trouble = await look().then(
        ({ done, seen }) => {
          lastSeen = seen;
          return done ? 'done' : undefined;
        },
        (error: unknown) => {
          if (!Unjudged.is(error) || !isTransient(error.data)) throw error;
          return error;
        },
      );
      if (trouble === 'done') return true;
      if (last) {
        this.#waited = { seconds: Math.round((Date.now() - started) / 100) / 10, looks, lastSeen };
        if (trouble) throw trouble;
        return false;
      }
      await new Promise((resume) => setTimeout(resume, Math.min(pause, Math.max(end - Date.now(), 1))));
    }
  }

  afterwards(party: Party, act: 'remove' | 'release', undo: Undo): void {
    this.#pending.push({ party, act, undo, delivered: false });
  }

  settled(party: Party): void {
    this.#pending = this.#pending.filter((each) => each.party !== party || !each.delivered);
  }

  /** Ends the flow: undoes what it did, the last thing first, and forgets what is known of all that took part. */
  async end(): Promise<FlowRecord> {
    if (this.#pending.length > 0) this.takesTime(aroundInSeconds);
    const left: string[] = [];
    for (const { party, act, undo } of this.#pending.reverse()) {
      try {
        for (const record of (await this.source.act(party.target, act, undo.token)).acts) this.#record(record);
      } catch (error) {
        if (!Unjudged.is(error)) throw error;
        left.push(`${undo.what} in ${party.name} (${error.data.reason})`);
      }
    }
    if (this.#acts.length > 0) await Promise.all(this.#parties.map(({ target }) => this.source.forget(target)));
    return { acts: this.#acts, ...(this.#waited && { waited: this.#waited }), ...(left.length > 0 && { left }) };
  }

  #record(record: ActRecord): void {
    const same = this.#acts.find(
      ({ act, call, on, sent }) =>
        act === record.act &&
        call === record.call &&
        on === record.on &&
        JSON.stringify(sent) === JSON.stringify(record.sent),
    );
    if (same) same.times = (same.times ?? 1) + 1;
    else this.#acts.push({ ...record });
  }

  #keep(party: Party, { acts = [], undo = [] }: Pick<UnjudgedData, 'acts' | 'undo'>): void {
    for (const record of acts) this.#record(record);
    this.#pending.push(...undo.map((each) => ({ party, act: 'remove' as const, undo: each, delivered: true })));
  }
}

function partyOf(target: Target): Party {
  return { target, name: `${target.type} ${target.id}` };
}
