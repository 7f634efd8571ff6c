import type { Ledger } from '../aws/ledger';
import type { Project } from '../broker/project';
import { reasonInTitle } from '../engine/message';
import { nobodyAsserted } from './nobody-asserted';

type LedgerRead = Pick<Ledger, 'entries' | 'notes'>;

/** What the reporter prints after a run, line by line; nothing where there is nothing to say. */
export function summaryOf(
  skips: ReadonlyMap<string, number>,
  projects: readonly Project[],
  ledgers: readonly LedgerRead[],
): string[] {
  return [
    ...section('Skipped', counted(skips)),
    ...section('Not deployed', projects.flatMap(notDeployedOf)),
    ...section('Could not be determined', undeterminedOf(projects)),
    ...section('Outputs and resources nobody asserted on', projects.flatMap(nobodyAsserted)),
    ...section('Reads', ledgers.flatMap(readsOf)),
  ];
}

function section(title: string, rows: string[]): string[] {
  return rows.length === 0 ? [] : [`stackproof: ${title}`, ...rows.map((row) => `  ${row}`)];
}

function counted(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].sort(([, a], [, b]) => b - a).map(([reason, count]) => `${count} x ${reason}`);
}

function undeterminedOf(projects: readonly Project[]): string[] {
  const counts = new Map<string, number>();
  for (const { verdict } of projects.flatMap(({ records }) => records)) {
    if (verdict.outcome !== 'undetermined') continue;
    const what = [verdict.cause, verdict.action ?? verdict.reason].filter(Boolean).join(': ');
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return counted(counts);
}

/** One line for each output that is missing, where that is a failure. */
function notDeployedOf({ options, records }: Project): string[] {
  if (options.missing !== 'fail') return [];
  const missing = records.filter(({ verdict }) => verdict.outcome === 'not deployed');
  return [...new Set(missing.map(({ verdict }) => `${verdict.subject.key}: ${reasonInTitle(verdict)}`))];
}

function readsOf({ entries, notes }: LedgerRead): string[] {
  if (entries.length === 0) return notes;
  const requests = entries.reduce((sum, { attempts }) => sum + attempts, 0);
  const shared = entries.reduce((sum, entry) => sum + entry.shared, 0);
  const slowest = [...entries]
    .sort((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, 3)
    .map(({ action, region, milliseconds }) => `${action} in ${region} ${Math.round(milliseconds)} ms`);
  return [
    `${entries.length} API calls in ${requests} requests; ${shared} further questions were answered by them`,
    `slowest: ${slowest.join(', ')}`,
    ...notes,
  ];
}
