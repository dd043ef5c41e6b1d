import { Injectable } from '@nestjs/common';
import type { Sender, Subject } from '../../access/context';
import type { DeleteMyDataInput } from '../../generated/resolvers';
import { Credentials } from './credentials';
import { Erasure } from './erasure';

export type DeletionOutcome = { readonly kind: 'deleted' | 'refused' };

/** Deletes a person's data at their own request. */
@Injectable()
export class DataDeletion {
  constructor(
    private readonly credentials: Credentials,
    private readonly erasure: Erasure,
  ) {}

  async deleteMyData(sender: Sender, subject: Subject, { password }: DeleteMyDataInput): Promise<DeletionOutcome> {
    if (subject.kind === 'account' && !(await this.credentials.isTheirs(sender, subject.accountId, password))) {
      return { kind: 'refused' };
    }
    await this.erasure.erase(subject);
    return { kind: 'deleted' };
  }
}
