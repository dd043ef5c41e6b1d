import { useLocalStorage } from '@mantine/hooks';
import { useEffect } from 'react';

/** In percent of the size that the browser is set to. */
export const TEXT_SIZES = [100, 115, 130, 150] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

const isSize = (value: unknown): value is TextSize => TEXT_SIZES.some((size) => size === value);

/** The text size that a candidate has chosen in this browser. */
export function useTextSize(): readonly [TextSize, (size: TextSize) => void] {
  const [stored, setSize] = useLocalStorage<TextSize>({
    key: 'holdout.text-size',
    defaultValue: 100,
    getInitialValueInEffect: false,
  });
  return [isSize(stored) ? stored : 100, setSize];
}

/** Shows the candidate's pages in the chosen size: every length of the site is in rem. */
export function useAppliedTextSize(): void {
  const [size] = useTextSize();
  // The root element is outside React.
  useEffect(() => {
    const { style } = document.documentElement;
    style.fontSize = size === 100 ? '' : `${size}%`;
    return () => {
      style.fontSize = '';
    };
  }, [size]);
}
