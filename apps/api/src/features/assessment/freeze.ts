import {
  type AssessmentContent,
  type AssessmentDraft,
  type ContentEntry,
  resolveDraft,
  type ResolvedEntry,
} from '@holdout/assessment';
import { BlueprintRepository, type Database, type FrozenQuestionRow, type OrganizationId } from '@holdout/persistence';
import type { Blueprint } from './blueprints';

export type Frozen = { readonly content: AssessmentContent; readonly questions: readonly FrozenQuestionRow[] };

/** The draft with the exact versions of the questions that it may give, as they are in this transaction. */
export async function freeze(
  tx: Database,
  { organizationId, title, draft }: { organizationId: OrganizationId; title: string; draft: AssessmentDraft },
  { bank }: Blueprint,
): Promise<Frozen> {
  const entries = resolveDraft(draft, bank);
  const ids = [...new Set(entries.flatMap(({ options }) => options.map(({ id }) => id)))];
  const questions = await tx.repo(BlueprintRepository).freeze(organizationId, ids);
  const versions = new Map<string, string>(questions.map(({ id, versionId }) => [id, versionId]));
  if (versions.size !== ids.length) throw new Error('A question left the bank while it was frozen.');
  const { sections, ...settings } = draft;
  const content = {
    ...settings,
    title,
    sections: sections.map((section) => ({
      ...section,
      entries: entries
        .filter((each) => each.section.id === section.id)
        .map((each) => contentEntry(each, (id) => versions.get(id) ?? '')),
    })),
  };
  return { content, questions };
}

function contentEntry({ entry, options }: ResolvedEntry, versionOf: (id: string) => string): ContentEntry {
  const { id, weight } = entry;
  const versionIds = options.map((question) => versionOf(question.id));
  if (entry.kind === 'question') return { kind: 'question', id, weight, questionVersionId: versionIds[0] ?? '' };
  const { draw, unseenOnly } = entry;
  return { kind: 'pool', id, weight, draw, unseenOnly, questionVersionIds: versionIds };
}
