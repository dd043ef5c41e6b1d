import { changeOneRow } from './scratch-database';

/**
 * Moves the case generation of a question to the front of the queue; otherwise it waits minutes for other questions.
 */
export function prepareNext(slug: string): Promise<void> {
  return changeOneRow(
    `update grading.job set rank = 0 from preparation p
     join question_version v on v.id = p.question_version_id join question q on q.id = v.question_id
     where q.slug = $1 and grading.job.id = p.job_id`,
    [slug],
  );
}
