import { useState } from 'react';

const STORED_AS = 'holdout.split';

type Sizes = readonly number[];

const isSizes = (value: unknown, count: number): value is Sizes =>
  Array.isArray(value) && value.length === count && value.every((one) => typeof one === 'number');

function stored(name: string, otherwise: Sizes): Sizes {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(`${STORED_AS}.${name}`) ?? 'null');
    return isSizes(value, otherwise.length) ? value : otherwise;
  } catch {
    return otherwise;
  }
}

/** The size ratio of two panes, stored on the device. */
export function useSplit(name: string, otherwise: readonly [number, number]) {
  const [sizes] = useState(() => stored(name, otherwise));
  const remember = (next: readonly unknown[]): void => {
    try {
      localStorage.setItem(`${STORED_AS}.${name}`, JSON.stringify(next));
    } catch {
      // localStorage may be blocked; then the sizes last as long as the page.
    }
  };
  return { first: sizes[0] ?? otherwise[0], second: sizes[1] ?? otherwise[1], remember };
}
