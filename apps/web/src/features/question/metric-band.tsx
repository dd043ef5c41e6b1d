import { Band } from '@holdout/ui';
import { Stack, Text } from '@mantine/core';
import type { Messages } from '../../messages/en';
import { useMessages } from '../../messages/messages';
import styles from './code.module.css';
import type { MetricView } from './submission-query';

const DIGITS = 3;
const PER_CENT = 100;
const LABEL_WIDTH = 20;
const inWords = (value: number): string => String(Number(value.toPrecision(DIGITS)));

/** A metric between 0 and 1 can be drawn on the axis of 0 to 100; any other is said in words alone. */
function isShare({ value, low, high, pass, stretch }: MetricView): boolean {
  return [value, low, high, pass, stretch].every((one) => one >= 0 && one <= 1);
}

/** Two lines that lie close together share one label, so that neither is written over the other. */
function linesOf(words: Messages['question']['code']['metric'], { pass, stretch }: MetricView) {
  const labels = [words.pass(inWords(pass)), words.stretch(inWords(stretch))] as const;
  const isClose = Math.abs(stretch - pass) * PER_CENT < LABEL_WIDTH;
  return [
    { at: pass * PER_CENT, label: isClose ? labels.join(' · ') : labels[0] },
    { at: stretch * PER_CENT, label: isClose ? '' : labels[1] },
  ];
}

/** What a model reached on hidden rows, with its error, the pass line and the stretch line. */
export function MetricBand({ metric }: { readonly metric: MetricView }) {
  const words = useMessages().question.code.metric;
  const { name, value, low, high, innerLow, innerHigh, pass, stretch } = metric;
  return (
    <Stack gap="sm">
      {isShare(metric) ? (
        <div className={styles['band']}>
          <Band
            label={words.name(name)}
            values={{
              estimate: value * PER_CENT,
              innerLow: innerLow * PER_CENT,
              innerHigh: innerHigh * PER_CENT,
              low: low * PER_CENT,
              high: high * PER_CENT,
            }}
            lines={linesOf(words, metric)}
          />
        </div>
      ) : null}
      <Text>{words.words(words.name(name), inWords(value), inWords(low), inWords(high))}</Text>
      <Text size="sm" c="dimmed">
        {words.detail(metric.n, metric.unit)} {words.pass(inWords(pass))}, {words.stretch(inWords(stretch))}.{' '}
        {metric.isHigherBetter ? words.higherIsBetter : words.lowerIsBetter}{' '}
        {words.reference(inWords(metric.reference))}
      </Text>
    </Stack>
  );
}
