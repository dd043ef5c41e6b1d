import { EmptyState, useAnnounce } from '@holdout/ui';
import { Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useMarkingMessages } from '../../messages/marking-messages';
import { NotFound } from '../../platform/not-found';
import { OrganizationPageBody } from '../../platform/organization/organization-page-body';
import { RoleGate } from '../../platform/organization/role-gate';
import { PagePane } from '../../platform/page-pane';
import { useAct } from '../../platform/use-act';
import { usePageQuery } from '../../platform/use-page-query';
import { MarkingForm } from './marking-form';
import { type Disagreement, DISAGREEMENTS, RESOLVE } from './deciding-query';
import type { Criterion } from './marking-query';
import { EMPTY, levelsInput, type Mark } from './use-mark';

const LETTERS = ['A', 'B'] as const;

type Given = Disagreement['marks'][number];

const levelIn = (levels: Given['levels'], { id }: Criterion): number | null =>
  levels.find(({ criterion }) => criterion === id)?.level ?? null;

type OneProps = {
  readonly mark: Given;
  readonly letter: string;
  readonly criterion: Criterion;
  readonly isApart: boolean;
};

function OneMark({ mark, letter, criterion, isApart }: OneProps) {
  const words = useMarkingMessages().disagreement;
  const comment = mark.comments.find((each) => each.criterion === criterion.id)?.text ?? null;
  const said = words.said(letter, levelIn(mark.levels, criterion), levelIn(mark.proposed, criterion));
  return (
    <>
      <Text size="sm" fw={isApart ? 600 : 400}>
        {said}
      </Text>
      {comment === null ? null : <Text size="sm">{comment}</Text>}
    </>
  );
}

/** What both marks say about a criterion, unnamed. */
function BothMarks({
  disagreement,
  criterion,
}: {
  readonly disagreement: Disagreement;
  readonly criterion: Criterion;
}) {
  const words = useMarkingMessages().disagreement;
  const given = disagreement.marks.map(({ levels }) => levelIn(levels, criterion) ?? 0);
  const isApart = Math.max(...given) - Math.min(...given) >= 2;
  return (
    <Stack gap="xs" mb="xs">
      {disagreement.marks.map((mark, index) => (
        <OneMark
          key={LETTERS[index]}
          mark={mark}
          letter={LETTERS[index] ?? ''}
          criterion={criterion}
          isApart={isApart}
        />
      ))}
      {isApart ? (
        <Text size="sm" c="dimmed">
          {words.apart}
        </Text>
      ) : null}
    </Stack>
  );
}

/** What both marks agree on is filled in; a proposal of the other is what there is to agree to. */
function startOf({ marks, rubric }: Disagreement): Mark {
  const [first, second] = marks;
  const levels = rubric.flatMap(({ id }) => {
    const [a, b] = [first, second].map((mark) => mark?.levels.find(({ criterion }) => criterion === id)?.level);
    return a !== undefined && a === b ? [[id, a] as const] : [];
  });
  return { ...EMPTY, levels: Object.fromEntries(levels) };
}

type Props = { readonly queueId: string; readonly disagreement: Disagreement; readonly onDone: (said: string) => void };

function DisagreementForm({ queueId, disagreement, onDone }: Props) {
  const words = useMarkingMessages().disagreement;
  const { act, isRunning, failure } = useAct(RESOLVE);
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const save = async ({ levels }: Mark) => {
    setRefused(null);
    const input = { queueId, disagreementId: disagreement.id, levels: levelsInput(levels), reason };
    const answer = (await act({ input }))?.resolveDisagreement;
    switch (answer?.__typename) {
      case 'ResolveDisagreementSuccess': {
        onDone(answer.isDecided ? words.decided : words.proposed);
        return;
      }
      case 'DisagreementClosedProblem': {
        onDone(words.closed);
        return;
      }
      case 'InvalidInputProblem': {
        setRefused(words.needsReason);
        return;
      }
      case undefined:
        return undefined;
    }
  };
  const reasons = disagreement.marks.flatMap(({ reason: given }, index) =>
    given === null ? [] : [`${words.mark(LETTERS[index] ?? '')}: ${given}`],
  );
  return (
    <Stack gap="md">
      <Text size="sm">{disagreement.isOwn ? words.own : words.third}</Text>
      {reasons.map((text) => (
        <Text key={text} size="sm">
          {text}
        </Text>
      ))}
      <MarkingForm
        shown={{ ...disagreement, text: null }}
        start={startOf(disagreement)}
        isReview={false}
        saveLabel={words.decide}
        isRunning={isRunning}
        failure={refused ?? failure}
        onSave={(mark) => void save(mark)}
        below={(criterion) => <BothMarks disagreement={disagreement} criterion={criterion} />}
      >
        <Textarea
          mx="md"
          label={words.reason}
          description={words.reasonHint}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </MarkingForm>
    </Stack>
  );
}

function Disagreements({ queueId }: { readonly queueId: string }) {
  const words = useMarkingMessages().disagreement;
  const announce = useAnnounce();
  const { data, refetch } = usePageQuery(DISAGREEMENTS, { queueId }, 'network-only');
  const [said, setSaid] = useState<string | null>(null);
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const open = data.reviewDisagreements;
  const shown = open.find(({ id }) => !skipped.includes(id));
  const done = (id: string) => (text: string) => {
    setSaid(text);
    announce(text);
    // A proposal stays open; the next one is shown first.
    setSkipped([...skipped, id]);
    void refetch();
  };
  return (
    <Stack gap="md">
      {said === null ? null : <Text size="sm">{said}</Text>}
      {shown === undefined ? (
        <EmptyState {...words.none} />
      ) : (
        <DisagreementForm key={shown.id} queueId={queueId} disagreement={shown} onDone={done(shown.id)} />
      )}
    </Stack>
  );
}

/** `/o/:org/marking/:queueId/disagreements`: both marks of an answer, unnamed, and the levels that decide. */
export function DisagreementsPage() {
  const words = useMarkingMessages();
  const { queueId = '' } = useParams();
  const trail = [{ name: words.queue.title, to: 'marking' }];
  return (
    <RoleGate roles={['REVIEWER']} otherwise={<NotFound />}>
      <Stack p={{ base: 'md', xs: 'lg' }} gap={0}>
        <OrganizationPageBody title={words.disagreement.title} trail={trail} width="full">
          <PagePane>
            <Disagreements queueId={queueId} />
          </PagePane>
        </OrganizationPageBody>
      </Stack>
    </RoleGate>
  );
}
