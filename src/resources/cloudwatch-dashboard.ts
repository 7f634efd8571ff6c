import { cloudwatch } from '../aws/sdk';
import { isRecord } from '../engine/argument';
import { defineResource } from '../engine/resource';
import { told, undetermined } from '../engine/unjudged';
import type { Widget } from '../facets';
import { resourcePart } from './shared/arn';
import { attributeValue } from './shared/attributes';

export const cloudwatchDashboard = defineResource({
  type: 'AWS::CloudWatch::Dashboard',
  label: 'CloudWatch dashboard',
  sdk: cloudwatch,
  reads: ['cloudwatch:GetDashboard'],
  notFound: ['ResourceNotFound', 'ResourceNotFoundException', 'DashboardNotFoundError'],
  facts: (aws, { id }) => aws.call('GetDashboard', { DashboardName: resourcePart(id).replace(/^dashboard\//, '') }),
  config: {
    read: (dashboard) => ({
      DashboardName: dashboard.DashboardName,
      DashboardArn: dashboard.DashboardArn,
      DashboardBody: body(dashboard.DashboardBody),
    }),
  },
  facets: {
    identity: {
      fields: 'DashboardArn, DashboardName',
      read: (dashboard) => ({
        arn: told(dashboard.DashboardArn, 'DashboardArn'),
        id: told(dashboard.DashboardName, 'DashboardName'),
      }),
    },
    lifecycle: {
      fields: 'DashboardBody',
      read: (dashboard) => {
        body(dashboard.DashboardBody);
        return { available: true };
      },
    },
    widgets: {
      fields: 'DashboardBody.widgets[].{type, properties.title, properties.metrics}',
      read: (dashboard) => {
        const { widgets = [] } = body(dashboard.DashboardBody);
        return { widgets: list(widgets).filter(isRecord).map(widget) };
      },
    },
  },
});

function body(text: string | undefined): Record<string, unknown> {
  const parsed = attributeValue('DashboardBody', told(text, 'DashboardBody').trim());
  if (isRecord(parsed)) return parsed;
  throw undetermined('broken answer', 'AWS answered with a DashboardBody that is no JSON object');
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function widget({ type, properties }: Record<string, unknown>): Widget {
  const { title, metrics } = isRecord(properties) ? properties : {};
  return {
    type: String(type),
    ...(typeof title === 'string' && title !== '' && { title }),
    metrics: metricsOf(list(metrics).filter(Array.isArray)),
  };
}

/** A row may leave out what the row before it says: `.` repeats one field, `...` all but the last. */
function metricsOf(rows: unknown[][]): string[] {
  let namespace = '';
  let name = '';
  const named: string[] = [];
  for (const [first, second] of rows) {
    if (typeof first !== 'string') continue;
    if (first !== '...') {
      namespace = first === '.' ? namespace : first;
      name = second === '.' || typeof second !== 'string' ? name : second;
    }
    named.push(`${namespace} ${name}`);
  }
  return [...new Set(named)];
}
