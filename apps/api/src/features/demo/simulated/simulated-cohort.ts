import { type ChoiceBundle, rngOf } from '@holdout/bank';
import { type AssessmentContent } from '@holdout/assessment';
import {
  type AssessmentId,
  AssessmentRepository,
  AssessmentVersionRepository,
  type Clock,
  CohortEntryRepository,
  Database,
  DrawRepository,
  type QuestionVersionId,
  SimulatedCohortRepository,
  SkillRepository,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { CLOCK } from '../../../platform/app-options';
import { AssessmentService } from '../../assessment/assessment.service';
import { DraftService } from '../../assessment/draft.service';
import { Publishing } from '../../assessment/publishing';
import { cohortEntryOf } from '../../attempt/cohort-entry';
import type { DemoPlace } from '../demo-organization';
import { simulateCohort, type SimulatedItem } from './simulate-cohort';
import { SIMULATED_DRAFT, SIMULATED_TITLE } from './simulated-draft';
import { type SimulatedQuestion, simulatedRows } from './simulated-rows';

const PEOPLE = 300;
/** The same people in every installation. */
const SEED = '5eed300c0407';

/** Fills the demo organization with an assessment that 300 simulated people took. */
@Injectable()
export class SimulatedCohort {
  constructor(
    private readonly db: Database,
    private readonly assessments: AssessmentService,
    private readonly drafts: DraftService,
    private readonly publishing: Publishing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Once: an assessment of this title that a person has changed or archived stays as it is. */
  async fill(place: DemoPlace, log: Logger): Promise<void> {
    if (await this.exists(place)) return;
    const began = performance.now();
    const assessmentId = await this.publish(place);
    const version = assessmentId && (await this.db.repo(AssessmentVersionRepository).findLatest(assessmentId));
    if (assessmentId === null || version === null) return;
    const { organizationId } = place;
    const given = { organizationId, assessmentId, assessmentVersionId: version.id };
    await this.addPeople(given, await this.questionsOf(version.content));
    log.info({ ms: Math.round(performance.now() - began) }, 'the simulated cohort was added');
  }

  private async exists({ organizationId }: DemoPlace): Promise<boolean> {
    const assessments = this.db.repo(AssessmentRepository);
    const words = SIMULATED_TITLE.toLowerCase().split(' ').slice(0, 2);
    const counts = [false, true].map((isArchived) => assessments.count(organizationId, { isArchived, words }));
    return (await Promise.all(counts)).some((count) => count > 0);
  }

  private async publish({ organizationId, accountId }: DemoPlace): Promise<AssessmentId | null> {
    const wanted = { organizationId, title: SIMULATED_TITLE, origin: { kind: 'empty' } } as const;
    const created = await this.assessments.create(wanted, accountId);
    if (created === null) return null;
    const saved = await this.drafts.save(
      created.id,
      { draft: SIMULATED_DRAFT, basedOn: created.draftRevision },
      accountId,
    );
    const { draftRevision } = saved.kind === 'saved' ? saved.state.assessment : saved.current.assessment;
    await this.publishing.publish(created.id, draftRevision, accountId);
    return created.id;
  }

  private async questionsOf({ sections }: AssessmentContent): Promise<readonly SimulatedQuestion[]> {
    const entries = sections.flatMap(({ id: sectionId, entries: own }) =>
      own.flatMap((entry) =>
        entry.kind === 'question'
          ? [{ sectionId, weight: entry.weight, questionVersionId: entry.questionVersionId as QuestionVersionId }]
          : [],
      ),
    );
    const ids = entries.map(({ questionVersionId }) => questionVersionId);
    const versions = await this.db.repo(DrawRepository).listVersions(ids);
    const skills = Map.groupBy(await this.db.repo(SkillRepository).listSkills(ids), ({ versionId }) => versionId);
    return entries.map((entry, index) => {
      const { options } = versions[index]?.secretPart as ChoiceBundle['secret'];
      const key = options.find((option) => option.key)?.id ?? '';
      const others = options.filter((option) => !option.key).map(({ id }) => id);
      return { ...entry, key, others, skills: (skills.get(entry.questionVersionId) ?? []).map(({ id }) => id) };
    });
  }

  private async addPeople(
    place: Parameters<SimulatedCohortRepository['insertPeople']>[0],
    questions: readonly SimulatedQuestion[],
  ): Promise<void> {
    const rng = rngOf(SEED);
    const items = questions.map(({ others }, index) => itemAt(index, questions.length, others.length));
    const attempts = simulateCohort(rng, { people: PEOPLE, items, limitSeconds: SIMULATED_DRAFT.minutes * 60 });
    const { people, answers, scores } = simulatedRows(attempts, { place, questions, rng, clock: this.clock });
    await this.db.transaction(async (tx) => {
      const cohort = tx.repo(SimulatedCohortRepository);
      await cohort.insertPeople(place, people);
      await cohort.insertAnswers(answers);
      await cohort.insertScores(scores);
      await tx.repo(CohortEntryRepository).writeAll(scores.map(cohortEntryOf));
    });
  }
}

/**
 * From easy to hard. One item is worth a look: the best do no better in it than the others, so that item statistics have something
 * to say.
 */
function itemAt(index: number, count: number, others: number): SimulatedItem {
  const isOdd = index === 10;
  return {
    difficulty: isOdd ? 0.4 : -1.6 + (2.8 * index) / count,
    discrimination: isOdd ? -0.6 : 0.8 + 0.15 * (index % 6),
    guessing: 0.6 / (others + 1),
    seconds: 215,
  };
}
