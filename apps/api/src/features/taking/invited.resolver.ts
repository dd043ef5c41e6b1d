import { closesAt } from '@holdout/timing';
import { type Clock, Database, type InvitedRow, TakingRepository } from '@holdout/persistence';
import { Inject } from '@nestjs/common';
import { Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Ctx } from '../../access/context';
import { candidateOf } from '../../access/context';
import { Needs } from '../../access/needs';
import type { InvitedAssessmentResolvers, QueryResolvers } from '../../generated/resolvers';
import { notFound } from '../../platform/app-error';
import { CLOCK } from '../../platform/app-options';
import { AttemptService } from '../attempt/attempt.service';
import { kindView } from '../question-bank/kind-names';
import {
  contactOf,
  languagesView,
  questionCountOf,
  recordedView,
  rulesView,
  sectionsOf,
  statusView,
  versionIdsOf,
} from './invited-view';

const MINUTE_MS = 60_000;

/** The invitation as the invited person sees it. */
@Resolver('InvitedAssessment')
export class InvitedResolver
  implements
    Pick<QueryResolvers, 'candidateInvitation' | 'myCandidateData'>,
    Omit<InvitedAssessmentResolvers, 'id' | 'organizationName' | 'opensAt' | 'expiresAt' | '__isTypeOf'>
{
  constructor(
    private readonly db: Database,
    private readonly attempts: AttemptService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Needs('candidate')
  @Query()
  candidateInvitation(_: unknown, _args: unknown, ctx: Ctx) {
    return this.invitedOf(ctx);
  }

  @Needs('candidate')
  @Query()
  async myCandidateData(_: unknown, _args: unknown, ctx: Ctx) {
    const invited = await this.invitedOf(ctx);
    const { organizationName, email, openedAt, startedAt, endedAt, content } = invited;
    const name = await this.db.repo(TakingRepository).findCandidateName(invited.candidateId);
    const attempt = await this.attempt(invited, undefined, ctx);
    return { organizationName, email, invitedAs: name, title: content.title, openedAt, startedAt, endedAt, attempt };
  }

  @ResolveField()
  status(invited: InvitedRow) {
    return statusView(invited, this.clock.now());
  }

  @ResolveField()
  contact(invited: InvitedRow) {
    return contactOf(invited);
  }

  @ResolveField()
  title({ content }: InvitedRow) {
    return content.title;
  }

  @ResolveField()
  introduction({ content }: InvitedRow) {
    return content.introduction;
  }

  @ResolveField()
  async skills({ content }: InvitedRow) {
    return [...(await this.db.repo(TakingRepository).listSkillNames(content.skills.map(({ skillId }) => skillId)))];
  }

  @ResolveField()
  async kinds({ content }: InvitedRow) {
    return (await this.db.repo(TakingRepository).listKinds(versionIdsOf(content))).map(kindView);
  }

  @ResolveField()
  languages({ content }: InvitedRow) {
    return languagesView(content);
  }

  @ResolveField()
  questionCount({ content }: InvitedRow) {
    return content.sections.reduce((sum, section) => sum + questionCountOf(section), 0);
  }

  @ResolveField()
  sections({ content, extraTime }: InvitedRow) {
    return sectionsOf(content, extraTime);
  }

  @ResolveField()
  minutes({ content }: InvitedRow) {
    return content.minutes;
  }

  @ResolveField()
  ownMinutes({ content, extraTime: share }: InvitedRow) {
    const start = new Date(0);
    const end = closesAt(start, [
      { kind: 'limit', seconds: content.minutes * 60 },
      { kind: 'extraTime', share },
    ]);
    return Math.floor((end ?? start).getTime() / MINUTE_MS);
  }

  @ResolveField()
  breakMinutes({ breakSeconds }: InvitedRow) {
    return Math.floor(breakSeconds / 60);
  }

  @ResolveField()
  mayGoBack({ content }: InvitedRow) {
    return rulesView(content).mayGoBack;
  }

  @ResolveField()
  hasCalculator({ content }: InvitedRow) {
    return content.hasCalculator;
  }

  @ResolveField()
  documentation({ content }: InvitedRow) {
    return rulesView(content).documentation;
  }

  @ResolveField()
  afterRelease({ content }: InvitedRow) {
    return rulesView(content).afterRelease;
  }

  @ResolveField()
  recorded({ assessmentVersionId }: InvitedRow) {
    return recordedView(assessmentVersionId);
  }

  @ResolveField()
  attempt({ attemptId }: InvitedRow, _: unknown, ctx: Ctx) {
    return attemptId === null ? null : this.attempts.find(attemptId, [candidateOf(ctx).holder]);
  }

  private async invitedOf(ctx: Ctx): Promise<InvitedRow> {
    const invited = await this.db.repo(TakingRepository).find(candidateOf(ctx).holder);
    if (invited === null) throw notFound();
    return invited;
  }
}
