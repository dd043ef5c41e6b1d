import { EMPTY_DRAFT } from '@holdout/assessment';
import { ActButton, ActError, FormErrors } from '@holdout/ui';
import { Group, List, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import type { StartPreviewMutation } from '../../generated/operations';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import { useAssessment } from '../../platform/assessment/assessment-context';
import { issueOf } from '../../platform/assessment/check-view';
import { useSkillNames } from '../../platform/assessment/skill-names';
import { NotFound } from '../../platform/not-found';
import { onAnswer } from '../../platform/on-answer';
import { useOrganization } from '../../platform/organization/organization-context';
import { RoleGate } from '../../platform/organization/role-gate';
import { useAct } from '../../platform/use-act';
import { useFormErrors } from '../../platform/use-form-errors';
import { BUILDERS } from './assessment-roles';
import { DraftIssues } from './draft-issues';
import { issueAddress } from './issue-address';
import { START_PREVIEW } from './preview-operations';

type Answer = StartPreviewMutation['startAssessmentPreview'];
type Refused = Extract<Answer, { __typename: 'AssessmentNotPublishableProblem' | 'AssessmentNotReadyProblem' }>;

type Wish = {
  /** Empty for the draft. */
  readonly versionId: string;
  readonly seed: string;
  readonly extraTime: string;
  readonly breakMinutes: string;
};

const NOTHING: Wish = { versionId: '', seed: '', extraTime: '0', breakMinutes: '0' };
const EXTRA_TIME = ['0', '25', '50', '75', '100'];
const PERCENT = 100;
const SECONDS = 60;
const MOST_BREAK_MINUTES = 120;

function useStart() {
  const { id } = useAssessment();
  const navigate = useNavigate();
  const form = useFormErrors('preview');
  const { act, isRunning, failure } = useAct(START_PREVIEW);
  const [refused, setRefused] = useState<Refused | null>(null);
  const start = async ({ versionId, seed, extraTime, breakMinutes }: Wish) => {
    form.clear();
    setRefused(null);
    const minutes = /^\d{1,3}$/.test(breakMinutes.trim()) ? Number(breakMinutes) : -1;
    if (minutes < 0 || minutes > MOST_BREAK_MINUTES) {
      form.show([{ field: 'breakMinutes', code: 'TOO_LARGE', limit: MOST_BREAK_MINUTES }]);
      return;
    }
    const input = {
      assessmentId: id,
      versionId: versionId === '' ? null : versionId,
      seed: seed.trim() === '' ? null : seed.trim(),
      extraTime: Number(extraTime) / PERCENT,
      breakSeconds: minutes * SECONDS,
    };
    await onAnswer((await act({ input }))?.startAssessmentPreview, {
      StartAssessmentPreviewSuccess: ({ attempt }) => navigate(`/attempts/${attempt.id}/items/1`),
      AssessmentNotPublishableProblem: setRefused,
      AssessmentNotReadyProblem: setRefused,
      InvalidInputProblem: ({ fields }) => form.show(fields),
    });
  };
  return { start, form, refused, isRunning, failure };
}

/** Why no questions can be drawn now. */
function Refusal({ refused }: { readonly refused: Refused }) {
  const words = useAssessmentMessages().assessments.preview;
  const names = useSkillNames();
  const { slug } = useOrganization();
  const { id } = useAssessment();
  if (refused.__typename === 'AssessmentNotReadyProblem') {
    return (
      <div role="alert">
        <Text>{words.notReady}</Text>
        <List size="sm">
          {refused.waiting.map((question) => (
            <List.Item key={question.id}>{question.title}</List.Item>
          ))}
        </List>
      </div>
    );
  }
  return (
    <div role="alert">
      <Text>{words.notDrawn}</Text>
      <DraftIssues
        issues={refused.issues.map(issueOf)}
        draft={EMPTY_DRAFT}
        names={names}
        addressOf={issueAddress(slug, id)}
      />
    </div>
  );
}

function Fields({ wish, onChange, form }: FieldsProps) {
  const words = useAssessmentMessages().assessments.preview;
  const { versions } = useAssessment();
  const { dates } = useMessages();
  const of = [
    { value: '', label: words.ofDraft },
    ...versions.map(({ id, number, publishedAt }) => ({
      value: id,
      label: words.ofVersion(number, dates.day(publishedAt)),
    })),
  ];
  return (
    <>
      <NativeSelect
        label={words.of}
        data={of}
        value={wish.versionId}
        onChange={(event) => onChange({ versionId: event.currentTarget.value })}
      />
      <TextInput
        label={words.seed}
        description={words.seedHow}
        maxLength={100}
        value={wish.seed}
        onChange={(event) => onChange({ seed: event.currentTarget.value })}
      />
      <NativeSelect
        {...form.propsOf('extraTime')}
        label={words.extraTime}
        data={EXTRA_TIME.map((value) => ({ value, label: words.extraTimeIs(Number(value)) }))}
        value={wish.extraTime}
        onChange={(event) => onChange({ extraTime: event.currentTarget.value })}
      />
      <TextInput
        {...form.propsOf('breakMinutes')}
        label={words.breaks}
        description={words.breaksHow}
        inputMode="numeric"
        value={wish.breakMinutes}
        onChange={(event) => onChange({ breakMinutes: event.currentTarget.value })}
      />
    </>
  );
}

type FieldsProps = {
  readonly wish: Wish;
  readonly onChange: (part: Partial<Wish>) => void;
  readonly form: ReturnType<typeof useFormErrors>;
};

function Preview() {
  const words = useAssessmentMessages().assessments.preview;
  const { start, form, refused, isRunning, failure } = useStart();
  const [wish, setWish] = useState(NOTHING);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void start(wish);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack maw="var(--ho-form)">
        <Text maw="var(--ho-measure)">{words.what}</Text>
        <FormErrors errors={form.errors} />
        <Fields wish={wish} onChange={(part) => setWish({ ...wish, ...part })} form={form} />
        {refused === null ? null : <Refusal refused={refused} />}
        <ActError>{failure}</ActError>
        <Group>
          <ActButton type="submit" isRunning={isRunning}>
            {words.start}
          </ActButton>
        </Group>
      </Stack>
    </form>
  );
}

/** Starts an attempt that a member takes as a candidate does, and that leaves nothing behind. */
export function PreviewPage() {
  return (
    <RoleGate roles={BUILDERS} otherwise={<NotFound />}>
      <Preview />
    </RoleGate>
  );
}
