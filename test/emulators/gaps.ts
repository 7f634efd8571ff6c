import gaps from './gaps.json';

/** Something that an AWS-compatible server answers otherwise than AWS does. */
export interface Gap {
  server: 'ministack' | 'moto';
  /** Service and operation, as an IAM action names them. */
  service: string;
  operation: string;
  /** Field of the answer. */
  property: string;
  /** What AWS does, from its API model and documentation. */
  aws: string;
  /** What the server does instead. */
  observed: string;
  /** Name of the function in `probes.ts` that shows it. */
  probe: string;
}

/** Every gap of a server. */
export function gapsOf(server: Gap['server']): Gap[] {
  return (gaps as Gap[]).filter((gap) => gap.server === server);
}
