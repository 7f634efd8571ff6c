import { argument, isRecord, isRefusal, oneOrMany, optional, refuse } from '../../src/engine/argument';
import { isHandle } from '../../src/engine/handle';
import { type Ask, defineMatcher, type Method, type ResourceLike } from '../../src/engine/matcher';
import { options } from '../../src/engine/options-argument';
import { wrongArgument } from '../../src/engine/unjudged';
import type { Permissions } from '../../src/facets';
import { isArn } from '../reference/refers-to';
import type { RequestContext } from './condition';
import { allowedPlaces, judgePermission, type Permission } from './permission';

/** On what, and under which circumstances, something must be allowed. */
export interface PermissionExpectation {
  /** Resources as handles, ARNs or patterns of ARNs; `'*'` for all. Anywhere at all when left out. */
  on?: ResourceLike | ResourceLike[];
  /** Values of condition keys, such as `{ 'aws:RequestedRegion': 'eu-west-1' }`. */
  context?: Record<string, string>;
}

interface Expected {
  on?: ResourceLike[];
  context?: Record<string, string>;
}

interface PermissionFacts {
  permissions: Permissions;
  /** ARNs to ask about; absent for anywhere at all. */
  places?: string[];
}

const action = argument<string>("an action such as 's3:GetObject', or a pattern such as 'iam:*'", (given) =>
  typeof given === 'string' && /^(\*|[a-z0-9-]+:[a-z0-9*?]+)$/i.test(given) ? given : undefined,
);

const place = argument<ResourceLike>("a handle, an ARN, a pattern of an ARN or '*'", (given) => {
  if (isHandle(given)) return given;
  return typeof given === 'string' && (given === '*' || given.startsWith('arn:')) ? given : undefined;
});

const context = argument<Record<string, string>>('values of condition keys as an object', (given) => {
  if (!isRecord(given) || Object.keys(given).length === 0) return undefined;
  return Object.values(given).every((value) => typeof value === 'string')
    ? (given as Record<string, string>)
    : undefined;
});

const expectation = options<Expected>({ on: optional(oneOrMany(place)), context: optional(context) });

const where = argument<ResourceLike | ResourceLike[] | PermissionExpectation, Expected>(
  `${oneOrMany(place).takes}, or ${expectation.takes}`,
  (given) => {
    if (isRecord(given) && !isHandle(given)) {
      const read = expectation.read(given);
      return isRefusal(read) || Object.keys(read).length > 0 ? read : refuse('it says nothing');
    }
    const on = oneOrMany(place).read(given);
    return isRefusal(on) ? on : { on };
  },
);

export const toAllow = defineMatcher({
  facet: 'permissions',
  summary: 'allows the given actions',
  takes: [oneOrMany(action), optional(where)],
  relate: async (permissions, ask, _actions: string[], expected?: Expected): Promise<PermissionFacts> => ({
    permissions,
    places: expected?.on && (await Promise.all(expected.on.map((each) => arnOf(each, ask)))),
  }),
  check: ({ permissions, places }: PermissionFacts, actions: string[], expected?: Expected) => {
    const request = contextOf(expected?.context);
    const answers = actions.flatMap((asked) =>
      (places ?? [undefined]).map((resource) => ({
        asked: `${asked} on ${resource ?? 'anything'}`,
        ...judge(permissions, asked, resource, request),
      })),
    );
    const allowed = answers.filter(({ extent }) => extent === 'all');
    const open = answers.filter(({ extent }) => extent === 'part' || extent === 'unclear');
    const told = answers.filter(({ extent }) => extent !== 'all');
    return {
      pass: allowed.length === answers.length,
      expected: answers.map(({ asked }) => asked),
      received: (told.length > 0 ? told : answers).map(
        ({ asked, extent, because }) => `${asked}: ${words[extent]}, ${because}`,
      ),
      fault: faultOf(answers.length, allowed, open),
      advice: open.some(({ extent }) => extent === 'unclear')
        ? "Give the values of the condition keys: toAllow(actions, { on, context: { 'aws:RequestedRegion': 'eu-west-1' } })."
        : undefined,
    };
  },
});

const words = { all: 'allowed', part: 'allowed in part', none: 'not allowed', unclear: 'not certain' };

type Answer = Permission & { asked: string };

function faultOf(all: number, allowed: Answer[], open: Answer[]): string | undefined {
  const [first] = open;
  if (first) return `${first.asked} is ${words[first.extent]}: ${first.because}`;
  if (allowed.length === 0 || allowed.length === all) return undefined;
  return `only some of it is allowed: ${allowed.map(({ asked }) => asked).join(', ')}`;
}

/** Without a resource, an action is allowed when it is allowed on anything at all. */
function judge(
  { statements, boundary }: Permissions,
  action: string,
  resource: string | undefined,
  context: RequestContext,
): Permission {
  if (resource !== undefined) return judgePermission(statements, boundary, { action, resource, context });
  const answers = allowedPlaces(statements, action).map((each) =>
    judgePermission(statements, boundary, { action, resource: each, context }),
  );
  return (
    answers.find(({ extent }) => extent === 'all') ??
    answers.find(({ extent }) => extent !== 'none') ??
    answers[0] ?? { extent: 'none', because: 'no statement allows it' }
  );
}

/** Requests of an SDK travel over TLS, whatever a policy says about others. */
function contextOf(given: Record<string, string> = {}): RequestContext {
  const rows = Object.entries({ 'aws:SecureTransport': 'true', ...given });
  return new Map(rows.map(([key, value]) => [key.toLowerCase(), { value }]));
}

async function arnOf(given: ResourceLike, ask: Ask): Promise<string> {
  if (!isHandle(given)) return given;
  const arn = (await ask.names(given)).find(isArn);
  if (arn) return arn;
  throw wrongArgument(
    `${String(given)} has no ARN, which policies name resources by`,
    'Write the ARN or a pattern of it.',
  );
}

declare module '../../src/engine/matcher' {
  interface AwsMatchers<T> {
    /**
     * Passes when the identity's policies allow all of these actions on all of these resources; with `.not`, when they
     * allow none of them.
     *
     * Inline and attached policies count (these in their default version, for a user those of its groups too), Deny
     * before Allow, and within the permissions boundary. What is allowed only in part, or hangs on a condition whose
     * value is not given, fails in both directions. Resource policies and those of the organisation are not looked at.
     *
     * @param actions an action, a pattern (`'iam:*'`), or a list of them.
     * @param on a handle, an ARN, a pattern, `'*'` or a list of them; `{ on, context }` with values of condition keys;
     *   anything at all when left out.
     * @example await expect(role).toAllow(['s3:GetObject', 's3:PutObject'], resource('UploadsBucketName'));
     * @example await expect(role).not.toAllow('iam:*');
     */
    toAllow: Method<
      T,
      'permissions',
      [actions: string | string[], on?: ResourceLike | ResourceLike[] | PermissionExpectation]
    >;
  }
}
