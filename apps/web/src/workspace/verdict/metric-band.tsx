import { Band } from '@holdout/ui';
import { Stack, Text } from '@mantine/core';
import type { Messages } from '../../messages/en';
import { useMessages } from '../../messages/messages';
import styles from '../code.module.css';
import { GuardList } from './guard-list';
import { axisOf } from './metric-axis';
import { metricWords } from './verdict-words';
import type { MetricView } from '../runs/submission-query';

const LABEL_WIDTH = 20;

type Words = Messages['question']['code']['metric'];
type Place = (value: number) => number;

/** Two close lines share one label, so that the labels do not overlap. */
function linesOf(words: Words, { pass, stretch }: MetricView, place: Place) {
  const labels = [words.pass(metricWords(pass)), words.stretch(metricWords(stretch))] as const;
  const isClose = Math.abs(place(stretch) - place(pass)) < LABEL_WIDTH;
  const shared = pass < stretch ? labels.join(' · ') : labels.toReversed().join(' · ');
  return [
    { at: place(pass), label: isClose ? shared : labels[0] },
    { at: place(stretch), label: isClose ? '' : labels[1] },
  ];
}

function marksOf({ baseline, reference }: MetricView, place: Place) {
  const last = { at: place(reference), look: 'filled' } as const;
  return baseline === null ? [last] : [{ at: place(baseline), look: 'hollow' } as const, last];
}

/** The text version of the drawing: its lines and marks, and the precision of the value. */
function Legend({ metric }: { readonly metric: MetricView }) {
  const words = useMessages().question.code.metric;
  const { pass, stretch, baseline, reference, spread, maxSpread } = metric;
  const parts = [
    ...(baseline === null ? [] : [words.baseline(metricWords(baseline))]),
    words.pass(metricWords(pass)),
    words.stretch(metricWords(stretch)),
    words.reference(metricWords(reference)),
  ];
  const sentences = [
    `${parts.join(', ')}.`,
    metric.isHigherBetter ? words.higherIsBetter : words.lowerIsBetter,
    words.detail(metric.n, metric.unit),
    ...(spread === null || maxSpread === null ? [] : [words.spread(metricWords(spread), metricWords(maxSpread))]),
  ];
  return (
    <Text size="sm" c="dimmed">
      {sentences.join(' ')}
    </Text>
  );
}

/** A model's metric on hidden rows with its error, next to baseline, pass line, stretch line and reference. */
export function MetricBand({ metric }: { readonly metric: MetricView }) {
  const words = useMessages().question.code.metric;
  const { name, value, low, high, innerLow, innerHigh } = metric;
  const place = axisOf(metric);
  return (
    <Stack gap="sm">
      <Text>{words.words(words.name(name), metricWords(value), metricWords(low), metricWords(high))}</Text>
      <div className={styles['band']}>
        <Band
          label={words.name(name)}
          values={{
            estimate: place(value),
            innerLow: place(innerLow),
            innerHigh: place(innerHigh),
            low: place(low),
            high: place(high),
          }}
          lines={linesOf(words, metric, place)}
          marks={marksOf(metric, place)}
          isWordless
        />
      </div>
      <Legend metric={metric} />
      <GuardList guards={metric.guards} />
    </Stack>
  );
}
