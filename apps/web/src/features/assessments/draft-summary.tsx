import type { AssessmentDraft, DraftCheck } from '@holdout/assessment';
import { Stack } from '@mantine/core';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import type { BankNames } from '../../platform/assessment/bank-names';
import { PageSection } from '../../platform/page-section';
import { DraftContents } from './draft-contents';
import { DraftCoverage, DraftFigureList } from './draft-figures';
import { CheckStatus } from '../../platform/assessment/check-status';
import { DraftIssues } from './draft-issues';

type Props = { readonly draft: AssessmentDraft; readonly check: DraftCheck; readonly names: BankNames };

/** What an assessment would be, before it is created. */
export function DraftSummary({ draft, check, names }: Props) {
  const words = useAssessmentMessages().assessments.contents;
  return (
    <Stack gap="lg">
      <CheckStatus issues={check.issues} />
      <PageSection title={words.sections}>
        <DraftContents draft={draft} figures={check.figures} names={names} />
      </PageSection>
      <PageSection title={words.figures}>
        <DraftFigureList draft={draft} figures={check.figures} />
      </PageSection>
      {check.issues.length === 0 ? null : (
        <PageSection title={words.issues}>
          <DraftIssues issues={check.issues} draft={draft} names={names} />
        </PageSection>
      )}
      <PageSection title={words.coverage}>
        <DraftCoverage figures={check.figures} names={names} />
      </PageSection>
    </Stack>
  );
}
