import type { CallProgram, Limits, Value } from '@holdout/sandbox';
import { LIMITS, aSandbox, valuesOf } from '../test-sandbox';
import type { TestSandbox } from '../test-sandbox';

type Over = Partial<Omit<CallProgram, 'limits'>> & { readonly limits?: Partial<Limits> };

/** A candidate's R file with a function `solve`, called once without arguments. */
export function anRProgram(source: string, over: Over = {}): CallProgram {
  return {
    profile: 'r',
    root: 'candidate',
    datasets: [],
    files: { 'main.R': source },
    main: 'main.R',
    entry: 'solve',
    calls: [[]],
    ...over,
    limits: { ...LIMITS, ...over.limits },
  };
}

/** A sandbox with a shorthand for running R functions. */
export type RBox = TestSandbox & {
  /** The return value of each call; without `calls` the function is called once without arguments. */
  solved(source: string, ...calls: Value[][]): Promise<readonly Value[]>;
};

/** A sandbox whose R zygote is already warm. */
export async function aWarmR(): Promise<RBox> {
  const box = await aSandbox({ parked: { python: 0, r: 2 } });
  await box.run(anRProgram('solve <- function() 1'));
  const solved = async (source: string, ...calls: Value[][]): Promise<readonly Value[]> =>
    valuesOf(await box.run(anRProgram(source, calls.length > 0 ? { calls } : {})));
  return { ...box, solved };
}
