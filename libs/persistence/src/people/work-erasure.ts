/** The items of the attempts that a condition on `attempt` names. */
export const itemsOf = (attempts: string): string =>
  `select id from attempt_item where attempt_id in (select id from attempt where ${attempts})`;

/** Statements that lock out writers: each waits for those in progress, and later ones find the row closed. $2 is the time. */
export const closingOf = (attempts: string): readonly string[] => [
  `update attempt set erased_at = $2, ended_at = coalesce(ended_at, $2), ended_by = coalesce(ended_by, 'candidate')
   where ${attempts}`,
  `update attempt_item set fixed_at = $2, fixed_by = 'ended' where fixed_at is null and id in (${itemsOf(attempts)})`,
  `update review_task set cancelled_at = $2
   where done_at is null and cancelled_at is null and attempt_item_id in (${itemsOf(attempts)})`,
];

/** Statements that delete what was written in attempts and about them. Scores stay: they are numbers without personal data. */
export function erasingOf(attempts: string): readonly string[] {
  const items = itemsOf(attempts);
  const ids = `select id from attempt where ${attempts}`;
  return [
    `delete from verdict where submission_id in (select id from submission where attempt_item_id in (${items}))`,
    `update submission set source = '', own_input = null where attempt_item_id in (${items})`,
    `delete from review_note where review_id in (
       select r.id from review r join review_task t on t.id = r.task_id where t.attempt_item_id in (${items}))`,
    `delete from review_resolution where disagreement_id in (
       select id from review_disagreement where attempt_item_id in (${items}))`,
    `delete from review_disagreement where resolved_at is null and attempt_item_id in (${items})`,
    `delete from review_calibration_answer where attempt_item_id in (${items})`,
    `delete from attempt_presence where attempt_id in (${ids})`,
    `delete from attempt_event where attempt_id in (${ids})`,
    `delete from attempt_message where attempt_id in (${ids})`,
    `delete from similarity_pair where left_item_id in (${items}) or right_item_id in (${items})`,
    `delete from late_answer where attempt_item_id in (${items})`,
    `delete from response_revision where attempt_item_id in (${items})`,
    `delete from response where attempt_item_id in (${items})`,
    `update question_report set text = '' where attempt_item_id in (${items})`,
    `update attempt_score set reason = null where attempt_id in (${ids})`,
  ];
}
