import { mayStart } from '@holdout/assessment';
import {
  AssessmentVersionRepository,
  CandidateInvitationRepository,
  type CandidateInvitationRow,
  type Clock,
  Database,
  OrganizationRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import ical, { ICalCalendarMethod } from 'ical-generator';
import { CANDIDATE_INVITATION_WORDS as WORDS } from '../../messages/candidate-invitation';
import { CLOCK } from '../../platform/app-options';
import type { MailBlock, MailContent } from '../mail/mail-content';
import { Mails, type QueuedMail } from '../mail/mails';
import { CandidateLinks } from './candidate-links';

type Organization = Awaited<ReturnType<OrganizationRepository['getSettings']>>;
type About = {
  readonly invitation: CandidateInvitationRow;
  readonly organization: Organization;
  readonly title: string;
  readonly minutes: number;
};

/** The mails that invite and remind a candidate. */
@Injectable()
export class CandidateInvitationMail {
  constructor(
    private readonly db: Database,
    private readonly mails: Mails,
    private readonly links: CandidateLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  register(): void {
    for (const kind of ['candidateInvitation', 'candidateReminder'] as const)
      this.mails.register(kind, (mail) => this.compose(mail));
  }

  /** Null once the invitation can no longer be used, so that a mail which waited is not sent too late. */
  private async compose({ subjectId, kind }: QueuedMail): Promise<MailContent | null> {
    const invitation = await this.db.repo(CandidateInvitationRepository).find(subjectId);
    const now = this.clock.now();
    const isEarly = invitation?.opensAt !== null && invitation !== null && invitation.opensAt > now;
    if (invitation === null || !(isEarly || mayStart(invitation, now))) return null;
    const version = await this.db.repo(AssessmentVersionRepository).get(invitation.assessmentVersionId);
    const organization = await this.db.repo(OrganizationRepository).getSettings(invitation.organizationId);
    const { title, minutes } = version.content;
    const about = { invitation, organization, title, minutes: minutes * (1 + invitation.extraTime) };
    const isReminder = kind === 'candidateReminder';
    return {
      subject: (isReminder ? WORDS.reminder : WORDS.subject)(title, organization.name),
      blocks: this.blocks(about, isReminder),
      attachments: [{ name: WORDS.file, type: 'text/calendar', text: this.calendar(about, now) }],
    };
  }

  private blocks({ invitation, organization, title, minutes }: About, isReminder: boolean): readonly MailBlock[] {
    const { timeZone, dateLocale, contactEmail, name } = organization;
    const format = new Intl.DateTimeFormat(dateLocale, { dateStyle: 'full', timeStyle: 'short', timeZone });
    const told = (time: Date): string => `${format.format(time)} (${timeZone})`;
    const opens = invitation.opensAt === null ? [] : [{ name: WORDS.opens, value: told(invitation.opensAt) }];
    const contact = contactEmail === null ? [] : [{ kind: 'paragraph', text: WORDS.contact(contactEmail) } as const];
    return [
      { kind: 'heading', text: WORDS.heading(title) },
      { kind: 'paragraph', text: WORDS.hello(invitation.name) },
      { kind: 'paragraph', text: isReminder ? WORDS.stillOpen(name) : WORDS.who(name) },
      {
        kind: 'facts',
        facts: [
          { name: WORDS.minutes, value: WORDS.minutesValue(Math.round(minutes)) },
          ...opens,
          { name: WORDS.until, value: told(invitation.expiresAt) },
        ],
      },
      { kind: 'button', label: WORDS.act, url: this.links.urlOf(invitation) },
      ...contact,
      { kind: 'paragraph', text: WORDS.personal },
    ];
  }

  /** The deadline as a calendar entry. It has no link: calendars are often shared. */
  private calendar({ invitation, organization, title }: About, now: Date): string {
    const calendar = ical({ method: ICalCalendarMethod.PUBLISH, prodId: '//Holdout//Holdout//EN' });
    const { expiresAt, id } = invitation;
    const summary = WORDS.event(title, organization.name);
    calendar.createEvent({ id, start: expiresAt, end: expiresAt, summary, stamp: now });
    return calendar.toString();
  }
}
