import { type ContentSection, policyOf } from '@holdout/assessment';
import type { AttemptRow, Clock, SectionRow } from '@holdout/persistence';
import { earliestOf, isOpen, isSectionOpen, ownMinutes } from '@holdout/timing';
import { Inject } from '@nestjs/common';
import { Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { type Ctx, holdersOf } from '../../access/context';
import { Needs } from '../../access/needs';
import { attemptClosedProblem, enterSectionSuccess, sectionClosedProblem } from '../../generated/outcomes';
import type {
  AttemptResolvers,
  AttemptSection,
  MutationEnterSectionArgs,
  MutationResolvers,
} from '../../generated/resolvers';
import { CLOCK } from '../../platform/app-options';
import { idOrNotFound } from '../attempt/ids';
import { questionCountOf } from './invited-view';
import { SectionEntry } from './section-entry';
import { contentOfAttempt, extraTimeOfAttempt, timedSectionsOfAttempt } from './taking.loader';

/** The sections of an attempt, and entering those that have a clock of their own. */
@Resolver('Attempt')
export class SectionResolver implements Pick<MutationResolvers, 'enterSection'>, Pick<AttemptResolvers, 'sections'> {
  constructor(
    private readonly entry: SectionEntry,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Needs('holder')
  @Mutation()
  async enterSection(_: unknown, { input }: MutationEnterSectionArgs, ctx: Ctx) {
    const outcome = await this.entry.enter(idOrNotFound(input.attemptId), input.sectionId, holdersOf(ctx));
    switch (outcome.kind) {
      case 'entered':
        return enterSectionSuccess(outcome);
      case 'attemptClosed':
        return attemptClosedProblem({ ...outcome, isKept: false });
      case 'refused':
        return sectionClosedProblem(outcome);
    }
  }

  @ResolveField()
  async sections(attempt: AttemptRow, _: unknown, ctx: Ctx) {
    if (attempt.organizationId === null || policyOf(attempt).isTrial) return [];
    const [taken, timed, share] = await Promise.all([
      ctx.loaders.of(contentOfAttempt).load(attempt.id),
      ctx.loaders.of(timedSectionsOfAttempt).load(attempt.id),
      ctx.loaders.of(extraTimeOfAttempt).load(attempt.id),
    ]);
    const now = this.clock.now();
    const isOver = attempt.endedAt !== null || !isOpen(attempt.closesAt, now);
    return (taken?.content.sections ?? []).map((section) => {
      const own = timed.find(({ id }) => id === section.id) ?? null;
      return sectionView(section, own, { share, now, isOver });
    });
  }
}

type Now = { readonly share: number; readonly now: Date; readonly isOver: boolean };

/** Attempts that were started before sections had clocks have no timed section. */
function sectionView(section: ContentSection, own: SectionRow | null, { share, now, isOver }: Now): AttemptSection {
  const { id, title } = section;
  const questionCount = questionCountOf(section);
  const untimed = { id, title, questionCount, minutes: null, enteredAt: null, closesAt: null, isClosed: isOver };
  if (own === null) return untimed;
  const { enteredAt, leftAt, closesAt } = own;
  return {
    ...untimed,
    minutes: ownMinutes(own.limitSeconds, share),
    enteredAt,
    closesAt: earliestOf([leftAt, closesAt]),
    isClosed: isOver || (enteredAt !== null && !isSectionOpen(own, now)),
  };
}
