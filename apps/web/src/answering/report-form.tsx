import { gql, type TypedDocumentNode } from '@apollo/client';
import { ActButton, ActError, type FieldError, focusOnArrival, FormErrors } from '@holdout/ui';
import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import type {
  QuestionReportReason,
  ReportQuestionMutation,
  ReportQuestionMutationVariables,
} from '../generated/operations';
import { useMessages } from '../messages/messages';
import { errorOf, fieldErrors, type InputIssue } from '../platform/input-issues';
import { useAct } from '../platform/use-act';

export const REPORT_QUESTION: TypedDocumentNode<ReportQuestionMutation, ReportQuestionMutationVariables> = gql`
  mutation ReportQuestion($input: ReportQuestionInput!) {
    reportQuestion(input: $input) {
      ... on ReportQuestionSuccess {
        reference
      }
      ... on InvalidInputProblem {
        issues {
          field
          code
          limit
        }
      }
      ... on Problem {
        code
      }
    }
  }
`;

const FORM = 'report';
const REASONS: readonly QuestionReportReason[] = ['WRONG', 'UNCLEAR', 'TECHNICAL', 'OTHER'];

const isReason = (value: string): value is QuestionReportReason => REASONS.some((reason) => reason === value);

function useReport(slug: string | null, itemId: string | null) {
  const messages = useMessages();
  const { act, isRunning, failure } = useAct(REPORT_QUESTION);
  const [reference, setReference] = useState<string | null>(null);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const fail = (issues: readonly InputIssue[]) => setErrors(fieldErrors(messages, FORM, issues));
  const send = async (reason: QuestionReportReason, text: string): Promise<void> => {
    if (text.trim() === '') {
      fail([{ field: 'text', code: 'MISSING', limit: null }]);
      return;
    }
    setErrors([]);
    const answer = (await act({ input: { slug, itemId, reason, text } }))?.reportQuestion;
    if (answer?.__typename === 'ReportQuestionSuccess') setReference(answer.reference);
    if (answer?.__typename === 'InvalidInputProblem') fail(answer.issues);
  };
  return { send, isRunning, failure, reference, errors };
}

export type ReportFormProps = {
  readonly slug: string | null;
  readonly itemId: string | null;
  readonly onClose: () => void;
};

export function ReportForm({ slug, itemId, onClose }: ReportFormProps) {
  const words = useMessages().reportQuestion;
  const { send, isRunning, failure, reference, errors } = useReport(slug, itemId);
  const [reason, setReason] = useState<QuestionReportReason>('WRONG');
  const [text, setText] = useState('');
  if (reference !== null)
    return (
      <Stack align="flex-start">
        <Text role="status">{words.sent(reference)}</Text>
        <Button onClick={onClose} ref={focusOnArrival}>
          {words.done}
        </Button>
      </Stack>
    );
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void send(reason, text);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <FormErrors errors={errors} />
        <Radio.Group
          label={words.reason}
          value={reason}
          onChange={(value) => {
            if (isReason(value)) setReason(value);
          }}
        >
          <Stack gap="sm" pt="xs">
            {REASONS.map((one) => (
              <Radio key={one} value={one} label={words.reasons[one]} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          id={`${FORM}-text`}
          label={words.text}
          description={words.textHint}
          autosize
          minRows={4}
          maxRows={10}
          value={text}
          error={errorOf(errors, `${FORM}-text`)}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ActError>{failure}</ActError>
        <Group gap="sm">
          <ActButton type="submit" isRunning={isRunning}>
            {words.send}
          </ActButton>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
