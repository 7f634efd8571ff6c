// A second copy of the package would have a second set of handles, so ESM gets the CommonJS one.
import stackproof from './index.js';

export const {
  argument,
  days,
  defineMatcher,
  defineResource,
  eventually,
  notApplicable,
  optional,
  outputs,
  resource,
  resourceLike,
  resources,
  sdk,
  seconds,
  told,
  Unjudged,
  undetermined,
} = stackproof;
export default stackproof;
