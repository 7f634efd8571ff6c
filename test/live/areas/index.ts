import { cluster } from './cluster';
import { database } from './database';
import { lambda } from './function';
import { identity } from './identity';
import { keys } from './keys';
import { messaging } from './messaging';
import { monitoring } from './monitoring';
import { network } from './network';
import { storage } from './storage';
import { stream } from './stream';
import { table } from './table';

/** Every area. Their resources refer to each other, so they are deployed as one stack. */
export const areas = [
  keys,
  storage,
  database,
  cluster,
  table,
  stream,
  messaging,
  lambda,
  monitoring,
  identity,
  network,
];
