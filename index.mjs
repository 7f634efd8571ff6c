// A second copy of the package would have a second set of handles, so ESM gets the CommonJS one.
import stackproof from './index.js';

export const {
  argument,
  count,
  days,
  defineMatcher,
  defineResource,
  eventually,
  notApplicable,
  number,
  oneOf,
  optional,
  outputs,
  pattern,
  resource,
  resourceLike,
  resources,
  sdk,
  seconds,
  text,
  told,
  Unjudged,
  undetermined,
} = stackproof;
export default stackproof;
