import { Injectable } from '@nestjs/common';
import { DEVICE_CODE_WORDS as WORDS } from '../../messages/device-code';
import type { MailContent } from '../mail/mail-content';
import { Mails } from '../mail/mails';
import { DeviceCodes } from './device-codes';

/** Composes the mail with the code for a candidate's second device. */
@Injectable()
export class CodeMail {
  constructor(
    mails: Mails,
    private readonly codes: DeviceCodes,
  ) {
    mails.register('deviceCode', ({ subjectId }) => this.compose(subjectId));
  }

  private async compose(codeId: string): Promise<MailContent | null> {
    const digits = await this.codes.digitsToSend(codeId);
    if (digits === null) return null;
    return {
      subject: WORDS.subject,
      blocks: [
        { kind: 'paragraph', text: WORDS.what },
        { kind: 'code', text: digits },
        { kind: 'paragraph', text: WORDS.notYou },
      ],
    };
  }
}
