const DAY = "interval '1 day'";

/** The parameters are the organization, the assessment, its version, and how many. */
const BEGIN = `create temporary table filled on commit drop as
   select n, $1::uuid as organization, $2::uuid as assessment, $3::uuid as version, gen_random_uuid() as candidate,
     gen_random_uuid() as invitation, gen_random_uuid() as attempt, n % 20 as kind,
     now() - (n / 200) * interval '20 minutes' as created
   from generate_series(1, $4::int) n`;

const FILL = [
  'insert into candidate (id, organization_id, created_at) select candidate, organization, created from filled',
  `insert into candidate_profile (candidate_id, organization_id, email, name)
   select candidate, organization, 'person' || n || '@bench.example', 'Given' || n % 997 || ' Family' || n % 7919 from filled`,
  `insert into invitation (id, organization_id, purpose, assessment_id, assessment_version_id, candidate_id, email, token_hash,
     source, created_at, expires_at, opened_at, declined_at, withdrawn_at)
   select invitation, organization, 'assessment', assessment, version, candidate, 'person' || n || '@bench.example',
     sha256(invitation::text::bytea), 'mail', created, created + case when kind < 6 then 2 else 60 end * ${DAY},
     case when kind between 3 and 12 then created + ${DAY} / 2 end, case when n % 500 = 0 then created + ${DAY} end,
     case when n % 400 = 1 then created + ${DAY} end
   from filled`,
  `insert into attempt (id, purpose, form, organization_id, candidate_id, assessment_version_id, invitation_id, seed,
     started_at, ended_at, ended_by)
   select attempt, 'assessment', 'assessment', organization, candidate, version, invitation, 's', created + ${DAY},
     case when kind > 8 then created + ${DAY} * 1.05 end, case when kind > 8 then 'candidate' end
   from filled where kind between 8 and 12`,
  `insert into attempt_score (attempt_id, number, organization_id, assessment_id, assessment_version_id, earned, possible, pending,
     items, skills, cause, scored_at)
   select attempt, 1, organization, assessment, version, n * 7919 % 100, 100, 0, '[]', '[]', 'scored', created + ${DAY} * 1.05
   from filled where kind between 9 and 12`,
  `insert into mail (id, organization_id, kind, subject_id, recipient, message_id, created_at, tries, sent_at, failed_at, failure)
   select gen_random_uuid(), organization, 'candidateInvitation', invitation, 'person' || n || '@bench.example', invitation::text,
     created, 1, case when n % 250 > 0 then created end, case when n % 250 = 0 then created end,
     case when n % 250 = 0 then 'refused' end
   from filled`,
];

/** Fills an assessment with invitations of every status, a mail for each, and an attempt for a quarter of them. */
export async function addManyInvitations(dataSource, { organizationId, assessmentId, versionId, count }) {
  await dataSource.transaction(async (manager) => {
    await manager.query(BEGIN, [organizationId, assessmentId, versionId, count]);
    for (const sql of FILL) await manager.query(sql);
  });
  await dataSource.query('analyze');
}
