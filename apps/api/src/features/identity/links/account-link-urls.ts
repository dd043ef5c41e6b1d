import type { AccountLink, AccountLinkId } from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import { LinkTokens } from '../../../platform/access/link-token';
import { SETTINGS } from '../../../platform/app-options';

const PATHS = {
  signUp: 'confirm',
  proveAddress: 'email',
  resetPassword: 'reset',
} as const satisfies Record<AccountLink['purpose'], string>;

/** The tokens and addresses of links to a mailbox. */
@Injectable()
export class AccountLinkUrls {
  constructor(
    private readonly tokens: LinkTokens,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'publicUrl'>,
  ) {}

  tokenOf(id: AccountLinkId): string {
    return this.tokens.of('account', id, 0);
  }

  urlOf({ id, purpose }: AccountLink): string {
    return `${this.settings.publicUrl}/${PATHS[purpose]}/${this.tokenOf(id)}`;
  }
}
