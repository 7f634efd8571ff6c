import { resource } from 'stackproof';

const stream = resource('PatientDataStreamName', 'AWS::Kinesis::Stream');
const processor = resource('ProcessorFunctionName', 'AWS::Lambda::Function');
const auditLog = resource('AuditLogGroupName', 'AWS::Logs::LogGroup');

test('a patient record that arrives on the stream is written down in the audit log', async () => {
  await expect(stream).toReach(auditLog, {
    send: { recordId: '{marker}', observation: 'synthetic, of no patient' },
    find: { action: 'INGEST', recordId: '{marker}' },
    within: '60s',
  });
});

test('the processor takes an empty batch without an error', async () => {
  await expect(processor).toInvokeSuccessfully({ payload: { Records: [] }, returns: { audited: 0 } });
});
