import { Command, Option } from 'commander';
import { loadExtensions } from '../broker/extensions';
import { readOptions } from '../options';
import { type DiscoveredOutput, discover, maskValue, readOutputs } from '../outputs';
import { table } from './table';

interface DiscoverOptions {
  outputs?: string;
  format: 'text' | 'json';
}

/** `stackproof discover`: what each output names, and how that was decided. */
export function discoverCommand(): Command {
  return new Command('discover')
    .description('Print the resource behind each output: type, identifier, region, account, and what decided it.')
    .option('--outputs <file>', 'outputs file; searched in the usual places unless told')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .action(({ outputs, format }: DiscoverOptions) => {
      const options = readOptions({});
      const { resources } = loadExtensions(options.extensions ?? [], process.cwd());
      const rules = resources.flatMap(({ type, identify }) => identify.map((rule) => ({ type, ...rule })));
      const rows = undecidedLast(discover(readOutputs(outputs ?? options.outputs), { rules })).map((row) => ({
        ...row,
        value: maskValue(row.key, row.value),
        id: String(maskValue(row.key, row.id)),
      }));
      process.stdout.write(`${format === 'json' ? JSON.stringify(rows, null, 2) : asTable(rows)}\n`);
    });
}

function undecidedLast(rows: DiscoveredOutput[]): DiscoveredOutput[] {
  const rank = ({ type, decidedBy }: DiscoveredOutput) => (type !== 'none' ? 0 : decidedBy === 'undecided' ? 2 : 1);
  return [...rows].sort((a, b) => rank(a) - rank(b));
}

function asTable(rows: DiscoveredOutput[]): string {
  const lines = rows.map(({ stack, key, type, identifier, id, region, account, decidedBy }) => [
    stack ? `${stack}.${key}` : key,
    type === 'none' ? '-' : type,
    type === 'none' ? '-' : `${identifier} ${id}`,
    [region, account].filter(Boolean).join(' ') || '-',
    decidedBy,
  ]);
  return table(['OUTPUT', 'TYPE', 'IDENTIFIER', 'REGION ACCOUNT', 'DECIDED BY'], lines);
}
