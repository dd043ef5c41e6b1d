import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { contains } from './candidate.mjs';

const GRADED_WITHIN_MS = 180_000;

export function addressOf(home) {
  const { port, ownerPassword } = JSON.parse(readFileSync(join(home, 'database.json'), 'utf8'));
  return `postgresql://holdout:${ownerPassword}@127.0.0.1:${port}/holdout`;
}

/** Answers are stored with the fields that the API has; languages in lower case. */
const lower = (value) => JSON.parse(JSON.stringify(value).toLowerCase());
const hasAnswer = (answer, { fields }) => contains(lower(answer), lower(fields));

/** Compares what is stored with what was acknowledged; adds what differs to the violations. */
export async function check(home, candidates, violations) {
  const client = new pg.Client({ connectionString: addressOf(home) });
  await client.connect();
  try {
    const query = async (sql, ...values) => (await client.query(sql, values)).rows;
    await untilGraded(query, violations);
    await checkAnswers(query, candidates, violations);
    await checkSubmissions(query, candidates, violations);
    await checkTime(query, candidates, violations);
  } finally {
    await client.end();
  }
}

async function untilGraded(query, violations) {
  const until = performance.now() + GRADED_WITHIN_MS;
  for (;;) {
    const [{ n }] = await query(
      'select count(*)::int as n from submission s left join verdict v on v.submission_id = s.id where v.id is null',
    );
    if (n === 0) return;
    if (performance.now() > until) return violations.add(`${n} submissions have no verdict`);
    await pause(500);
  }
}

async function checkAnswers(query, candidates, violations) {
  const rows = await query(
    `select r.attempt_item_id as id, r.revision, r.answer, v.id as "revisionId" from response r
     left join response_revision v on v.attempt_item_id = r.attempt_item_id and v.revision = r.revision`,
  );
  const stored = new Map(rows.map((row) => [row.id, row]));
  for (const { saved } of candidates) {
    for (const [id, answer] of saved) {
      const row = stored.get(id);
      const isKept =
        row?.revision === answer.revision && row.revisionId === answer.revisionId && hasAnswer(row.answer, answer);
      if (!isKept)
        violations.add(`the acknowledged revision ${answer.revision} of item ${id} is ${JSON.stringify(row ?? null)}`);
    }
  }
}

async function checkSubmissions(query, candidates, violations) {
  const rows = await query(
    `select s.id, s.client_id as "clientId", s.purpose, i.attempt_id as "attemptId",
       (select count(*)::int from verdict v where v.submission_id = s.id) as verdicts,
       (select v.kind from verdict v where v.submission_id = s.id limit 1) as kind,
       (select count(*)::int from score c where c.submission_id = s.id) as scores
     from submission s join attempt_item i on i.id = s.attempt_item_id where s.purpose = 'submit'`,
  );
  for (const candidate of candidates) {
    const own = rows.filter(({ attemptId }) => attemptId === candidate.id);
    for (const violation of submissionViolations(candidate, own)) violations.add(violation);
  }
  const [{ n }] = await query(
    "select count(*)::int as n from grading.job where ended_at is null and kind in ('grade', 'run')",
  );
  if (n > 0) violations.add(`${n} jobs of the queue have not ended`);
}

/** At the end of an attempt, code that was saved and not submitted is submitted once. */
function submissionViolations({ id, submissions }, rows) {
  const misplaced = [...submissions].filter(([clientId, submissionId]) => {
    const found = rows.filter((row) => row.clientId === clientId);
    return found.length !== 1 || found[0].id !== submissionId;
  });
  const ungraded = rows.filter(({ verdicts, scores, kind }) => verdicts !== 1 || scores !== 1 || kind === 'notGraded');
  return [
    ...misplaced.map(([clientId]) => `submission ${clientId} is not stored once`),
    ...ungraded.map((row) => `submission not graded once: ${JSON.stringify(row)}`),
    ...(rows.length > submissions.size + 1
      ? [`attempt ${id} has ${rows.length} submissions, sent were ${submissions.size}`]
      : []),
  ];
}

async function checkTime(query, candidates, violations) {
  const rows = await query(
    `select a.id, a.ended_at as "endedAt", a.ended_by as "endedBy", a.receipt_code as receipt,
       a.closes_at - a.started_at = make_interval(secs => e.seconds) as "isKept", e.seconds, e.kinds
     from attempt a cross join lateral (select sum(amount) as seconds, array_agg(distinct kind) as kinds
       from attempt_time_entry where attempt_id = a.id) e
     where a.purpose = 'assessment'`,
  );
  for (const candidate of candidates) {
    const row = rows.find(({ id }) => id === candidate.id);
    for (const what of timeViolations(candidate, row))
      violations.add(`attempt ${candidate.id} ${what}: ${JSON.stringify(row)}`);
  }
}

function timeViolations({ receipt }, row) {
  if (row === undefined) return ['is missing'];
  const isMoved = row.kinds.some((kind) => kind !== 'limit' && kind !== 'credit');
  return [
    ...(row.endedBy === 'candidate' ? [] : ['was not ended by the candidate']),
    ...(row.receipt === receipt ? [] : ['has another receipt than the candidate']),
    ...(row.isKept ? [] : ['has a deadline that its entries do not add up to']),
    ...(isMoved ? ['has a deadline that was moved by more than credit'] : []),
  ];
}
