import '@excalidraw/excalidraw/index.css';
import { MOST_SCENE_CHARACTERS } from '@holdout/bank';
import { Excalidraw, hashElementsVersion } from '@excalidraw/excalidraw';
import type { ExcalidrawImperativeAPI, ExcalidrawInitialDataState } from '@excalidraw/excalidraw/types';
import { Text, useComputedColorScheme } from '@mantine/core';
import { type ComponentProps, useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useMessages } from '../../../messages/messages';
import styles from './design.module.css';
import { packScene, unpackScene } from './scene';

const QUIET_MS = 600;
const PER_KB = 1024;

type ExcalidrawProps = ComponentProps<typeof Excalidraw>;
type Elements = Parameters<NonNullable<ExcalidrawProps['onChange']>>[0];

const UI: NonNullable<ExcalidrawProps['UIOptions']> = {
  canvasActions: {
    changeViewBackgroundColor: false,
    export: false,
    loadScene: false,
    saveAsImage: false,
    saveToActiveFile: false,
    toggleTheme: false,
  },
  tools: { image: false },
};

type Props = {
  readonly scene: string | null;
  readonly onScene: (scene: string | null) => void;
  readonly isReadOnly: boolean;
};

/** Saves a drawing after a pause (debounce). On failure reports why and keeps the last saved state. */
function useKeptScene(onScene: Props['onScene'], first: Elements | null) {
  const words = useMessages().kinds.design;
  const [warning, setWarning] = useState<string | null>(null);
  const version = useRef(first === null ? -1 : hashElementsVersion(first));
  const waiting = useRef<{ readonly timer: number; readonly keep: () => void } | null>(null);
  const latest = useRef(onScene);
  // The timer outlives the render that set it. On unmount the last strokes are saved.
  useEffect(() => {
    latest.current = onScene;
  });
  const keepNow = useCallback(() => {
    if (waiting.current === null) return;
    window.clearTimeout(waiting.current.timer);
    waiting.current.keep();
  }, []);
  useEffect(() => keepNow, [keepNow]);
  const onChange = (elements: Elements) => {
    const next = hashElementsVersion(elements);
    if (next === version.current) return;
    version.current = next;
    const keep = () => {
      waiting.current = null;
      const packed = packScene(elements);
      if (packed.kind === 'tooLarge') {
        setWarning(words.tooLarge(Math.ceil(packed.characters / PER_KB), MOST_SCENE_CHARACTERS / PER_KB));
        return;
      }
      setWarning(packed.isAllKept ? null : words.leftOutOfScene);
      latest.current(packed.scene);
    };
    if (waiting.current !== null) window.clearTimeout(waiting.current.timer);
    waiting.current = { keep, timer: window.setTimeout(keep, QUIET_MS) };
  };
  return { onChange, keepNow, warning };
}

/** The drawing canvas. Reads `scene` once; later strokes are state of the canvas and are saved in the background. */
export function Canvas({ scene, onScene, isReadOnly }: Props) {
  const words = useMessages().kinds.design;
  const scheme = useComputedColorScheme('light');
  const [initial] = useState(
    () =>
      ({
        elements: unpackScene(scene),
        appState: { viewBackgroundColor: 'transparent' },
        scrollToContent: true,
      }) as unknown as ExcalidrawInitialDataState,
  );
  const api = useRef<ExcalidrawImperativeAPI | null>(null);
  const { onChange, keepNow, warning } = useKeptScene(onScene, (initial.elements ?? []) as Elements);
  return (
    <div>
      <div
        className={styles['canvas']}
        role="group"
        aria-label={words.canvas}
        // The page may have moved the canvas since: refresh its offset, so that the stroke starts under the pointer.
        onPointerDownCapture={() => flushSync(() => api.current?.refresh())}
        // Saves the last stroke before the pointer reaches the button that finishes the answer.
        onPointerLeave={keepNow}
        onBlur={keepNow}
      >
        <Excalidraw
          initialData={initial}
          onChange={onChange}
          viewModeEnabled={isReadOnly}
          theme={scheme}
          langCode="en"
          UIOptions={UI}
          aiEnabled={false}
          validateEmbeddable={false}
          handleKeyboardGlobally={false}
          excalidrawAPI={(made) => {
            api.current = made;
          }}
        />
      </div>
      <Text size="sm" role="status">
        {warning}
      </Text>
    </div>
  );
}
