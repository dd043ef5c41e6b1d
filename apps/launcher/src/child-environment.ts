import { join, resolve } from 'node:path';
import type { Settings } from '@holdout/settings';
import type { Addresses } from './embedded-database';
import { type Home, keptSecret } from './home';

export type Product = {
  readonly workspace: string;
  readonly home: Home;
  readonly settings: Settings;
  readonly addresses: Addresses;
  readonly localMode: boolean;
};

function common({ workspace, home, settings }: Product): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: settings.nodeEnv,
    LOG_LEVEL: settings.logLevel,
    HOLDOUT_HOME: home.directory,
    HOLDOUT_PUBLIC_BANK: settings.publicBank ?? join(workspace, 'bank'),
    HOLDOUT_TRIAL_BANK: settings.trialBank ?? join(workspace, 'bank-trial'),
    HOLDOUT_BANKS: settings.bankDirectories.map((directory) => resolve(directory)).join(','),
  };
}

/** The api's environment: all settings, both database addresses and the secret. */
export function apiEnvironment(product: Product): NodeJS.ProcessEnv {
  const { settings, addresses } = product;
  return {
    ...common(product),
    PORT: String(settings.port),
    HOST: settings.host,
    PUBLIC_URL: settings.publicUrl,
    DATABASE_URL: addresses.databaseUrl,
    GRADER_DATABASE_URL: addresses.graderDatabaseUrl ?? '',
    HOLDOUT_SECRET: settings.secret ?? keptSecret(product.home),
    HOLDOUT_LOCAL_MODE: String(product.localMode),
    HOLDOUT_WEB_ROOT: settings.webRoot ?? join(product.workspace, 'dist/web'),
  };
}

/** The grader's environment, without the product's database address, the secret that seeds hidden data and the mail server. */
export function graderEnvironment(product: Product): NodeJS.ProcessEnv {
  const { DATABASE_URL, HOLDOUT_SECRET, SMTP_URL, MAIL_FROM, ...rest } = common(product);
  return { ...rest, GRADER_DATABASE_URL: product.addresses.graderDatabaseUrl ?? '' };
}
