// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sub() takes placeholders as CloudFormation spells them
import { sub } from '../../deploy';

/** Tags of the healthy resources; the broken ones have none. */
export const tags = [
  { Key: 'Team', Value: 'orders' },
  { Key: 'Environment', Value: 'production' },
];

/** A policy document. */
export function policy(...Statement: object[]) {
  return { Version: '2012-10-17', Statement };
}

/** The statement that hands a resource to the IAM policies of its account. */
export function administrators(Action: string, Resource: unknown = '*') {
  return { Effect: 'Allow', Principal: { AWS: sub('arn:aws:iam::${AWS::AccountId}:root') }, Action, Resource };
}

/** The statement that refuses everybody without TLS. */
export function denyInsecureTransport(Action: string, Resource: unknown) {
  const Condition = { Bool: { 'aws:SecureTransport': 'false' } };
  return { Sid: 'TlsOnly', Effect: 'Deny', Principal: '*', Action, Resource, Condition };
}

/** The statement that lets a service act on behalf of the account. */
export function allowService(service: string, Action: string, Resource: unknown) {
  const Condition = { StringEquals: { 'aws:SourceAccount': sub('${AWS::AccountId}') } };
  return { Effect: 'Allow', Principal: { Service: `${service}.amazonaws.com` }, Action, Resource, Condition };
}
