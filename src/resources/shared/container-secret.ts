import { parse, validate } from '@aws-sdk/util-arn-parser';
import type { SecretReference } from '../../facets/data';

/**
 * What a container's `valueFrom` names: a secret (by ARN, with a JSON key, a stage and a version id after it), or a
 * parameter (by ARN or name).
 *
 * @example secretReference('app DB_PASSWORD', 'arn:aws:secretsmanager:eu-west-1:1:secret:db-a1b2c3:password::')
 */
export function secretReference(of: string, valueFrom: string): SecretReference {
  if (!validate(valueFrom)) return { of, resource: { type: 'AWS::SSM::Parameter', id: valueFrom } };
  const { service, region, resource } = parse(valueFrom);
  if (service !== 'secretsmanager') {
    // A parameter of a path keeps its leading slash, which the ARN leaves out.
    const name = resource.replace(/^parameter\//, '');
    const id = name.includes('/') ? `/${name}` : name;
    return { of, resource: { type: 'AWS::SSM::Parameter', id, region } };
  }
  const [kind, name, jsonKey, stage, versionId] = resource.split(':');
  const arn = `${valueFrom.slice(0, valueFrom.length - resource.length)}${kind}:${name}`;
  const version = versionId || (stage === 'AWSCURRENT' ? undefined : stage);
  return {
    of,
    resource: { type: 'AWS::SecretsManager::Secret', id: arn, region },
    ...(jsonKey && { jsonKey }),
    ...(version && { version }),
  };
}
