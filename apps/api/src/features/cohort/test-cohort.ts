import { rngOf } from '@holdout/bank';
import {
  type AttemptScoreToWrite,
  CohortEntryRepository,
  type OrganizationId,
  type QuestionVersionId,
  SimulatedCohortRepository,
  systemClock,
} from '@holdout/persistence';
import type { TestApi } from '../../test-api';
import { cohortEntryOf } from '../attempt/cohort-entry';
import { simulateCohort } from '../demo/simulated/simulate-cohort';
import { type SimulatedPlace, simulatedRows } from '../demo/simulated/simulated-rows';

type Wanted = {
  readonly people: number;
  readonly items?: number;
  /** Changes each score before it is written. */
  readonly scored?: (score: AttemptScoreToWrite, index: number) => AttemptScoreToWrite;
  readonly named?: (index: number) => string;
};

/** Where the people of a test took an assessment. */
export async function placeOf(api: TestApi, organizationId: string, versionId: string): Promise<SimulatedPlace> {
  const sql = 'select assessment_id as id from assessment_version where id = $1';
  const [found] = await api.dataSource.query<{ id: string }[]>(sql, [versionId]);
  return {
    organizationId: organizationId as OrganizationId,
    assessmentId: found?.id,
    assessmentVersionId: versionId,
  } as SimulatedPlace;
}

/** People who took an assessment of items that are all of one skill and weight; the same ones in each run. */
export async function addPeople(api: TestApi, place: SimulatedPlace, wanted: Wanted) {
  const { people, items = 20, scored = (score) => score, named } = wanted;
  const questions = Array.from({ length: items }, (_, index) => ({
    questionVersionId:
      `0199000${String(index % 10)}-0000-7000-8000-${String(index).padStart(12, '0')}` as QuestionVersionId,
    sectionId: 's',
    weight: 1,
    skills: [index % 2 === 0 ? 'eval' : 'stats'],
    key: 'key',
    others: ['wrong', 'other'],
  }));
  const rng = rngOf('c0407');
  const simulated = simulateCohort(rng, {
    people,
    items: questions.map((_, index) => ({
      difficulty: (index - items / 2) / items,
      discrimination: 1.5,
      guessing: 0.2,
      seconds: 60,
    })),
    limitSeconds: 60 * 60,
  });
  const rows = simulatedRows(simulated, { place, questions, rng, clock: systemClock });
  const scores = rows.scores.map(scored);
  await api.db.transaction(async (tx) => {
    const renamed = rows.people.map((person, index) => ({ ...person, name: named?.(index) ?? person.name }));
    await tx.repo(SimulatedCohortRepository).insertPeople(place, renamed);
    await tx.repo(SimulatedCohortRepository).insertScores(scores);
    await tx.repo(CohortEntryRepository).writeAll(scores.map(cohortEntryOf));
  });
  return { people: rows.people, scores };
}
