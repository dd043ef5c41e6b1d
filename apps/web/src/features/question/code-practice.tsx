import { useApolloClient, useSuspenseFragment } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { useState } from 'react';
import { Explanation, FeedbackVerdict } from '../../answering/feedback-verdict';
import type { QuestionHeadQuery } from '../../generated/operations';
import { useMessages } from '../../messages/messages';
import { CODE_ITEM, type CodeItem } from '../../workspace/code-item';
import { Workspace } from '../../workspace/workspace';
import { Afterwards, type AfterwardsProps } from './afterwards';
import { CODE_FEEDBACK } from './history-query';
import { QuestionOrigin } from './question-facts';
import { Reveal } from './reveal';
import { useHistory } from './use-history';
import type { PractisedAttempt } from './use-practice';

type Props = AfterwardsProps & {
  /** As returned by the mutation; the page shows the newest version from the cache. */
  readonly item: CodeItem;
  readonly question: QuestionHeadQuery['question'];
  readonly attempt: PractisedAttempt;
};

type WhyProps = AfterwardsProps & { readonly feedback: NonNullable<CodeItem['feedback']>; readonly isFixed: boolean };

function Why({ feedback, isFixed, ...afterwards }: WhyProps) {
  const words = useMessages().question.code;
  return (
    <>
      <Explanation feedback={feedback} />
      {isFixed ? <Text size="sm">{words.fixed}</Text> : null}
      <Afterwards {...afterwards} />
    </>
  );
}

function explainedOf({ feedback }: CodeItem, more: Omit<WhyProps, 'feedback'>) {
  if (feedback === null) return null;
  return {
    verdict: <FeedbackVerdict feedback={feedback} isAnswered />,
    why: <Why {...more} feedback={feedback} />,
  };
}

/** A code or model question in practice: verdicts at once; the explanation after full marks or on demand. */
export function CodePractice({ item: from, question, attempt, ...afterwards }: Props) {
  const { data: item } = useSuspenseFragment({ fragment: CODE_ITEM, fragmentName: 'CodeItem_item', from });
  const client = useApolloClient();
  const { sent, reload } = useHistory(question.slug);
  const [isFixed, setIsFixed] = useState(attempt.endedAt !== null);
  const askFeedback = () =>
    client.query({ query: CODE_FEEDBACK, variables: { attemptId: attempt.id }, fetchPolicy: 'network-only' });
  return (
    <Workspace
      item={item}
      sent={sent}
      isFixed={isFixed}
      showsVerdict
      explained={explainedOf(item, { ...afterwards, isFixed })}
      below={
        <>
          {item.feedback === null ? <Reveal itemId={item.id} onRevealed={() => setIsFixed(true)} /> : null}
          <QuestionOrigin question={question} itemId={item.id} />
        </>
      }
      onSubmitted={() => undefined}
      onGraded={() => {
        reload();
        void askFeedback();
      }}
    />
  );
}
