import type { TargetHealth } from '../../src/facets';

/** Targets that stay: those on their way out, and those no load balancer uses, do not count. */
export function stayingTargets({ targets }: TargetHealth): TargetHealth['targets'] {
  return targets.filter(({ state }) => state !== 'draining');
}

/** Whether requests are sent to a target. */
export function isHealthy({ state }: TargetHealth['targets'][number]): boolean {
  return state === 'healthy';
}

/** Targets in words, the unhealthy ones first. */
export function targetsInWords(targets: TargetHealth['targets']): string {
  const ordered = [...targets].sort((one, other) => Number(isHealthy(one)) - Number(isHealthy(other)));
  const shown = ordered.slice(0, 10).map(({ id, port, state, reason }) => {
    const name = port === undefined ? id : `${id}:${port}`;
    return `${name} ${state}${reason ? ` (${reason})` : ''}`;
  });
  const rest = targets.length - shown.length;
  return `${shown.join(', ') || 'no target is registered'}${rest > 0 ? `, and ${rest} more` : ''}`;
}
