import { randomUUID } from 'node:crypto';

const BATCH = 500;

/** Fills an assessment with people who took it, all with the same items. */
export async function addManyPeople(tools, { db, dataSource, place, people, items }) {
  const rng = tools.rngOf('be4c');
  const questions = Array.from({ length: items }, (_, n) => ({
    questionVersionId: randomUUID(),
    sectionId: 'section',
    weight: 1 + (n % 3),
    skills: [`skill-${n % 6}`],
    key: 'a',
    others: ['b', 'c', 'd'],
  }));
  const given = questions.map((_, n) => ({
    difficulty: (3 * (n - items / 2)) / items,
    discrimination: 0.8 + (n % 5) / 5,
    guessing: 0.15,
    seconds: 80,
  }));
  for (let from = 0; from < people; from += BATCH) {
    const count = Math.min(BATCH, people - from);
    const attempts = tools.simulateCohort(rng, { people: count, items: given, limitSeconds: 80 * items * 1.5 });
    const rows = tools.simulatedRows(attempts, { place, questions, rng, clock: tools.systemClock });
    const renamed = rows.people.map((person, n) => ({
      ...person,
      name: `Family${(from + n) % 7919} Given${(from + n) % 997}`,
      email: `person${from + n}@bench.example`,
    }));
    await db.transaction(async (tx) => {
      await tx.repo(tools.SimulatedCohortRepository).insertPeople(place, renamed);
      await tx.repo(tools.SimulatedCohortRepository).insertScores(rows.scores);
      await tx.repo(tools.CohortEntryRepository).writeAll(rows.scores.map(tools.cohortEntryOf));
    });
  }
  await dataSource.query(
    `insert into decision (attempt_id, number, organization_id, assessment_id, kind, reason, account_id, decided_at)
     select attempt_id, 1, $1, $2, 'hold', 'A reason.', $3, now() from cohort_entry where assessment_id = $2
     order by attempt_id limit $4`,
    [place.organizationId, place.assessmentId, await anAccount(dataSource), Math.floor(people / 4)],
  );
  await dataSource.query('analyze');
}

async function anAccount(dataSource) {
  const id = randomUUID();
  await dataSource.query('insert into account (id, created_at) values ($1, now())', [id]);
  return id;
}
