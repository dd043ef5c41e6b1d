import type { AssessmentDraft, DraftIssue } from '@holdout/assessment';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import type { BankNames } from './bank-names';
import { entryName } from './entry-name';

export type Checked = { readonly draft: AssessmentDraft; readonly names: BankNames };

/** The section or entry in which an issue is; null for the draft as a whole. */
export function useIssuePlace({ draft, names }: Checked): (issue: DraftIssue) => string | null {
  const { builder } = useAssessmentMessages();
  const { kinds } = useMessages().names;
  return ({ where }) => {
    const at = draft.sections.findIndex(({ id }) => id === where.sectionId);
    const section = draft.sections[at];
    if (section === undefined) return null;
    const entry = section.entries.find(({ id }) => id === where.entryId);
    return entry ? entryName(entry, names, { builder, kinds }) : builder.draft.section(at + 1, section.title);
  };
}
