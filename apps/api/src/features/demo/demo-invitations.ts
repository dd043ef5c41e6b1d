import {
  AssessmentRepository,
  AssessmentVersionRepository,
  type AssessmentId,
  type AssessmentVersionId,
  CandidateInvitationRepository,
  type Clock,
  Database,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../../platform/app-options';
import { Inviting } from '../candidate-invitation/inviting';
import { readInvitee } from '../candidate-invitation/invitee';
import { DEMO_DOMAIN } from '../identity/demo-domain';
import { DEMO_TITLE } from './demo-draft';
import type { DemoPlace } from './demo-organization';

/** What members have made since is before it in the list; among more than these it is looked for no longer. */
const MOST_LOOKED_AT = 20;
const OPEN_MS = 14 * 86_400_000;

const PEOPLE = [
  { email: `candidate${DEMO_DOMAIN}`, name: 'Demo candidate' },
  { email: `candidate2${DEMO_DOMAIN}`, name: 'Second demo candidate' },
  { email: `candidate3${DEMO_DOMAIN}`, name: 'Third demo candidate' },
].map(readInvitee);

/** The invitations of the demo organization. Their mails are in the mailbox of local mode. */
@Injectable()
export class DemoInvitations {
  constructor(
    private readonly db: Database,
    private readonly inviting: Inviting,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Invites three people, once. False while the hidden data of the assessment is being generated. */
  async invite(place: DemoPlace): Promise<boolean> {
    const assessmentId = await this.findAssessment(place);
    if (assessmentId === null || (await this.hasInvitations(assessmentId))) return true;
    const version = await this.db.repo(AssessmentVersionRepository).findLatest(assessmentId);
    if (version === null) return true;
    if (!version.isReady) return this.hasFailed(version.id);
    const expiresAt = new Date(this.clock.now().getTime() + OPEN_MS);
    const offer = { assessmentId, opensAt: null, expiresAt, source: 'mail', mayRetake: false, undoMs: 0 } as const;
    await this.inviting.invite(place, offer, PEOPLE);
    return true;
  }

  private async findAssessment({ organizationId }: DemoPlace): Promise<AssessmentId | null> {
    const found = await this.db
      .repo(AssessmentRepository)
      .list(organizationId, { isArchived: false, words: [] }, { first: MOST_LOOKED_AT, after: null });
    return found.find(({ title }) => title === DEMO_TITLE)?.id ?? null;
  }

  private async hasInvitations(assessmentId: AssessmentId): Promise<boolean> {
    const counts = await this.db.repo(CandidateInvitationRepository).countByStatus(assessmentId, this.clock.now());
    return [...counts.values()].some((count) => count > 0);
  }

  private async hasFailed(id: AssessmentVersionId): Promise<boolean> {
    const needs = await this.db.repo(AssessmentVersionRepository).listNeeds(id);
    return needs.some(({ failure }) => failure !== null);
  }
}
