import { exportToSvg, restoreElements } from '@excalidraw/excalidraw';
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../../messages/messages';
import styles from './design.module.css';
import { unpackScene } from './scene';

type Saved = Parameters<typeof restoreElements>[0];
type Draw = (drawing: {
  readonly elements: ReturnType<typeof restoreElements>;
  readonly appState: { readonly exportBackground: boolean; readonly exportWithDarkMode: boolean };
  readonly files: null;
  readonly skipInliningFonts: true;
}) => Promise<SVGSVGElement>;

/** Its own type is in a package that Excalidraw does not publish. */
const draw = exportToSvg as unknown as Draw;

/** A saved drawing as a picture, so that two versions can be seen side by side. */
export function ScenePicture({ scene }: { readonly scene: string }) {
  const words = useMessages().kinds.design;
  const scheme = useComputedColorScheme('light');
  const box = useRef<HTMLDivElement>(null);
  // Excalidraw draws outside React.
  useEffect(() => {
    let isShown = true;
    const elements = restoreElements(unpackScene(scene) as unknown as Saved, null);
    const appState = { exportBackground: false, exportWithDarkMode: scheme === 'dark' };
    // The content policy allows no fonts in the picture itself.
    void draw({ elements, appState, files: null, skipInliningFonts: true }).then((svg) => {
      if (isShown) box.current?.replaceChildren(svg);
    });
    return () => {
      isShown = false;
    };
  }, [scene, scheme]);
  return <div ref={box} className={styles['picture']} role="img" aria-label={words.picture} />;
}
