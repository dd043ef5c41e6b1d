import { Resolver } from 'node:dns/promises';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../platform/app-options';

const TIMEOUT_MS = 5_000;

/** The texts of a DNS name, or why there are none: `failed` says nothing about the record. */
export type TxtAnswer = { readonly kind: 'found'; readonly texts: readonly string[] } | { readonly kind: 'failed' };

/** Answers of a resolver that say that the record does not exist. */
const NO_RECORD = new Set(['ENOTFOUND', 'ENODATA']);

/** TXT records of the DNS. */
@Injectable()
export class TxtRecords {
  /** The resolver; tests put their own here. */
  resolve: (name: string) => Promise<string[][]>;

  constructor(@Inject(SETTINGS) { dnsServers }: Pick<Settings, 'dnsServers'>) {
    this.resolve = (name) => {
      const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: 2 });
      if (dnsServers.length > 0) resolver.setServers(dnsServers);
      return resolver.resolveTxt(name);
    };
  }

  async read(name: string): Promise<TxtAnswer> {
    try {
      const records = await this.resolve(name);
      return { kind: 'found', texts: records.map((parts) => parts.join('')) };
    } catch (error) {
      const isAbsent = NO_RECORD.has((error as { code?: string }).code ?? '');
      return isAbsent ? { kind: 'found', texts: [] } : { kind: 'failed' };
    }
  }
}
