import { Markdown } from '@holdout/ui';
import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { Explanation } from '../../answering/feedback-verdict';
import { KindField } from '../../answering/kinds/kind-field';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import { useOrganization } from '../../platform/organization/organization-context';
import { PagePane } from '../../platform/page-pane';
import { Subtitle } from '../../platform/subtitle';
import { usePageQuery } from '../../platform/use-page-query';
import { DataTab } from '../../workspace/task/data-tab';
import { TaskText } from '../../workspace/task/task-text';
import { useBuilder } from './builder-context';
import { ASSESSMENT_QUESTION, type PreviewedQuestion } from './question-query';
import { useReturnFocus } from './use-return-focus';

type Content = NonNullable<PreviewedQuestion['content']>;
type CodeContent = Extract<Content, { __typename: 'CodeContent' }>;
type ShownProps = { readonly content: Content; readonly feedback: PreviewedQuestion['feedback'] };

const nothing = () => undefined;

function CodeQuestion({ content }: { readonly content: CodeContent }) {
  const words = useAssessmentMessages().builder.preview;
  const { languages } = useMessages().names;
  return (
    <Stack gap="lg" align="stretch">
      <Text size="sm" c="dimmed">
        {words.languages(content.languages.map(({ language }) => languages[language]))}
      </Text>
      <TaskText content={content} spoken={content.languages[0] ?? null} />
      <DataTab content={content} />
    </Stack>
  );
}

/** The question in the components that show an item to a candidate, with its key. */
function ShownQuestion({ content, feedback }: ShownProps) {
  if (content.__typename === 'CodeContent') return <CodeQuestion content={content} />;
  return (
    <>
      <Markdown>{content.statement}</Markdown>
      <KindField
        item={{ __typename: 'AttemptItem', id: 'preview', content, response: null, feedback }}
        draft={null}
        onEdit={nothing}
        onLeave={nothing}
        isOpen={false}
        isVersion
        settle={() => Promise.resolve(null)}
      />
    </>
  );
}

function Question({ questionId }: { readonly questionId: string }) {
  const words = useAssessmentMessages().builder;
  const { names } = useMessages();
  const { slug } = useOrganization();
  const variables = { organization: slug, questionId };
  const { question, content, feedback, isAnswerPublic } = usePageQuery(ASSESSMENT_QUESTION, variables).data
    .assessmentQuestion;
  const facts = [
    names.kinds[question.kind],
    words.draft.level(question.level),
    words.draft.minutesOf(question.minutes),
    ...(isAnswerPublic ? [words.search.answerIsPublic] : []),
  ];
  return (
    <Stack gap="lg" align="stretch">
      <div>
        <Text fw={600}>{question.title}</Text>
        <Subtitle text={question.subtitle} size="sm" />
        <Text size="sm" c="dimmed">
          {facts.join(' · ')}
        </Text>
      </div>
      {content === null ? (
        <Text>{words.preview.preparing}</Text>
      ) : (
        <ShownQuestion content={content} feedback={feedback} />
      )}
      {feedback === null ? null : <Explanation feedback={feedback} />}
    </Stack>
  );
}

type Props = { readonly questionId: string; readonly onClose: () => void };

function AddHere({ questionId, onClose }: Props) {
  const words = useAssessmentMessages().builder;
  const { draft, target, acts, names, isReadOnly } = useBuilder();
  const entries = draft.sections.flatMap((section) => section.entries);
  const isIn = entries.some((entry) => entry.kind === 'question' && entry.questionId === questionId);
  const title = names.titleOf(questionId);
  if (isReadOnly || title === null) return null;
  if (isIn) return <Text size="sm">{words.search.isIn}</Text>;
  const add = () => {
    acts.addQuestion(questionId, title, target);
    onClose();
  };
  return (
    <Group>
      <Button variant="default" onClick={add}>
        {words.preview.add}
      </Button>
    </Group>
  );
}

/** A question as a candidate sees it, with its key and explanation. */
export function QuestionDrawer(props: Props) {
  const messages = useMessages();
  const words = useAssessmentMessages().builder.preview;
  useReturnFocus();
  return (
    <Drawer
      opened
      onClose={props.onClose}
      position="right"
      size="min(48rem, 100%)"
      title={words.title}
      closeButtonProps={{ 'aria-label': messages.ui.close }}
    >
      <Stack gap="md" align="stretch">
        <Text size="sm" c="dimmed">
          {words.asCandidate}
        </Text>
        <AddHere {...props} />
        <PagePane>
          <Question questionId={props.questionId} />
        </PagePane>
      </Stack>
    </Drawer>
  );
}
