import { DRAFT_LIMITS } from '@holdout/assessment';
import { SkeletonLines, useAnnounce, useSingleKeys } from '@holdout/ui';
import { Button, Group, NativeSelect, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useMemo, useRef } from 'react';
import { useAssessmentMessages } from '../../messages/assessment-messages';
import { useMessages } from '../../messages/messages';
import { KINDS } from '../../platform/kinds';
import styles from './builder.module.css';
import { useArrived, useBuilder } from './builder-context';
import { FoundRow } from './found-row';
import { type BankSearch, SEARCH_PAGE, type SearchWish, useBankSearch } from './use-bank-search';

const LEVELS = [1, 2, 3, 4, 5] as const;
const NEW = '';

type WishProps = { readonly wish: SearchWish; readonly onWish: (wish: SearchWish) => void };

function SearchText({ wish, onWish }: WishProps) {
  const words = useAssessmentMessages().builder.search;
  const field = useRef<HTMLInputElement>(null);
  useSingleKeys(useMemo(() => ({ '/': () => field.current?.focus() }), []));
  return (
    <TextInput
      ref={field}
      type="search"
      label={words.text}
      placeholder={words.textHint}
      aria-keyshortcuts="/"
      data-control="search"
      value={wish.text}
      onChange={(event) => onWish({ ...wish, text: event.currentTarget.value })}
    />
  );
}

function Filters({ wish, onWish }: WishProps) {
  const words = useAssessmentMessages().builder.search;
  const { kinds, levels } = useMessages().names;
  const { names } = useBuilder();
  const any = { value: '', label: words.any };
  return (
    <>
      <Select
        label={words.skill}
        placeholder={words.any}
        data={[...names.topics]}
        value={wish.skill}
        searchable
        clearable
        onChange={(skill) => onWish({ ...wish, skill })}
      />
      <div className={styles['fields']}>
        <NativeSelect
          label={words.kind}
          value={wish.kind ?? ''}
          data={[any, ...KINDS.map((kind) => ({ value: kind, label: kinds[kind] }))]}
          onChange={(event) =>
            onWish({ ...wish, kind: KINDS.find((kind) => kind === event.currentTarget.value) ?? null })
          }
        />
        <NativeSelect
          label={words.level}
          value={String(wish.level ?? '')}
          data={[any, ...LEVELS.map((level) => ({ value: String(level), label: levels[level] ?? String(level) }))]}
          onChange={(event) =>
            onWish({ ...wish, level: LEVELS.find((level) => String(level) === event.currentTarget.value) ?? null })
          }
        />
      </div>
    </>
  );
}

/** Where questions go, and a pool from the filters. */
function Target({ wish }: { readonly wish: SearchWish }) {
  const words = useAssessmentMessages().builder;
  const { draft, target, setTarget, acts, isReadOnly, goTo } = useBuilder();
  if (isReadOnly) return null;
  const addPool = () => {
    const { skill, kind, level } = wish;
    const rule = {
      skills: skill === null ? [] : [skill],
      kinds: kind === null ? [] : [kind.toLowerCase()],
      levels: level === null ? [] : [level],
    };
    goTo(`edit:${acts.addPool(rule, target)}`);
  };
  return (
    <>
      <NativeSelect
        label={words.search.addTo}
        value={target ?? NEW}
        data={[
          ...draft.sections.map(({ id, title }, index) => ({
            value: id,
            label: words.draft.section(index + 1, title),
          })),
          ...(draft.sections.length < DRAFT_LIMITS.sections ? [{ value: NEW, label: words.search.newSection }] : []),
        ]}
        onChange={(event) => setTarget(event.currentTarget.value === NEW ? null : event.currentTarget.value)}
      />
      <Group>
        <Button variant="default" onClick={addPool}>
          {words.search.addPool}
        </Button>
      </Group>
    </>
  );
}

function Found({ search }: { readonly search: BankSearch }) {
  const words = useAssessmentMessages().builder.search;
  const announce = useAnnounce();
  const { found, count, isBusy, hasFailed, retry, loadMore } = search;
  const says = found === null || isBusy ? null : words.found(count);
  const spoken = useRef<string | null>(null);
  // The live region is outside React. The first list needs no announcement.
  useEffect(() => {
    if (says !== null && spoken.current !== null && spoken.current !== says) announce(says);
    if (says !== null) spoken.current = says;
  }, [says, announce]);
  if (hasFailed) {
    return (
      <Stack role="alert" gap="sm" align="flex-start">
        <Text size="sm">{words.failed}</Text>
        <Button variant="default" onClick={retry}>
          {words.retry}
        </Button>
      </Stack>
    );
  }
  if (found === null) return <SkeletonLines count={6} />;
  return (
    <div aria-busy={isBusy}>
      <Text size="sm" c="dimmed">
        {found.length === 0 ? words.none : words.found(count)}
      </Text>
      <ul role="list" className={styles['found']}>
        {found.map((each) => (
          <FoundRow key={each.question.id} found={each} />
        ))}
      </ul>
      {loadMore === null ? null : (
        <Button variant="default" onClick={loadMore}>
          {words.more(SEARCH_PAGE)}
        </Button>
      )}
    </div>
  );
}

/** Search among the questions that the organization may use. */
export function SearchPane({ wish, onWish }: WishProps) {
  const words = useAssessmentMessages().builder.search;
  const search = useBankSearch(wish);
  useArrived();
  return (
    <Stack gap="md" align="stretch">
      <Title order={2} size="h3">
        {words.title}
      </Title>
      <SearchText wish={wish} onWish={onWish} />
      <Filters wish={wish} onWish={onWish} />
      <Target wish={wish} />
      <Found search={search} />
    </Stack>
  );
}
