import { Button } from '@mantine/core';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import styles from './builder.module.css';
import { useBuilder } from './builder-context';
import { QuestionLine } from './question-line';
import type { FoundQuestion } from './use-bank-search';

/** A question that was found: its facts, its preview, and adding it. */
export function FoundRow({ found }: { readonly found: FoundQuestion }) {
  const words = useAssessmentMessages().builder;
  const { kinds } = useMessages().names;
  const { draft, target, acts, isReadOnly } = useBuilder();
  const { id, title, kind, level, minutes } = found.question;
  const isIn = draft.sections.some(({ entries }) =>
    entries.some((entry) => entry.kind === 'question' && entry.questionId === id),
  );
  const facts = [
    kinds[kind],
    words.draft.level(level),
    words.draft.minutesOf(minutes),
    ...(found.isAnswerPublic ? [words.search.answerIsPublic] : []),
  ];
  return (
    <li className={styles['foundRow']}>
      <QuestionLine id={id} title={title} label={words.search.preview(title)} facts={facts.join(' · ')} />
      {isReadOnly ? null : (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={isIn ? undefined : words.search.addOne(title)}
          aria-disabled={isIn}
          onClick={() => {
            if (!isIn) acts.addQuestion(id, title, target);
          }}
        >
          {isIn ? words.search.isIn : words.search.add}
        </Button>
      )}
    </li>
  );
}
