import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Marking by people. A queue holds the answers to one question of an assessment, a task asks one reviewer for one mark of one
 * answer. Marks are insert-only and hold no text: what a reviewer wrote is in `review_note`, so that it can be erased.
 */
export class Reviewing1796231200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [PLANS, TASKS, MARKS, DISAGREEMENTS, CALIBRATION]) await runner.query(statement);
    await runner.query(ENDED_BEFORE);
  }

  down(): Promise<void> {
    throw new Error('Migrations go forward only: restore the backup that was made before this one.');
  }
}

const PLANS = `
  create table review_plan (
    assessment_id uuid primary key,
    organization_id uuid not null,
    second_marks text not null
      constraint review_plan_second_marks_check check (second_marks in ('none', 'all', 'share', 'nearPass')),
    share double precision not null constraint review_plan_share_check check (share > 0 and share <= 1),
    margin double precision not null constraint review_plan_margin_check check (margin > 0 and margin <= 1),
    days_due integer constraint review_plan_days_due_check check (days_due between 1 and 90),
    reviewer_ids uuid[] not null default '{}',
    calibrates boolean not null,
    updated_at timestamptz not null,
    updated_by uuid references account (id),
    constraint review_plan_assessment_fkey foreign key (organization_id, assessment_id)
      references assessment (organization_id, id)
  );
  create table review_queue (
    id uuid primary key default gen_random_uuid(),
    organization_id uuid not null,
    assessment_id uuid not null,
    question_version_id uuid not null references question_version (id),
    rubric_version_id uuid not null references question_version (id),
    round smallint not null default 1 constraint review_queue_round_check check (round > 0),
    created_at timestamptz not null,
    constraint review_queue_key unique (assessment_id, question_version_id),
    constraint review_queue_organization_key unique (organization_id, id),
    constraint review_queue_assessment_fkey foreign key (organization_id, assessment_id)
      references assessment (organization_id, id)
  );
  create table review_regrade (
    queue_id uuid not null references review_queue (id),
    round smallint not null,
    rubric_version_id uuid not null references question_version (id),
    reason text not null,
    started_at timestamptz not null,
    started_by uuid references account (id),
    primary key (queue_id, round)
  );
  create trigger review_regrade_written_once before update or delete on review_regrade
    for each row execute function forbid_change();`;

const TASKS = `
  create table review_task (
    id uuid primary key default gen_random_uuid(),
    organization_id uuid not null,
    queue_id uuid not null,
    attempt_item_id uuid not null references attempt_item (id),
    round smallint not null default 1,
    mark smallint not null constraint review_task_mark_check check (mark in (1, 2)),
    account_id uuid references account (id),
    is_assigned boolean not null default false,
    leased_until timestamptz,
    created_at timestamptz not null,
    due_at timestamptz,
    reminded_at timestamptz,
    done_at timestamptz,
    cancelled_at timestamptz,
    constraint review_task_mark_key unique (attempt_item_id, round, mark),
    constraint review_task_reviewer_key unique (attempt_item_id, round, account_id),
    constraint review_task_queue_fkey foreign key (organization_id, queue_id)
      references review_queue (organization_id, id),
    constraint review_task_holder check (account_id is not null or (leased_until is null and not is_assigned and done_at is null))
  );
  create index review_task_open_idx on review_task (queue_id) where done_at is null and cancelled_at is null;
  create index review_task_account_idx on review_task (account_id, queue_id, done_at) where account_id is not null;`;

const MARKS = `
  create table review (
    id uuid primary key,
    organization_id uuid not null references organization (id),
    task_id uuid not null references review_task (id),
    account_id uuid not null references account (id),
    number smallint not null constraint review_number_check check (number > 0),
    levels jsonb not null,
    is_flagged boolean not null,
    seconds integer not null constraint review_seconds_check check (seconds >= 0),
    created_at timestamptz not null,
    constraint review_number_key unique (task_id, number)
  );
  create trigger review_written_once before update or delete on review for each row execute function forbid_change();
  create table review_note (
    review_id uuid primary key references review (id),
    comments jsonb not null,
    to_candidate text not null,
    private text not null
  );`;

const DISAGREEMENTS = `
  create table review_disagreement (
    id uuid primary key default gen_random_uuid(),
    organization_id uuid not null,
    queue_id uuid not null,
    attempt_item_id uuid not null references attempt_item (id),
    round smallint not null,
    opened_at timestamptz not null,
    resolved_at timestamptz,
    levels jsonb,
    constraint review_disagreement_key unique (attempt_item_id, round),
    constraint review_disagreement_resolved check ((resolved_at is null) = (levels is null)),
    constraint review_disagreement_queue_fkey foreign key (organization_id, queue_id)
      references review_queue (organization_id, id)
  );
  create index review_disagreement_open_idx on review_disagreement (queue_id) where resolved_at is null;
  create table review_resolution (
    id uuid primary key,
    disagreement_id uuid not null references review_disagreement (id),
    account_id uuid not null references account (id),
    levels jsonb not null,
    reason text not null,
    is_decision boolean not null,
    created_at timestamptz not null
  );
  create index review_resolution_disagreement_idx on review_resolution (disagreement_id, created_at);
  create trigger review_resolution_written_once before update on review_resolution
    for each row execute function forbid_change();`;

const CALIBRATION = `
  create table review_calibration_answer (
    queue_id uuid not null references review_queue (id),
    attempt_item_id uuid not null references attempt_item (id),
    levels jsonb not null,
    reason text not null,
    added_at timestamptz not null,
    added_by uuid references account (id),
    primary key (queue_id, attempt_item_id)
  );
  create table review_calibration_mark (
    queue_id uuid not null references review_queue (id),
    round smallint not null,
    account_id uuid not null references account (id),
    answer text not null,
    levels jsonb not null,
    created_at timestamptz not null,
    primary key (queue_id, account_id, round, answer)
  );
  create trigger review_calibration_mark_written_once before update on review_calibration_mark
    for each row execute function forbid_change();`;

/** Tasks for what waits in attempts that ended before this version. */
const ENDED_BEFORE = `
  with waiting as (
    select a.organization_id, v.assessment_id, i.question_version_id, i.id as item_id, a.ended_at
    from attempt a
    join assessment_version v on v.id = a.assessment_version_id
    join attempt_item i on i.attempt_id = a.id
    join question_version q on q.id = i.question_version_id and q.kind in ('scenario', 'design', 'text')
    where a.purpose = 'assessment' and a.ended_at is not null and a.erased_at is null
      and exists (select from score s where s.attempt_item_id = i.id and s.pending > 0)
      and not exists (select from score s where s.attempt_item_id = i.id and s.pending = 0)
  ), queues as (
    insert into review_queue (organization_id, assessment_id, question_version_id, rubric_version_id, created_at)
    select distinct organization_id, assessment_id, question_version_id, question_version_id, now() from waiting
    returning id, organization_id, assessment_id, question_version_id
  )
  insert into review_task (organization_id, queue_id, attempt_item_id, mark, created_at)
  select w.organization_id, q.id, w.item_id, 1, now()
  from waiting w join queues q using (assessment_id, question_version_id)`;
