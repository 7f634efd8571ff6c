import { Command, Option } from 'commander';
import { matrix } from '../catalog';
import { table } from './table';

/** `stackproof matrix`: which matcher can judge which type. */
export function matrixCommand(): Command {
  return new Command('matrix')
    .description('Print which matcher can judge which resource type.')
    .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
    .action(({ format }: { format: 'text' | 'json' }) => {
      const pairs = matrix();
      const rows = pairs.map(({ type, matcher }) => [type, matcher]);
      process.stdout.write(
        `${format === 'json' ? JSON.stringify(pairs, null, 2) : table(['TYPE', 'MATCHER'], rows)}\n`,
      );
    });
}
