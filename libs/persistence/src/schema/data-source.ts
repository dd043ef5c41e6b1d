import { DataSource } from 'typeorm';
import { ENTITIES } from './entities';
import { First1795219200000 } from './migrations/1795219200000-first';
import { QuestionKinds1795262400000 } from './migrations/1795262400000-question-kinds';
import { BankLoads1795273200000 } from './migrations/1795273200000-bank-loads';
import { SearchWords1795284000000 } from './migrations/1795284000000-search-words';
import { AttemptDeadlines1796018400000 } from './migrations/1796018400000-attempt-deadlines';
import { AttemptAccess1796032800000 } from './migrations/1796032800000-attempt-access';
import { StaleAnswers1796040000000 } from './migrations/1796040000000-stale-answers';
import { ProvenAddresses1796047200000 } from './migrations/1796047200000-proven-addresses';
import { Subtitles1796050800000 } from './migrations/1796050800000-subtitles';
import { Assessments1796054400000 } from './migrations/1796054400000-assessments';
import { Taking1796058600000 } from './migrations/1796058600000-taking';
import { Mail1796055000000 } from './migrations/1796055000000-mail';
import { SessionsAndTokens1796055600000 } from './migrations/1796055600000-sessions-and-tokens';
import { AccountLinks1796055660000 } from './migrations/1796055660000-account-links';
import { SecondFactors1796056200000 } from './migrations/1796056200000-second-factors';
import { SingleSignOn1796056260000 } from './migrations/1796056260000-single-sign-on';
import { Organizations1796056800000 } from './migrations/1796056800000-organizations';
import { Building1796057400000 } from './migrations/1796057400000-building';
import { InvitedAssessments1796058000000 } from './migrations/1796058000000-invited-assessments';
import { PublicSeats1796144400000 } from './migrations/1796144400000-public-seats';
import { InvitationTable1796144700000 } from './migrations/1796144700000-invitation-table';
import { TimedSections1796144800000 } from './migrations/1796144800000-timed-sections';
import { Outages1796144860000 } from './migrations/1796144860000-outages';
import { LateAnswers1796230800000 } from './migrations/1796230800000-late-answers';
import { PublishedBanks1796145000000 } from './migrations/1796145000000-published-banks';
import { SortedLists1796145060000 } from './migrations/1796145060000-sorted-lists';
import { Trials1796145100000 } from './migrations/1796145100000-trials';
import { AttemptPresence1796145200000 } from './migrations/1796145200000-attempt-presence';
import { AttemptMessages1796145300000 } from './migrations/1796145300000-attempt-messages';
import { AttemptEvents1796145260000 } from './migrations/1796145260000-attempt-events';
import { RevisionDeltas1796145290000 } from './migrations/1796145290000-revision-deltas';
import { AttemptScores1796231400000 } from './migrations/1796231400000-attempt-scores';
import { OneOpenAttempt1796231000000 } from './migrations/1796231000000-one-open-attempt';
import { SortedNames1796231100000 } from './migrations/1796231100000-sorted-names';
import { Reviewing1796231200000 } from './migrations/1796231200000-reviewing';
import { Similarity1796231800000 } from './migrations/1796231800000-similarity';
import { Cohorts1796231600000 } from './migrations/1796231600000-cohorts';
import { Privacy1796231860000 } from './migrations/1796231860000-privacy';
import { PostgresNaming } from './naming-strategy';
import { PreparingClient } from './prepared';

export const MIGRATIONS_TABLE = 'schema_migration';

/** Each is run once, in this order. */
const MIGRATIONS = [
  First1795219200000,
  QuestionKinds1795262400000,
  BankLoads1795273200000,
  SearchWords1795284000000,
  AttemptDeadlines1796018400000,
  AttemptAccess1796032800000,
  StaleAnswers1796040000000,
  ProvenAddresses1796047200000,
  Subtitles1796050800000,
  Assessments1796054400000,
  Mail1796055000000,
  SessionsAndTokens1796055600000,
  AccountLinks1796055660000,
  SecondFactors1796056200000,
  SingleSignOn1796056260000,
  Organizations1796056800000,
  Building1796057400000,
  InvitedAssessments1796058000000,
  Taking1796058600000,
  PublicSeats1796144400000,
  InvitationTable1796144700000,
  TimedSections1796144800000,
  Outages1796144860000,
  LateAnswers1796230800000,
  PublishedBanks1796145000000,
  SortedLists1796145060000,
  Trials1796145100000,
  AttemptPresence1796145200000,
  AttemptMessages1796145300000,
  AttemptEvents1796145260000,
  RevisionDeltas1796145290000,
  OneOpenAttempt1796231000000,
  SortedNames1796231100000,
  Reviewing1796231200000,
  AttemptScores1796231400000,
  Similarity1796231800000,
  Cohorts1796231600000,
  Privacy1796231860000,
] as const;

export type DataSourceOptions = {
  readonly url: string;
  /** The largest number of connections of this process. */
  readonly poolSize?: number;
  /** Called with every statement, for tests that count them. */
  readonly onStatement?: ((statement: string) => void) | undefined;
};

/** A statement that waits longer for a lock fails, because it blocks all statements queued behind it. */
const LOCK_TIMEOUT_MS = 10_000;
const STATEMENT_TIMEOUT_MS = 30_000;

/** Makes the data source of the product's tables; it connects at `initialize()`. */
export function makeDataSource({ url, poolSize = 10, onStatement }: DataSourceOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: 'holdout-api',
    entities: ENTITIES,
    migrations: [...MIGRATIONS],
    migrationsTableName: MIGRATIONS_TABLE,
    namingStrategy: new PostgresNaming(),
    synchronize: false,
    installExtensions: false,
    poolSize,
    extra: { Client: PreparingClient, lock_timeout: LOCK_TIMEOUT_MS, statement_timeout: STATEMENT_TIMEOUT_MS },
    ...(onStatement ? { logging: ['query'] as const, logger: new StatementLogger(onStatement) } : {}),
  });
}

class StatementLogger {
  constructor(private readonly onStatement: (statement: string) => void) {}

  logQuery(query: string): void {
    this.onStatement(query);
  }

  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
