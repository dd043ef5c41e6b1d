/** A band of one or two items spans nearly the whole axis: it is left out of tables. */
const FEWEST = 3;

type OfSkill = { readonly band: { readonly items: number } | null };

/** Whether a skill has enough items for a figure of its own. */
export const hasEnoughItems = ({ band }: OfSkill): boolean => band !== null && band.items >= FEWEST;
