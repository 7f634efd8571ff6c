import {
  BackupClient,
  GetBackupPlanCommand,
  GetBackupSelectionCommand,
  ListBackupSelectionsCommand,
  ListTagsCommand,
} from '@aws-sdk/client-backup';
import { mockClient } from 'aws-sdk-client-mock';
import { backupBackupPlan } from '../../src/resources/backup-backup-plan';
import { asking } from './answers';
import { refusal } from './refusal';

const backup = mockClient(BackupClient);
const { ask, exists } = asking('AWS::Backup::BackupPlan', [backupBackupPlan]);
const id = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const arn = `arn:aws:backup:eu-west-1:123456789012:backup-plan:${id}`;
const typical = {
  BackupPlanId: id,
  BackupPlanArn: arn,
  BackupPlan: {
    BackupPlanName: 'daily',
    Rules: [
      {
        RuleName: 'daily',
        TargetBackupVaultName: 'orders',
        ScheduleExpression: 'cron(0 5 * * ? *)',
        Lifecycle: { DeleteAfterDays: 35, MoveToColdStorageAfterDays: -1 },
        CopyActions: [{ DestinationBackupVaultArn: 'arn:aws:backup:eu-central-1:1:backup-vault:copy' }],
      },
      { RuleName: 'plain', TargetBackupVaultName: 'orders' },
    ],
  },
};

beforeEach(() => {
  backup.reset();
  backup.on(GetBackupPlanCommand, { BackupPlanId: id }).resolves(typical);
});

test.each([id, arn])('%s', async (given) => {
  expect(await ask(given, 'identity')).toEqual({ arn, id, name: 'daily' });
  expect(await ask(given, 'lifecycle')).toEqual({ available: true });
  expect(await ask(given, 'config')).toMatchObject({ BackupPlanId: id, BackupPlanName: 'daily' });
});

test('not found, and deleted', async () => {
  backup.on(GetBackupPlanCommand).resolves({ ...typical, DeletionDate: new Date(0) });
  expect(await exists(id)).toBe(false);
  backup.on(GetBackupPlanCommand).rejects(refusal('ResourceNotFoundException'));
  expect(await exists(id)).toBe(false);
});

test('rules', async () => {
  expect(await ask(id, 'backupRules')).toEqual({
    rules: [
      {
        name: 'daily',
        vault: 'orders',
        schedule: 'cron(0 5 * * ? *)',
        deleteAfterDays: 35,
        continuous: false,
        copiesTo: ['arn:aws:backup:eu-central-1:1:backup-vault:copy'],
      },
      { name: 'plain', vault: 'orders', continuous: false, copiesTo: [] },
    ],
  });
});

test('selections and tags', async () => {
  backup.on(ListBackupSelectionsCommand).resolves({ BackupSelectionsList: [{ SelectionId: 'one' }] });
  backup.on(GetBackupSelectionCommand, { BackupPlanId: id, SelectionId: 'one' }).resolves({
    BackupSelection: {
      SelectionName: 'tables',
      IamRoleArn: 'arn:aws:iam::1:role/backup',
      Resources: ['arn:aws:dynamodb:*:*:table/*'],
      ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'daily' }],
      Conditions: { StringEquals: [], StringNotEquals: [], StringLike: [], StringNotLike: [] },
    },
  });
  expect(await ask(id, 'backupSelections')).toEqual({
    selections: [
      {
        name: 'tables',
        resources: ['arn:aws:dynamodb:*:*:table/*'],
        notResources: [],
        tags: ['backup=daily'],
        conditional: false,
      },
    ],
  });
  backup.on(ListTagsCommand).resolves({ Tags: {} });
  expect(await ask(id, 'tags')).toEqual({});
});
