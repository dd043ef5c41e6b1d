import type { DraftIssue } from '@holdout/assessment';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import type { BankNames } from './bank-names';
import { languageView } from './draft-view';

/** Says an issue in words. */
export function useIssueWords({
  topic,
}: Pick<BankNames, 'topic'>): (issue: Pick<DraftIssue, 'code' | 'params'>) => string {
  const { issues } = useAssessmentMessages().builder;
  const { languages } = useMessages().names;
  const language = (id: string): string => languages[languageView(id)];
  return ({ code, params }) => issues[code](params, { topic, language });
}
