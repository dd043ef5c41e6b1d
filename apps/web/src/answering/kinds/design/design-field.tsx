import { Markdown } from '@holdout/ui';
import { Button, List, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import { useMessages } from '../../../messages/messages';
import { contentOf, type ContentOf, detailOf, type DetailOf, type FieldProps } from '../field';
import { ProseField } from '../shared/prose-field';
import { RubricView } from '../shared/rubric-view';
import type { DesignDraft } from './design-draft';
import { DesignNumberView } from './design-numbers';
import styles from './design.module.css';

declare global {
  interface Window {
    EXCALIDRAW_ASSET_PATH?: string;
  }
}

const Canvas = lazy(async () => {
  loadAssets();
  return { default: (await import('./canvas')).Canvas };
});

const ScenePicture = lazy(async () => {
  loadAssets();
  return { default: (await import('./scene-picture')).ScenePicture };
});

function loadAssets(): void {
  // Our own origin has the fonts. Excalidraw reads the path while it loads.
  window.EXCALIDRAW_ASSET_PATH = '/excalidraw/';
}

const EMPTY: DesignDraft = { kind: 'design', scene: null, blocks: {}, numbers: {} };
const WIDE = '(min-width: 75em)';

type Content = ContentOf<'DesignContent'>;
type View = {
  readonly content: Content;
  readonly detail: DetailOf<'DesignFeedback'> | null;
  readonly given: DesignDraft;
  readonly onEdit: (draft: DesignDraft) => void;
  readonly onLeave: () => void;
  readonly isOpen: boolean;
};

function Numbers({ content, detail, given, onEdit, onLeave, isOpen, block }: View & { readonly block: string }) {
  return content.numbers
    .filter((number) => number.block === block)
    .map((number) => (
      <DesignNumberView
        key={number.id}
        number={number}
        text={given.numbers[number.id] ?? ''}
        onType={(text) => onEdit({ ...given, numbers: { ...given.numbers, [number.id]: text } })}
        onLeave={onLeave}
        isOpen={isOpen}
        truth={detail?.numbers.find(({ id }) => id === number.id) ?? null}
      />
    ));
}

function Blocks(view: View) {
  const words = useMessages().kinds.design;
  const scenario = useMessages().kinds.scenario;
  const { content, given, onEdit, onLeave, isOpen } = view;
  return (
    <Stack gap="lg" component="section" aria-label={words.blocks}>
      {content.blocks.map(({ id, title, ask, words: limits }) => (
        <Stack key={id} gap="sm" className={styles['block'] ?? ''}>
          <Title order={2} size="h4">
            {title}
          </Title>
          <Markdown topHeading={3}>{ask}</Markdown>
          <ProseField
            label={words.answer(title)}
            limits={limits.min > 0 ? scenario.limits(limits.min, limits.max) : scenario.atMost(limits.max)}
            text={given.blocks[id] ?? ''}
            most={limits.max}
            onType={(text) => onEdit({ ...given, blocks: { ...given.blocks, [id]: text } })}
            onLeave={onLeave}
            isReadOnly={!isOpen}
            rows={3}
          />
          <Numbers {...view} block={id} />
        </Stack>
      ))}
    </Stack>
  );
}

function Drawing({ given, onEdit, isOpen, onOpen, isShown }: View & { onOpen: () => void; isShown: boolean }) {
  const words = useMessages().kinds.design;
  return (
    <section className={styles['side']} aria-label={words.canvas}>
      <Stack gap="sm" className={styles['sticky'] ?? ''} align="stretch">
        <Text size="sm" c="dimmed">
          {words.canvasHint}
        </Text>
        {isShown ? (
          <Suspense fallback={<div className={styles['canvas']} />}>
            <Canvas scene={given.scene} onScene={(scene) => onEdit({ ...given, scene })} isReadOnly={!isOpen} />
          </Suspense>
        ) : (
          <Button variant="default" onClick={onOpen} style={{ alignSelf: 'flex-start' }}>
            {words.openCanvas}
          </Button>
        )}
      </Stack>
    </section>
  );
}

/** The drawing of one of several versions, not editable. */
function Picture({ scene }: Pick<DesignDraft, 'scene'>) {
  const words = useMessages().kinds.design;
  if (scene === null) return <Text size="sm">{words.noPicture}</Text>;
  return (
    <Suspense fallback={null}>
      <ScenePicture scene={scene} />
    </Suspense>
  );
}

/** Text blocks and checked numbers, which can earn all points, next to a canvas that small screens open on demand. */
export function DesignField({ item, draft, onEdit, onLeave, isOpen, isVersion = false }: FieldProps) {
  const words = useMessages().kinds.design;
  const detail = detailOf(item, 'DesignFeedback');
  const given = draft?.kind === 'design' ? draft : EMPTY;
  const isWide = useMediaQuery(WIDE, false, { getInitialValueInEffect: false });
  const [isAsked, setIsAsked] = useState(false);
  const view: View = { content: contentOf(item, 'DesignContent'), detail, given, onEdit, onLeave, isOpen };
  const isShown = isWide || isAsked;
  if (isVersion) {
    return (
      <Stack gap="lg">
        <Picture scene={given.scene} />
        <Blocks {...view} />
      </Stack>
    );
  }
  return (
    <Stack gap="lg">
      <div className={styles['columns']} data-drawn={isShown || undefined}>
        <Blocks {...view} />
        <Drawing {...view} isShown={isShown} onOpen={() => setIsAsked(true)} />
      </div>
      {detail === null ? null : (
        <>
          <RubricView itemId={item.id} rubric={detail} isOwn />
          <Stack gap="sm" component="section">
            <Title order={2} size="h4">
              {words.probes}
            </Title>
            <List size="sm">
              {detail.probes.map((probe) => (
                <List.Item key={probe}>
                  <Markdown size="meta">{probe}</Markdown>
                </List.Item>
              ))}
            </List>
          </Stack>
        </>
      )}
    </Stack>
  );
}
