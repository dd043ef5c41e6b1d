import {
  AssessmentVersionRepository,
  CandidateInvitationRepository,
  type CandidateInvitationRow,
  Database,
  OrganizationRepository,
  TimeRequestRepository,
} from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import { TIME_REQUEST_WORDS as WORDS } from '../../messages/time-request';
import { SETTINGS } from '../../platform/app-options';
import type { MailBlock, MailContent } from '../mail/mail-content';
import { Mails, type QueuedMail } from '../mail/mails';

/** Composes the mails about requests for more time: to who may answer, and to the candidate. */
@Injectable()
export class TimeRequestMail {
  constructor(
    private readonly db: Database,
    private readonly mails: Mails,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'publicUrl'>,
  ) {}

  register(): void {
    this.mails.register('timeRequest', (mail) => this.composeRequest(mail));
    this.mails.register('timeAnswer', (mail) => this.composeAnswer(mail));
  }

  /** Null once it is answered. */
  private async composeRequest({ subjectId }: QueuedMail): Promise<MailContent | null> {
    const request = await this.db.repo(TimeRequestRepository).find(subjectId);
    const about = await this.about(subjectId);
    if (request === null || request.answeredAt !== null || about === null) return null;
    const { invitation, organization, content } = about;
    const url = `${this.settings.publicUrl}/o/${organization.slug}/assessments/${invitation.assessmentId}/invitations`;
    return {
      subject: WORDS.asked.subject(content.title),
      blocks: [
        { kind: 'paragraph', text: WORDS.asked.what(invitation.name, content.title) },
        { kind: 'button', label: WORDS.asked.act, url },
      ],
    };
  }

  private async composeAnswer({ subjectId }: QueuedMail): Promise<MailContent | null> {
    const request = await this.db.repo(TimeRequestRepository).find(subjectId);
    const about = await this.about(subjectId);
    if (request === null || request.isGranted === null || about === null) return null;
    const { invitation, organization, content } = about;
    const { contactEmail, name } = organization;
    const words = WORDS.answer;
    const result = request.isGranted ? granted(invitation, content.minutes) : [words.refused(name)];
    const contact = contactEmail === null ? [] : [words.contact(contactEmail)];
    const blocks = [words.hello(invitation.name), ...result, ...contact].map((text): MailBlock => ({
      kind: 'paragraph',
      text,
    }));
    return { subject: words.subject(content.title), blocks };
  }

  private async about(invitationId: string) {
    const invitation = await this.db.repo(CandidateInvitationRepository).find(invitationId);
    if (invitation === null) return null;
    const { content } = await this.db.repo(AssessmentVersionRepository).get(invitation.assessmentVersionId);
    const organization = await this.db.repo(OrganizationRepository).getSettings(invitation.organizationId);
    return { invitation, organization, content };
  }
}

function granted({ extraTime, breakSeconds }: CandidateInvitationRow, minutes: number): readonly string[] {
  const breaks = breakSeconds > 0 ? [WORDS.answer.breaks(Math.floor(breakSeconds / 60))] : [];
  return [WORDS.answer.granted(Math.floor(minutes * (1 + extraTime))), ...breaks];
}
