import type { Settings } from '@holdout/settings';
import type { Clock } from '@holdout/persistence';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { HttpLimits } from './http/http-limits';

/** Which operations are executed. The limits on operations are the same everywhere. */
export type Admission = {
  /** The operations of the web app by their SHA-256. */
  readonly known: ReadonlyMap<string, string>;
  /** Outside production any other operation is executed too, and introspection. */
  readonly isOpen: boolean;
};

export type AppOptions = {
  readonly settings: Settings;
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly log: Logger;
  /** The .graphql files: the merged one in production, the sources in tests. */
  readonly schemaPaths: readonly string[];
  readonly admission: Admission;
  /** The module of the thread that reads uploaded banks. */
  readonly bankReader: URL;
  /** The module of the thread that compares programs. */
  readonly comparer: URL;
  /** What one process holds open for its clients. */
  readonly httpLimits: HttpLimits;
  /** Whether this process takes part in background jobs; tests run their tasks themselves. */
  readonly runsJobs: boolean;
};

export const APP_OPTIONS = Symbol('APP_OPTIONS');
export const CLOCK = Symbol('CLOCK');
export const LOG = Symbol('LOG');
export const SETTINGS = Symbol('SETTINGS');
