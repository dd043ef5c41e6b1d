import { ActButton, ActError, Markdown } from '@holdout/ui';
import { Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../../messages/messages';
import { answerOf, contentOf, type ContentOf, detailOf, type DetailOf, type FieldProps, type Item } from '../field';
import { ProseField } from '../shared/prose-field';
import { RubricView } from '../shared/rubric-view';
import styles from './scenario.module.css';
import { PROMPT, type ScenarioPart, scenarioParts } from './scenario-parts';
import { useRevealFollowUp } from './use-reveal-follow-up';

function Fixed({ text }: { readonly text: string }) {
  const words = useMessages().kinds.scenario;
  return (
    <div className={styles['fixed']}>
      <Text size="sm" c="dimmed">
        {words.fixed}
      </Text>
      <Text className={styles['prose'] ?? ''}>{text === '' ? words.nothing : text}</Text>
    </div>
  );
}

type PartProps = {
  readonly part: ScenarioPart;
  readonly place: number;
  readonly isOpen: boolean;
  readonly onType: (text: string) => void;
  readonly onLeave: () => void;
};

function PartView({ part, place, isOpen, onType, onLeave }: PartProps) {
  const words = useMessages().kinds.scenario;
  return (
    <Stack gap="sm" component="section">
      {part.ask === null ? null : (
        <>
          <Title order={2} size="h4" tabIndex={-1} data-part={part.id}>
            {words.followUp(place)}
          </Title>
          <Markdown topHeading={3}>{part.ask}</Markdown>
        </>
      )}
      {part.isLast && isOpen ? (
        <ProseField
          label={words.answer}
          limits={part.min === null ? words.atMost(part.max) : words.limits(part.min, part.max)}
          text={part.text}
          most={part.max}
          onType={onType}
          onLeave={onLeave}
          isReadOnly={false}
        />
      ) : (
        <Fixed text={part.text} />
      )}
    </Stack>
  );
}

/** Focuses a newly revealed follow-up, because it is the next thing to read. */
function useFocusOnNew(count: number) {
  const frame = useRef<HTMLDivElement>(null);
  const before = useRef(count);
  useEffect(() => {
    if (count > before.current) {
      const shown = frame.current?.querySelectorAll<HTMLElement>('[data-part]');
      shown?.item(shown.length - 1).focus();
    }
    before.current = count;
  }, [count]);
  return frame;
}

type NextProps = {
  readonly itemId: string;
  readonly shown: number;
  /** The currently open part. */
  readonly after: string;
  readonly settle: FieldProps['settle'];
};

function NextFollowUp({ itemId, shown, after, settle }: NextProps) {
  const words = useMessages().kinds.scenario;
  const { reveal, isRunning, failure } = useRevealFollowUp({ itemId, shown, settle });
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm">{words.nextFixes}</Text>
      <Group gap="sm">
        <ActButton variant="default" isRunning={isRunning} onClick={() => void reveal(after)}>
          {words.next}
        </ActButton>
        <ActError>{failure}</ActError>
      </Group>
    </Stack>
  );
}

type AfterwardsProps = {
  readonly item: Item;
  readonly detail: DetailOf<'ScenarioFeedback'>;
  readonly shown: ContentOf<'ScenarioContent'>['followUps'];
};

/** The follow-ups that were not reached, and the rubric. */
function Afterwards({ item, detail, shown }: AfterwardsProps) {
  const words = useMessages().kinds.scenario;
  const later = detail.followUps.filter(({ id }) => !shown.some((one) => one.id === id));
  return (
    <>
      {later.map(({ id, ask }) => (
        <section key={id}>
          <Text size="sm" c="dimmed">
            {words.notReached}
          </Text>
          <Markdown topHeading={3}>{ask}</Markdown>
        </section>
      ))}
      <RubricView itemId={item.id} rubric={detail} isOwn />
    </>
  );
}

/** A prose answer with follow-ups that are revealed one after another; later ones are not sent before. */
export function ScenarioField({ item, draft, onEdit, onLeave, isOpen, settle }: FieldProps) {
  const content = contentOf(item, 'ScenarioContent');
  const detail = detailOf(item, 'ScenarioFeedback');
  const given = draft?.kind === 'scenario' ? draft : null;
  const parts = scenarioParts(content, answerOf(item, 'ScenarioAnswer'), given);
  const { followUps, hasMore } = content;
  const frame = useFocusOnNew(followUps.length);
  return (
    <Stack gap="lg" ref={frame}>
      {parts.map((part, index) => (
        <PartView
          key={part.id}
          part={part}
          place={index}
          isOpen={isOpen}
          onType={(text) => onEdit({ kind: 'scenario', part: part.id, text })}
          onLeave={onLeave}
        />
      ))}
      {isOpen && hasMore ? (
        <NextFollowUp itemId={item.id} shown={followUps.length} after={parts.at(-1)?.id ?? PROMPT} settle={settle} />
      ) : null}
      {detail === null ? null : <Afterwards item={item} detail={detail} shown={followUps} />}
    </Stack>
  );
}
