import {
  AccountRepository,
  type AccountId,
  AssessmentRepository,
  type AssessmentRow,
  Database,
  type OrganizationId,
  OrganizationRepository,
} from '@holdout/persistence';
import type { Settings } from '@holdout/settings';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { SETTINGS } from '../../platform/app-options';
import { AssessmentService } from '../assessment/assessment.service';
import { DraftService } from '../assessment/draft.service';
import { Publishing } from '../assessment/publishing';
import { DEMO_DRAFT, DEMO_TITLE } from './demo-draft';
import { DEMO_MANAGER, DEMO_ORGANIZATION } from './demo-names';

/** Where the demo is, and who acts in it. */
export type DemoPlace = { readonly organizationId: OrganizationId; readonly accountId: AccountId };

/** Gives the demo organization of local mode an assessment that is published, through the services that members use. */
@Injectable()
export class DemoOrganization {
  constructor(
    private readonly db: Database,
    private readonly assessments: AssessmentService,
    private readonly drafts: DraftService,
    private readonly publishing: Publishing,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'localMode'>,
  ) {}

  /** Only an organization without an assessment gets one, so that what a person has changed or archived stays. */
  async fill(place: DemoPlace, log: Logger): Promise<void> {
    if (await this.hasAssessments(place.organizationId)) return;
    const assessment = await this.create(place);
    const outcome = await this.publishing.publish(assessment.id, assessment.draftRevision, place.accountId);
    log.info({ outcome: outcome.kind }, 'the assessment of the demo organization was created');
  }

  /** Null outside local mode. */
  async findPlace(): Promise<DemoPlace | null> {
    if (!this.settings.localMode) return null;
    const organization = await this.db.repo(OrganizationRepository).findBySlug(DEMO_ORGANIZATION.slug);
    const manager = await this.db.repo(AccountRepository).findByEmail(DEMO_MANAGER);
    return organization && manager && { organizationId: organization.id, accountId: manager.id };
  }

  private async hasAssessments(organizationId: OrganizationId): Promise<boolean> {
    const assessments = this.db.repo(AssessmentRepository);
    const counts = [false, true].map((isArchived) => assessments.count(organizationId, { isArchived, words: [] }));
    return (await Promise.all(counts)).some((count) => count > 0);
  }

  private async create({ organizationId, accountId }: DemoPlace): Promise<AssessmentRow> {
    const wanted = { organizationId, title: DEMO_TITLE, origin: { kind: 'empty' } } as const;
    const created = await this.assessments.create(wanted, accountId);
    if (created === null) throw new Error('An empty assessment can always be created.');
    const { id, draftRevision: basedOn } = created;
    const saved = await this.drafts.save(id, { draft: DEMO_DRAFT, basedOn }, accountId);
    return saved.kind === 'saved' ? saved.state.assessment : saved.current.assessment;
  }
}
