import { changeOneRow } from './scratch-database';

/** Makes a question's cases the next that are made: those of the whole public bank wait before them, for minutes. */
export function prepareNext(slug: string): Promise<void> {
  return changeOneRow(
    `update grading.job set rank = 0 from preparation p
     join question_version v on v.id = p.question_version_id join question q on q.id = v.question_id
     where q.slug = $1 and grading.job.id = p.job_id`,
    [slug],
  );
}
