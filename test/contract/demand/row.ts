import type {} from '../../../matchers';
import type { Handle } from '../../../src/engine/handle';
import type { AwsMatchers } from '../../../src/engine/matcher';
import type { Outcome } from '../../../src/engine/verdict';
import type { FacetsOf, TypeName } from '../../../src/resource-types';
import type { Deployed, Part } from '../../live/area';
import type { LiveStack } from '../../live/live-account';
import type { Recording } from './recording';

/** What `expect(...)` gives for a resource. */
export type Asked<Subject> = AwsMatchers<Subject> & { not: AwsMatchers<Subject> };

/** One line of a suite: the call on the subject; the stack gives the other resources that the line names. */
export type Ask<Subject> = (subject: Asked<Subject>, stack: LiveStack) => Promise<void>;

/** An output key, or one for each stack, such as a key that names nothing in the broken one. */
export type OutputKey = string | { healthy: string; broken: string };

/** Where a row is proved. */
export type Proof =
  | 'ministack'
  | 'moto'
  | {
      /** Outputs and answers of AWS, shape-true to its API model, where no server has them. */
      recorded: { outputs: Record<string, unknown>; healthy: Recording; broken: Recording };
      /** Why neither server can prove it. */
      because: string;
      /** Names of the gaps in `test/emulators/gaps.json` that stand in the way. */
      gaps?: string[];
    };

interface Numbered {
  /** Rank in the list of what hand-written suites assert. */
  number: number;
  /** Text of the list. */
  assertion: string;
}

/** An assertion of the list and the lines that replace it. */
export interface ProvedRow extends Numbered {
  /** CloudFormation type. */
  type: string;
  output: OutputKey;
  /** Asks every resource of the output as one list. */
  many?: boolean;
  asks: Ask<unknown>[];
  /** Where the lines say less than the assertion: what they do say. */
  nearest?: string;
  /** How every line ends on the broken stack; `fail` unless told. */
  broken?: Outcome;
  proved: Proof;
}

/** An assertion that nothing replaces, and why. */
export interface OpenRow extends Numbered {
  open: string;
}

export type Row = ProvedRow | OpenRow;

interface RowDeclaration<Type extends TypeName> extends Omit<ProvedRow, 'type' | 'asks'> {
  type: Type;
  ask: Ask<Handle<FacetsOf<Type>>> | Ask<Handle<FacetsOf<Type>>>[];
}

/**
 * Declares a row. The compiler refuses a line that the type cannot answer.
 *
 * @example
 * row({
 *   number: 47,
 *   assertion: 'RDS Multi-AZ',
 *   type: 'AWS::RDS::DBInstance',
 *   output: 'DatabaseIdentifier',
 *   ask: (database) => database.toBeMultiAz(),
 *   proved: 'ministack',
 * });
 */
export function row<Type extends TypeName>({ ask, ...declared }: RowDeclaration<Type>): Row {
  return { ...declared, asks: [ask].flat() as Ask<unknown>[] };
}

/** Resources and outputs of one topic, as they should be and as they should not, on the servers that can hold them. */
export interface Topic {
  on: readonly ('ministack' | 'moto')[];
  healthy: Part;
  broken: Part;
  /** What only a call to a finished stack can do. */
  afterwards?(healthy: Deployed, broken: Deployed): Promise<unknown>;
}

/** A call as it was written. */
export interface Call {
  matcher: string;
  args: unknown[];
  negated: boolean;
}

/** Runs a line against a subject that only notes what is asked of it. */
export function callOf(ask: Ask<unknown>, stack: LiveStack): Call {
  const calls: Call[] = [];
  const noting = (negated: boolean, more: object = {}): object =>
    new Proxy(more, {
      get: (known, name) => {
        if (Reflect.has(known, name)) return Reflect.get(known, name);
        return async (...args: unknown[]) => void calls.push({ matcher: String(name), args, negated });
      },
    });
  ask(noting(false, { not: noting(true) }) as Asked<unknown>, stack);
  const [call, ...others] = calls;
  if (!call || others.length > 0) throw new Error(`a line asks one question; this one asks ${calls.length}: ${ask}`);
  return call;
}
