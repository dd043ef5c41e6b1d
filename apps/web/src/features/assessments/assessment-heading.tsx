import { ActButton, ActError, focusOnArrival, useAnnounce } from '@holdout/ui';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useAssessment } from '../../platform/assessment/assessment-context';
import { onAnswer } from '../../platform/on-answer';
import { RoleGate } from '../../platform/organization/role-gate';
import { PageHeading } from '../../platform/page-heading';
import { useAct } from '../../platform/use-act';
import { useFormErrors } from '../../platform/use-form-errors';
import { RENAME } from './assessment-operations';
import { BUILDERS } from './assessment-roles';

/** The new title, in place of the heading. Esc keeps the old one. */
function RenameForm({ onDone }: { readonly onDone: () => void }) {
  const words = useAssessmentMessages().assessments.layout;
  const { id, title: before } = useAssessment();
  const form = useFormErrors('rename');
  const announce = useAnnounce();
  const { act, isRunning, failure } = useAct(RENAME);
  const [title, setTitle] = useState(before);
  const rename = async () => {
    if (!form.isComplete({ title })) return;
    const answer = (await act({ input: { assessmentId: id, title } }))?.renameAssessment;
    await onAnswer(answer, {
      InvalidInputProblem: ({ issues }) => form.show(issues),
      RenameAssessmentSuccess: () => {
        announce(words.renamed);
        onDone();
      },
    });
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void rename();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm" maw="var(--ho-reading)">
        <TextInput
          {...form.propsOf('title')}
          label={words.title}
          description={words.titleHow}
          value={title}
          ref={focusOnArrival}
          onChange={(event) => setTitle(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onDone();
          }}
        />
        <ActError>{failure}</ActError>
        <Group gap="sm">
          <ActButton type="submit" variant="default" isRunning={isRunning}>
            {words.save}
          </ActButton>
          <Button variant="subtle" color="gray" onClick={onDone}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The title of the assessment, which members who build may change in place. `page` is the name of the page below it. */
export function AssessmentHeading({ page }: { readonly page: string }) {
  const words = useAssessmentMessages().assessments.layout;
  const { title, archivedAt } = useAssessment();
  const [state, setState] = useState<'shown' | 'renaming' | 'back'>('shown');
  const isRenaming = state === 'renaming';
  return (
    <>
      <Group gap="sm" justify="space-between" align="flex-start">
        <Group gap="sm" miw={0}>
          <PageHeading title={`${page} · ${title}`} isHidden={isRenaming}>
            {title}
          </PageHeading>
          {archivedAt === null ? null : <Text c="dimmed">{words.archived}</Text>}
        </Group>
        {isRenaming ? null : (
          <RoleGate roles={BUILDERS}>
            <Button
              variant="subtle"
              color="gray"
              ref={state === 'back' ? focusOnArrival : null}
              onClick={() => setState('renaming')}
            >
              {words.rename}
            </Button>
          </RoleGate>
        )}
      </Group>
      {isRenaming ? <RenameForm onDone={() => setState('back')} /> : null}
    </>
  );
}
