import type { AccountId, OrganizationId } from '../ids';
import { HAS_FAILED } from './assessment-version.repository';

/** What an assessment waits for, as Today tells. */
export type AssessmentWaiting = 'failedVersion' | 'undeliveredMail' | 'unpublishedChanges' | 'newSubmissions';

export type AssessmentFilterRow = {
  readonly isArchived: boolean;
  /** Beginnings of words of the title, in lower case. */
  readonly words: readonly string[];
  /** Who created it or has changed its draft; null for anyone. */
  readonly editedBy?: AccountId | null;
  readonly waiting?: AssessmentWaiting | null;
  /** From when on a submission is new. */
  readonly newSince?: Date;
};

const LATEST = `(select v.id from assessment_version v where v.assessment_id = a.id order by v.number desc limit 1)`;

const WAITING: Readonly<Record<AssessmentWaiting, (newSince: () => string) => string>> = {
  failedVersion: () => `exists (select from assessment_version v where v.id = ${LATEST} and ${HAS_FAILED})`,
  undeliveredMail: () => `a.id in (select i.assessment_id from mail m join invitation i on i.id = m.subject_id
    where m.organization_id = $1 and m.failed_at is not null and i.withdrawn_at is null
      and not exists (select from mail later where later.subject_id = m.subject_id and later.created_at > m.created_at))`,
  unpublishedChanges: () => `a.draft_revision is distinct from
    (select v.draft_revision from assessment_version v where v.assessment_id = a.id order by v.number desc limit 1)`,
  newSubmissions: (
    newSince,
  ) => `exists (select from assessment_version v join attempt t on t.assessment_version_id = v.id
    where v.assessment_id = a.id and t.ended_at > ${newSince()}::timestamptz)`,
};

/** The condition of a list of assessments `a`; the parameters begin with the organization. */
export function foundBy(
  organizationId: OrganizationId,
  { isArchived, words, editedBy = null, waiting = null, newSince = new Date(0) }: AssessmentFilterRow,
): { readonly sql: string; readonly parameters: unknown[] } {
  const parameters: unknown[] = [organizationId];
  const value = (of: unknown): string => `$${parameters.push(of)}`;
  const where = [`a.organization_id = $1 and (a.archived_at is not null) = ${value(isArchived)}`];
  if (words.length > 0)
    where.push(
      `not exists (select from unnest(${value(words)}::text[]) word where position(' ' || word in ' ' || lower(a.title)) = 0)`,
    );
  if (editedBy !== null)
    where.push(
      `exists (select from assessment_draft_revision r where r.assessment_id = a.id and r.saved_by = ${value(editedBy)}::uuid)`,
    );
  if (waiting !== null) where.push(WAITING[waiting](() => value(newSince)));
  return { sql: where.join(' and '), parameters };
}
