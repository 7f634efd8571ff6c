import type { AccessLogging } from '../../facets';

/** Access log settings as both API Gateway services have them, in their own spelling. */
export function apiAccessLog(destination: string | undefined): AccessLogging {
  return destination ? { enabled: true, destination } : { enabled: false };
}
