import type { ActName, Acts } from '../acts';
import type { ActDeclaration, ResourceDefinition, Target } from '../engine/resource';
import type { ActAnswer, Step } from '../engine/source';
import { notApplicable, Unjudged, undetermined } from '../engine/unjudged';
import type { Subject } from '../engine/verdict';
import { Acting } from './acting';
import { isRead } from './guard';
import type { Read, ReadingHost } from './reading';

/** What acts need of their account. */
export interface ActHost extends ReadingHost {
  definition(target: Target): ResourceDefinition;
  main(target: Target, definition: ResourceDefinition): Promise<Read<unknown>>;
  place(target: Target, definition: ResourceDefinition): Promise<{ region: string; elsewhere: string; since: number }>;
  subject(target: Target): Subject;
  forget(target: Target): void;
}

/** Acts which only look: what is known of the resource stays true. */
const looking: ActName[] = ['find', 'follow', 'release'];

/** Acts on the resources of an account, where the option `allowActs` lets it. */
export class LiveActs {
  constructor(readonly host: ActHost) {}

  /** @throws {Unjudged} undetermined, when acts are not allowed; not applicable, when a type has no such act. */
  prepare(steps: readonly Step[]): void {
    const wanted = steps.map(({ target, act }) => ({ target, calls: this.#callsOf(target, act) }));
    const acting = wanted.filter(({ calls }) => !calls.every(isReadCall));
    if (this.host.caller.settings.allowActs || acting.length === 0) return;
    const calls = wanted.map((each) => `${each.calls.join(', ')} on ${each.target.type} ${each.target.id}`);
    throw undetermined(
      'acts not allowed',
      `the option allowActs is off, so nothing was sent; this would have called ${[...new Set(calls)].join('; ')}`,
      {
        advice:
          'Where tests may act on the deployment, set allowActs: true under globals.stackproof, or STACKPROOF_ALLOW_ACTS=true.',
      },
    );
  }

  /** @throws {Unjudged} whatever keeps the act from being done, with the calls that were made before. */
  async act<Name extends ActName>(
    target: Target,
    name: Name,
    input: Acts[Name]['input'],
  ): Promise<ActAnswer<Acts[Name]['output']>> {
    this.prepare([{ target, act: name }]);
    const definition = this.host.definition(target);
    const { calls, perform } = this.#declaration(target, name);
    const main = await this.host.main(target, definition);
    const place = await this.host.place(target, definition);
    const acting = new Acting(this.host, target, place, { name, calls });
    try {
      const value = await acting.explained(() => perform(main.value, acting.aws(definition), input, target));
      const { evidence } = acting.came(value);
      return { value, evidence, subject: this.host.subject(target), acts: acting.acts, undo: acting.undo };
    } catch (error) {
      if (!Unjudged.is(error)) throw error;
      throw new Unjudged({
        ...error.data,
        subject: this.host.subject(target),
        acts: acting.acts,
        undo: acting.undo,
      });
    } finally {
      if (!looking.includes(name) && acting.acts.length > 0) this.host.forget(target);
    }
  }

  /** The calls of an act, and those that undo it: whoever may not clean up must not begin. */
  #callsOf(target: Target, act: ActName): string[] {
    const { acts } = this.host.definition(target);
    const { calls } = this.#declaration(target, act);
    const undoing = calls.every(isReadCall) ? [] : [acts.remove, acts.release].flatMap((each) => each?.calls ?? []);
    return [...new Set([...calls, ...undoing])];
  }

  #declaration<Name extends ActName>(target: Target, name: Name): ActDeclaration<unknown, unknown, Name> {
    const definition = this.host.definition(target);
    const found = definition.acts[name];
    if (found) return found as ActDeclaration<unknown, unknown, Name>;
    const others = Object.keys(definition.acts).join(', ') || 'nothing';
    throw notApplicable(`${definition.label} ${target.id} takes no act ${name}; it takes: ${others}`);
  }
}

function isReadCall(call: string): boolean {
  return isRead(call.slice(call.indexOf(':') + 1));
}
