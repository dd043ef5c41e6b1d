import {
  type AssessmentId,
  type Clock,
  Database,
  newId,
  type PublicLinkId,
  PublicLinkRepository,
  type PublicLinkRow,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Acts, done, nothingDone } from '../../access/acts';
import { notFound } from '../../platform/app-error';
import { hashOfToken } from '../../platform/access/link-token';
import { CLOCK } from '../../platform/app-options';
import { CandidateLinks } from './candidate-links';
import { Inviting } from './inviting';

export type NewLink = {
  readonly assessmentId: AssessmentId;
  readonly cap: number;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
};

export type CreateLinkOutcome =
  | { readonly kind: 'created'; readonly link: PublicLinkRow }
  | { readonly kind: 'notPublished'; readonly isOnItsWay: boolean };

/** Links to an assessment that anyone may use. */
@Injectable()
export class PublicLinks {
  constructor(
    private readonly db: Database,
    private readonly acts: Acts,
    private readonly links: CandidateLinks,
    private readonly inviting: Inviting,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(assessmentId: AssessmentId): Promise<PublicLinkRow[]> {
    return this.db.repo(PublicLinkRepository).list(assessmentId);
  }

  async create(by: Actor, wanted: NewLink): Promise<CreateLinkOutcome> {
    const version = await this.inviting.findReady(wanted.assessmentId);
    if (version.kind === 'notPublished') return version;
    const id = newId<PublicLinkId>(this.clock);
    const tokenHash = hashOfToken(this.links.publicTokenOf({ id, generation: 1 }));
    return this.acts.run<CreateLinkOutcome>(by, async (tx, createdAt) => {
      const { organizationId, accountId: createdBy } = by;
      await tx.repo(PublicLinkRepository).insert({ ...wanted, id, organizationId, tokenHash, createdAt, createdBy });
      const link = await this.get(tx, wanted.assessmentId, id);
      const detail = { assessmentId: wanted.assessmentId, cap: wanted.cap };
      return done({ kind: 'created', link }, { act: 'public_link.created', objectId: id, detail });
    });
  }

  withdraw(by: Actor, assessmentId: AssessmentId, id: PublicLinkId): Promise<PublicLinkRow> {
    return this.acts.run(by, async (tx, now) => {
      await this.get(tx, assessmentId, id);
      const isChanged = await tx.repo(PublicLinkRepository).withdraw(id, now);
      const link = await this.get(tx, assessmentId, id);
      return isChanged ? done(link, { act: 'public_link.withdrawn', objectId: id }) : nothingDone(link);
    });
  }

  private async get(tx: Database, assessmentId: AssessmentId, id: PublicLinkId): Promise<PublicLinkRow> {
    const link = await tx.repo(PublicLinkRepository).find(assessmentId, id);
    if (link === null) throw notFound();
    return link;
  }
}
