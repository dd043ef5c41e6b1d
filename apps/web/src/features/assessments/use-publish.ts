import { useApolloClient } from '@apollo/client/react';
import type { DraftIssue } from '@holdout/assessment';
import { useState } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import { ASSESSMENT } from '../../platform/assessment/assessment-context';
import { issueOf } from '../../platform/assessment/check-view';
import { onAnswer } from '../../platform/on-answer';
import { useAct } from '../../platform/use-act';
import { PUBLISH, PUBLISH_PAGE } from './publish-operations';

type Refusal = {
  readonly words: string;
  /** What the API found, if it found other issues than the browser. */
  readonly issues: readonly DraftIssue[] | null;
};

/** Publishes a revision of the draft. After every outcome the page shows the present state. */
export function usePublish(assessmentId: string, onPublished: (versionId: string) => void) {
  const words = useAssessmentMessages().assessments.publish;
  const { dates } = useMessages();
  const client = useApolloClient();
  const { act, isRunning, failure } = useAct(PUBLISH);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const publish = async (revision: number): Promise<void> => {
    setRefusal(null);
    const answer = (await act({ input: { assessmentId, revision } }))?.publishAssessment;
    if (answer?.__typename === 'PublishAssessmentSuccess') onPublished(answer.version.id);
    if (answer !== undefined) await client.refetchQueries({ include: [ASSESSMENT, PUBLISH_PAGE] });
    await onAnswer(answer, {
      AssessmentNotPublishableProblem: ({ issues }) =>
        setRefusal({ words: words.refused, issues: issues.map(issueOf) }),
      StaleAssessmentDraftProblem: ({ current }) =>
        setRefusal({ words: words.stale(current.savedBy, dates.dateTime(current.savedAt)), issues: null }),
      AssessmentUnchangedProblem: ({ version }) => setRefusal({ words: words.unchanged(version.number), issues: null }),
    });
  };
  return { publish, isRunning, failure: failure ?? refusal?.words ?? null, issues: refusal?.issues ?? null };
}
