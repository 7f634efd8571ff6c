import { applicationKinds } from './application';
import { dataKinds } from './data';
import { governanceKinds } from './governance';
import type { Kind } from './kind';
import { networkKinds } from './network';

/** Every type of the catalog. */
export const kinds: Kind[] = [...networkKinds, ...dataKinds, ...applicationKinds, ...governanceKinds];
