/** How far the programs of a question must be from its limits of time and memory. */
export type Margins = {
  /** The largest share of a limit that a reference may use. */
  readonly reference: number;
  /** The factor by which a slow or memory-hungry mutant must exceed its limit. */
  readonly mutant: number;
};

/** For a version that is checked for the first time: it stays fair where programs run twice as long, or in a third of the time. */
export const MARGINS: Margins = { reference: 0.5, mutant: 3 };

/** For a version whose margins were verified before, possibly on a machine of another speed: only the limits themselves. */
export const NO_MARGINS: Margins = { reference: 1, mutant: 1 };
