import type { DraftIssue } from '@holdout/assessment';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import { useBuilder } from './builder-context';
import { languageView } from './draft-view';

/** Says an issue in words. */
export function useIssueWords(): (issue: DraftIssue) => string {
  const { issues } = useAssessmentMessages().builder;
  const { languages } = useMessages().names;
  const { names } = useBuilder();
  const language = (id: string): string => languages[languageView(id)];
  return ({ code, params }) => issues[code](params, { topic: names.topic, language });
}
