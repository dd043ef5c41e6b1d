import {
  AssessmentVersionRepository,
  CandidateInvitationRepository,
  Database,
  OrganizationRepository,
} from '@holdout/persistence';
import { Injectable } from '@nestjs/common';
import { REPORT_WORDS } from '../../messages/report';
import type { MailBlock, MailContent } from '../mail/mail-content';
import { Mails, type QueuedMail } from '../mail/mails';

/** Composes the mails about reports to candidates. The points are not in them: mail is read by others. */
@Injectable()
export class ReportMail {
  constructor(
    private readonly db: Database,
    private readonly mails: Mails,
  ) {}

  register(): void {
    this.mails.register('reportReleased', (mail) => this.compose(mail));
  }

  private async compose({ subjectId }: QueuedMail): Promise<MailContent | null> {
    const invitation = await this.db.repo(CandidateInvitationRepository).find(subjectId);
    if (invitation === null) return null;
    const { content } = await this.db.repo(AssessmentVersionRepository).get(invitation.assessmentVersionId);
    const organization = await this.db.repo(OrganizationRepository).getSettings(invitation.organizationId);
    const words = REPORT_WORDS.released;
    const blocks: MailBlock[] = [
      { kind: 'paragraph', text: words.hello(invitation.name) },
      { kind: 'paragraph', text: words.reviewed(organization.name, content.title) },
      ...(organization.contactEmail === null
        ? []
        : [{ kind: 'paragraph', text: words.contact(organization.contactEmail) } as const]),
    ];
    return { subject: words.subject(content.title), blocks };
  }
}
