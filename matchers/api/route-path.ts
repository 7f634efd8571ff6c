import { argument, isRegExp } from '../../src/engine/argument';

/** API Gateway begins every path with a slash, and the routes of its own with a dollar sign; without it none is found. */
const form = /^[/$]/;

const isPath = (given: unknown): given is string => typeof given === 'string' && form.test(given);

/** The path of a method as the API has it, or a route of a WebSocket API. */
export const routePath = argument<string>("a path such as '/orders/{id}'", (given) =>
  isPath(given) ? given : undefined,
);

/** The same, or a pattern of one. */
export const routePathOrPattern = argument<string | RegExp>(
  "a path such as '/orders/{id}', or a regular expression",
  (given) => (isPath(given) || isRegExp(given) ? given : undefined),
);
