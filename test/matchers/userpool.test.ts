import { toAllowGuests } from '../../matchers/userpool/toAllowGuests';
import { toAllowOAuthFlow } from '../../matchers/userpool/toAllowOAuthFlow';
import { toAllowScope } from '../../matchers/userpool/toAllowScope';
import { toAllowSelfSignUp } from '../../matchers/userpool/toAllowSelfSignUp';
import { toAllowSignInFlow } from '../../matchers/userpool/toAllowSignInFlow';
import { toGiveRole } from '../../matchers/userpool/toGiveRole';
import { toHaveCallbackUrl } from '../../matchers/userpool/toHaveCallbackUrl';
import { toHaveClientSecret } from '../../matchers/userpool/toHaveClientSecret';
import { toHaveLogoutUrl } from '../../matchers/userpool/toHaveLogoutUrl';
import { toHavePasswordPolicy } from '../../matchers/userpool/toHavePasswordPolicy';
import { toHaveUserPoolTrigger } from '../../matchers/userpool/toHaveUserPoolTrigger';
import { toRequireMfa } from '../../matchers/userpool/toRequireMfa';
import { toSignInWith } from '../../matchers/userpool/toSignInWith';
import { toTakeIdentitiesFrom } from '../../matchers/userpool/toTakeIdentitiesFrom';
import type { MatcherDefinition } from '../../src/engine/matcher';
import { type Case, table } from './fake-source';

const refused = 'wrong argument wrong argument';
const fn = 'arn:aws:lambda:eu-west-1:1:function:welcome';
const oauthClient = {
  callbackUrls: ['https://app/callback'],
  logoutUrls: ['https://app/'],
  flows: ['code'],
  scopes: ['openid'],
  providers: ['COGNITO'],
};
const passwordPolicy = {
  minimumLength: 12,
  requireUppercase: true,
  requireLowercase: true,
  requireNumbers: true,
  requireSymbols: false,
};
const signInFlows = { flows: ['ALLOW_USER_SRP_AUTH'], hasSecret: false, hidesMissingUsers: true };
const identityAccess = {
  guests: false,
  providers: ['cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbC', 'client1'],
  authenticatedRole: 'arn:aws:iam::1:role/users',
};
const userSignUp = { selfSignUp: false, signInWith: ['email'], verified: [] };

const rows: [string, MatcherDefinition, Case[]][] = [
  [
    'toHavePasswordPolicy',
    toHavePasswordPolicy,
    [
      ['as asked', { passwordPolicy }, [{ minimumLength: { atLeast: 8 }, requireUppercase: true }], 'pass fail'],
      [
        'too short',
        { passwordPolicy },
        [{ minimumLength: { atLeast: 14 } }],
        'fail pass',
        /at least 14 characters.*12 characters/,
      ],
      [
        'no symbols',
        { passwordPolicy },
        [{ requireSymbols: true }],
        'fail pass',
        /with symbols.*without need of symbols/,
      ],
      ['nothing', { passwordPolicy }, [{}], refused, /asks nothing of a password/],
      ['a text', { passwordPolicy }, ['strong'], refused],
    ],
  ],
  [
    'toRequireMfa',
    toRequireMfa,
    [
      ['required', { multiFactor: { mode: 'ON', methods: ['SMS'] } }, [], 'pass fail'],
      ['optional', { multiFactor: { mode: 'OPTIONAL', methods: [] } }, [], 'fail pass', /each user decides/],
    ],
  ],
  [
    'toAllowSelfSignUp',
    toAllowSelfSignUp,
    [
      ['not', { userSignUp }, [], 'fail pass', /administrators/],
      ['so', { userSignUp: { ...userSignUp, selfSignUp: true } }, [], 'pass fail'],
    ],
  ],
  [
    'toSignInWith',
    toSignInWith,
    [
      ['this', { userSignUp }, ['email'], 'pass fail'],
      ['another', { userSignUp }, ['phone_number'], 'fail pass', /"email"/],
      ['an unknown one', { userSignUp }, ['fax'], refused],
    ],
  ],
  [
    'toHaveUserPoolTrigger',
    toHaveUserPoolTrigger,
    [
      ['any function', { userPoolTriggers: { functions: { PreSignUp: fn } } }, ['preSignUp'], 'pass fail'],
      ['this function', { userPoolTriggers: { functions: { PreSignUp: fn } } }, ['PreSignUp', 'welcome'], 'pass fail'],
      [
        'another function',
        { userPoolTriggers: { functions: { PreSignUp: fn } } },
        ['PreSignUp', `${fn}2`],
        'fail pass',
      ],
      ['another moment', { userPoolTriggers: { functions: {} } }, ['PreSignUp'], 'fail pass', /no trigger/],
    ],
  ],
  [
    'toHaveCallbackUrl',
    toHaveCallbackUrl,
    [
      ['this', { oauthClient }, ['https://app/callback'], 'pass fail'],
      ['to the letter', { oauthClient }, ['https://app/callback/'], 'fail pass', /callback/],
      ['a RegExp', { oauthClient }, [/^http:/], 'fail pass'],
    ],
  ],
  [
    'toHaveLogoutUrl',
    toHaveLogoutUrl,
    [
      ['this', { oauthClient }, ['https://app/'], 'pass fail'],
      ['none', { oauthClient: { ...oauthClient, logoutUrls: [] } }, ['https://app/'], 'fail pass', /"none"/],
    ],
  ],
  [
    'toAllowOAuthFlow',
    toAllowOAuthFlow,
    [
      ['this', { oauthClient }, ['code'], 'pass fail'],
      ['another', { oauthClient }, ['implicit'], 'fail pass'],
    ],
  ],
  [
    'toAllowScope',
    toAllowScope,
    [
      ['this', { oauthClient }, ['openid'], 'pass fail'],
      ['another', { oauthClient }, ['email'], 'fail pass', /openid/],
    ],
  ],
  [
    'toAllowSignInFlow',
    toAllowSignInFlow,
    [
      ['this', { signInFlows }, ['USER_SRP_AUTH'], 'pass fail'],
      ['another', { signInFlows }, ['ALLOW_USER_PASSWORD_AUTH'], 'fail pass'],
    ],
  ],
  [
    'toHaveClientSecret',
    toHaveClientSecret,
    [
      ['none', { signInFlows }, [], 'fail pass', /no secret/],
      ['one', { signInFlows: { ...signInFlows, hasSecret: true } }, [], 'pass fail'],
    ],
  ],
  [
    'toAllowGuests',
    toAllowGuests,
    [
      ['not', { identityAccess }, [], 'fail pass', /guests refused/],
      ['so', { identityAccess: { ...identityAccess, guests: true } }, [], 'pass fail', /with no role/],
    ],
  ],
  [
    'toGiveRole',
    toGiveRole,
    [
      ['to users', { identityAccess }, ['users'], 'pass fail'],
      ['to guests', { identityAccess }, ['users', { to: 'guests' }], 'fail pass', /guests: no role/],
      ['to nobody', { identityAccess }, ['users', { to: 'all' }], refused],
    ],
  ],
  [
    'toTakeIdentitiesFrom',
    toTakeIdentitiesFrom,
    [
      ['the client', { identityAccess }, ['client1'], 'pass fail'],
      ['the pool', { identityAccess }, ['arn:aws:cognito-idp:eu-west-1:1:userpool/eu-west-1_AbC'], 'pass fail'],
      ['another', { identityAccess }, ['client2'], 'fail pass'],
    ],
  ],
];

describe.each(rows)('%s', (_name, definition, cases) => table(definition, cases));
