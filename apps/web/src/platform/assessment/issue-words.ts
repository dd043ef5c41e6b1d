import type { DraftIssueCode } from '@holdout/assessment';
import type { Language } from '../../generated/operations';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';

export type ShownIssue = {
  readonly code: DraftIssueCode;
  readonly params: Readonly<Record<string, string | number>>;
};

/** Names of what an issue mentions by its id. */
export type IssueNames = { readonly skill: (id: string) => string; readonly question: (id: string) => string };

/** The parameters of an issue as the API sends them, in the form that `checkDraft` gives them. */
export const paramsOf = (params: readonly { readonly name: string; readonly value: string }[]): ShownIssue['params'] =>
  Object.fromEntries(params.map(({ name, value }) => [name, value]));

/** The text of an issue of a draft, found by the browser or by the API. */
export function useIssueWords(names: IssueNames): (issue: ShownIssue) => string {
  const words = useAssessmentMessages().assessmentIssues;
  const { languages } = useMessages().names;
  const language = (id: string): string => languages[id.toUpperCase() as Language] ?? id;
  return ({ code, params }) => {
    const texts = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
    return words[code]({
      ...texts,
      skill: names.skill(texts['skillId'] ?? ''),
      question: names.question(texts['questionId'] ?? ''),
      language: language(texts['language'] ?? ''),
      languages: (texts['languages'] ?? '').split(', ').map(language).join(', '),
    });
  };
}
