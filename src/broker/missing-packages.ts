import type { MissingPackage } from './account-reader';

/** One message for all SDK packages that are not installed: who needs them, and the one line that installs them. */
export function missingPackagesMessage(missing: readonly MissingPackage[]): string {
  const needs = missing.map(
    ({ package: name, targets }) => `  ${name}: ${targets.map(({ key, type }) => `${key} (${type})`).join(', ')}`,
  );
  return [
    'stackproof: some resources cannot be read, because their SDK packages are not installed:',
    ...needs,
    `Install them: npm install --save-dev ${missing.map(({ package: name }) => name).join(' ')}`,
  ].join('\n');
}
