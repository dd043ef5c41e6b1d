import { type CandidateId, CandidateRepository, type Clock, Database, PrivacyRepository } from '@holdout/persistence';
import { Inject } from '@nestjs/common';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { Acts, done, nothingDone } from '../../access/acts';
import { accountOf, type Ctx } from '../../access/context';
import { getMembership } from '../../access/memberships';
import { Needs } from '../../access/needs';
import { eraseCandidateSuccess, invalidInputProblem, savePrivacySuccess } from '../../generated/outcomes';
import type {
  MutationEraseCandidateArgs,
  MutationResolvers,
  MutationSavePrivacyArgs,
  QueryPrivacyArgs,
  QueryResolvers,
  QueryRetentionPreviewArgs,
} from '../../generated/resolvers';
import { AppError, notFound } from '../../platform/app-error';
import { CLOCK } from '../../platform/app-options';
import { idOrNotFound } from '../attempt/ids';
import { actorIn } from '../candidate-invitation/acting';
import { CandidateErasure } from '../taking/candidate-erasure';
import { parseRetention } from './retention-input';

/** What an organization keeps of candidates, and for how long. */
@Resolver()
export class PrivacyResolver
  implements
    Pick<QueryResolvers, 'privacy' | 'retentionPreview'>,
    Pick<MutationResolvers, 'savePrivacy' | 'eraseCandidate'>
{
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly erasure: CandidateErasure,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Needs('admin')
  @Query()
  async privacy(_: unknown, { slug }: QueryPrivacyArgs, ctx: Ctx) {
    const { id } = await getMembership(ctx, { slug });
    const { hidesNames, ...months } = await this.db.repo(PrivacyRepository).get(id);
    return { months, hidesNames };
  }

  @Needs('admin')
  @Query()
  async retentionPreview(_: unknown, { slug, months: given }: QueryRetentionPreviewArgs, ctx: Ctx) {
    const { months, issues } = parseRetention(given);
    if (issues.length > 0) throw new AppError('BAD_INPUT', 'Months are from 1 to 240.');
    const { id } = await getMembership(ctx, { slug });
    return this.db.heavyRead((tx) => tx.repo(PrivacyRepository).count(id, months, this.clock.now()));
  }

  @Needs('admin')
  @Mutation()
  async savePrivacy(_: unknown, { input }: MutationSavePrivacyArgs, ctx: Ctx) {
    const { months, issues } = parseRetention(input.months);
    if (issues.length > 0) return invalidInputProblem({ issues });
    const actor = await actorIn(ctx, input.slug);
    const privacy = { ...months, hidesNames: input.hidesNames };
    await this.acts.run(actor, async (tx) => {
      const stored = await tx.repo(PrivacyRepository).get(actor.organizationId);
      const fields = (Object.keys(privacy) as (keyof typeof privacy)[]).filter((key) => stored[key] !== privacy[key]);
      if (fields.length === 0) return nothingDone(null);
      await tx.repo(PrivacyRepository).save(actor.organizationId, privacy);
      return done(null, { act: 'privacy.changed', objectId: actor.organizationId, detail: { fields } });
    });
    return savePrivacySuccess({ privacy: { months, hidesNames: input.hidesNames } });
  }

  @Needs('admin')
  @Mutation()
  async eraseCandidate(_: unknown, { input }: MutationEraseCandidateArgs, ctx: Ctx) {
    if (!input.confirm) return invalidInputProblem({ issues: [{ field: 'confirm', code: 'MISSING', limit: null }] });
    const { id: organizationId } = await getMembership(ctx, { slug: input.organization });
    const candidateId = idOrNotFound(input.candidateId) as CandidateId;
    if ((await this.db.repo(CandidateRepository).find(organizationId, candidateId)) === null) throw notFound();
    const by = { act: 'candidate.deleted', accountId: accountOf(ctx).accountId } as const;
    await this.erasure.erase({ candidateId, organizationId }, by);
    return eraseCandidateSuccess({ candidateId });
  }
}
