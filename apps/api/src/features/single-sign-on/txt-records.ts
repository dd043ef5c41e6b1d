import { Resolver } from 'node:dns/promises';
import { Injectable } from '@nestjs/common';

const TIMEOUT_MS = 5_000;

/** The texts of a DNS name, or why there are none: `failed` says nothing about the record. */
export type TxtAnswer = { readonly kind: 'found'; readonly texts: readonly string[] } | { readonly kind: 'failed' };

/** Answers of a resolver that say that the record does not exist. */
const NO_RECORD = new Set(['ENOTFOUND', 'ENODATA']);

/** TXT records of the DNS. */
@Injectable()
export class TxtRecords {
  /** The resolver; tests put their own here. */
  resolve: (name: string) => Promise<string[][]> = (name) =>
    new Resolver({ timeout: TIMEOUT_MS, tries: 2 }).resolveTxt(name);

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
