import { Text, useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { useMessages } from '../../../messages/messages';
import { chartLook } from './chart-look';
import type { ReadableSpec } from './chart-spec';
import type { Chart, Pixel } from './draw-chart';
import styles from './plot.module.css';

type Drawn = { readonly kind: 'drawing' | 'failed' } | { readonly kind: 'drawn'; readonly chart: Chart };

/** Draws the chart at the width of its container; redraws when the width or the colours change. */
function useChart(spec: ReadableSpec) {
  const host = useRef<HTMLDivElement>(null);
  const { ref: frame, width } = useElementSize<HTMLDivElement>();
  const scheme = useComputedColorScheme('light');
  const [drawn, setDrawn] = useState<Drawn>({ kind: 'drawing' });
  // Vega draws outside React and is a separate chunk.
  useEffect(() => {
    const element = host.current;
    if (element === null || width === 0) return undefined;
    let chart: Chart | null = null;
    let isGone = false;
    const draw = async () => {
      const { drawChart } = await import('./draw-chart');
      if (isGone) return;
      chart = await drawChart(element, spec, { look: chartLook(element), width: Math.floor(width) });
      if (isGone) chart.end();
      else setDrawn({ kind: 'drawn', chart });
    };
    draw().catch(() => setDrawn({ kind: 'failed' }));
    return () => {
      isGone = true;
      chart?.end();
    };
  }, [spec, width, scheme]);
  return { host, frame, drawn };
}

export type Ring = { readonly at: Pixel; readonly isRight: boolean };

type Props = {
  readonly spec: ReadableSpec;
  /** Alternative text for screen readers. */
  readonly alt: string;
  readonly ringsIn: (chart: Chart) => readonly Ring[];
  /** Null if points cannot be picked. */
  readonly onPick: ((place: Pixel, chart: Chart) => void) | null;
};

/** The chart, with a ring around each picked point. The list and the table offer the same picks. */
export function ChartView({ spec, alt, ringsIn, onPick }: Props) {
  const words = useMessages().kinds.plot;
  const { host, frame, drawn } = useChart(spec);
  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    if (drawn.kind !== 'drawn' || onPick === null) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    onPick({ x: event.clientX - left, y: event.clientY - top }, drawn.chart);
  };
  return (
    <div ref={frame} className={styles['frame']}>
      <div className={styles['chart']} data-picks={onPick !== null || undefined} onClick={onClick}>
        <div ref={host} className={styles['host']} role="img" aria-label={alt} />
        {drawn.kind === 'drawn'
          ? ringsIn(drawn.chart).map(({ at, isRight }) => (
              <span
                key={`${at.x} ${at.y} ${String(isRight)}`}
                className={styles['ring']}
                data-right={isRight || undefined}
                style={{ left: at.x, top: at.y }}
              />
            ))
          : null}
      </div>
      {drawn.kind === 'drawn' ? null : (
        <Text size="sm" c="dimmed">
          {drawn.kind === 'failed' ? words.failed : words.loading}
        </Text>
      )}
    </div>
  );
}
