import { toExist } from '../../matchers/existence/toExist';
import { toBeAvailable } from '../../matchers/lifecycle/toBeAvailable';
import { toBeInState } from '../../matchers/lifecycle/toBeInState';
import { toHaveTags } from '../../matchers/tags/toHaveTags';
import { undetermined } from '../../src/engine/unjudged';
import { table } from './fake-source';

const refused = 'wrong argument wrong argument';

table(toExist, [
  ['there', { existence: { exists: true } }, [], 'pass fail'],
  ['not there', { existence: { exists: false } }, [], 'fail pass', /AWS says that it does not exist/],
  ['not told', { existence: undetermined('access denied', 'no') }, [], 'undetermined undetermined'],
]);

table(toBeAvailable, [
  ['ready', { lifecycle: { state: 'available', available: true } }, [], 'pass fail'],
  [
    'not ready',
    { lifecycle: { state: 'creating', available: false, reason: 'still starting' } },
    [],
    'fail pass',
    /creating \(still starting\).*eventually/,
  ],
  ['without states', { lifecycle: { available: true } }, [], 'pass fail', /its type has no states/],
]);

table(toBeInState, [
  ['the state', { lifecycle: { state: 'ACTIVE', available: true } }, ['active'], 'pass fail'],
  [
    'one of several',
    { lifecycle: { state: 'backing-up', available: true } },
    [['available', 'backing-up']],
    'pass fail',
  ],
  [
    'another',
    { lifecycle: { state: 'stopped', available: false } },
    [['available', 'backing-up']],
    'fail pass',
    /available or backing-up.*stopped/,
  ],
  [
    'without states',
    { lifecycle: { available: true } },
    ['active'],
    'not applicable not applicable',
    /no state; ask toExist/,
  ],
  ['no state', { lifecycle: { available: true } }, [[]], refused, /the list is empty/],
  ['nothing', { lifecycle: { available: true } }, [], refused],
]);

describe('toHaveTags', () => {
  const tags = { Environment: 'prod', Team: 'data', '': 'odd' };
  table(toHaveTags, [
    ['a value', { tags }, [{ Environment: 'prod' }], 'pass fail'],
    ['a RegExp', { tags }, [{ Environment: /^prod/ }], 'pass fail'],
    ['an asymmetric matcher', { tags }, [{ Team: expect.stringMatching('da') }], 'pass fail'],
    ['keys', { tags }, [['Environment', 'Team']], 'pass fail'],
    [
      'another value',
      { tags },
      [{ Environment: 'dev' }],
      'fail pass',
      /"expected":\{"Environment":"dev"\},"received":\{"Environment":"prod"\}/,
    ],
    ['no such tag', { tags }, [{ Owner: 'x' }], 'fail pass', /no such tag/],
    ['a key in another case', { tags }, [['environment']], 'fail pass', /There is a tag 'Environment'/],
    ['no tag that is alike', { tags }, [['Owner']], 'fail pass', /^(?!.*There is a tag)/],
    ['an inherited name', { tags }, [['constructor']], 'fail pass'],
    [
      'some of them',
      { tags },
      [{ Environment: 'prod', Team: 'web' }],
      'fail fail',
      /only some.*Environment yes, Team no/,
    ],
    ['no tags at all', { tags: {} }, [['Team']], 'fail pass', /no tags at all/],
    ['an empty value', { tags: { Empty: '' } }, [{ Empty: '' }], 'pass fail'],
    ['a number', { tags }, [{ Environment: 1 }], refused, /the value of Environment must be a text/],
    ['nothing', { tags }, [{}], refused, /names no tag/],
    ['one key', { tags }, ['Environment'], refused, /a list of tag keys/],
    ['an empty key', { tags }, [['']], refused],
    ['a lost value', { tags }, [{ Environment: undefined }], refused],
  ]);
});
