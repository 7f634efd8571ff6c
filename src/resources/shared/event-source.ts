import type { EventSourceMappingConfiguration } from '@aws-sdk/client-lambda';
import { told } from '../../engine/unjudged';

/** Where a mapping reads from: an ARN, or the brokers of an Apache Kafka cluster outside AWS. */
export function eventSourceOf({ EventSourceArn, SelfManagedEventSource }: EventSourceMappingConfiguration): string {
  const brokers = SelfManagedEventSource?.Endpoints?.KAFKA_BOOTSTRAP_SERVERS?.join(',');
  return told(EventSourceArn || brokers, 'EventSourceArn');
}
