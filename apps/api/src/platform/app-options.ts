import type { Settings } from '@holdout/settings';
import type { Clock } from '@holdout/persistence';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';

export type AppOptions = {
  readonly settings: Settings;
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly log: Logger;
  /** The .graphql files: the merged one in production, the sources in tests. */
  readonly schemaPaths: readonly string[];
  /** Operations by their SHA-256. Given: only these are answered. Null: any operation is, within the same limits. */
  readonly operations: ReadonlyMap<string, string> | null;
};

export const APP_OPTIONS = Symbol('APP_OPTIONS');
export const CLOCK = Symbol('CLOCK');
export const LOG = Symbol('LOG');
export const SETTINGS = Symbol('SETTINGS');
