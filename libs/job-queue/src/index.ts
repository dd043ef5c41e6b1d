export { assertGraderRights } from './assert-grader-rights';
export { CLOSE_DATABASE, databaseRolesSql, grantGrader } from './grader-login';
export {
  JobQueue,
  type FailedJob,
  type JobEnd,
  type LiveGrader,
  type NewJob,
  type QueueHealth,
  type QueuePlace,
  type SlotUse,
  type TakenReport,
} from './job-queue';
export { Listener, type ListenerOptions } from './listener';
export { migrateQueue } from './migrate-queue';
export {
  LEASE,
  QueueClient,
  type ClaimedJob,
  type ClaimOptions,
  type GraderSelf,
  type Part,
  type StoredData,
} from './queue-client';
export { type JobRank, QUEUE_CHANNELS } from './queue-names';
export { pgSql, type Row, type SqlClient } from './sql-client';
