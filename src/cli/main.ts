#!/usr/bin/env node
import { Command } from 'commander';
import { OptionsError } from '../options-error';
import { OutputsError } from '../outputs';
import { discoverCommand } from './discover';
import { matrixCommand } from './matrix';

const { version } = require('../../../package.json') as { version: string };

/** The `stackproof` command: one file per subcommand. */
async function main(): Promise<void> {
  const program = new Command('stackproof')
    .description('Proves that a deployed AWS stack is what its authors meant.')
    .version(version)
    .showHelpAfterError('Run stackproof --help for the commands and their options.')
    .addCommand(discoverCommand())
    .addCommand(matrixCommand());
  await program.parseAsync();
}

main().catch((error: unknown) => {
  const theirs = error instanceof OutputsError || error instanceof OptionsError;
  process.stderr.write(`${theirs ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exitCode = 1;
});
