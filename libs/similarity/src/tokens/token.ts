/** A token of a program: what is compared, and where it is in the source. */
export type Token = { readonly text: string; readonly from: number; readonly to: number };

/** What a name, a number and a text are compared as, whatever they say. */
export const NAME = 'name';
export const NUMBER = 'number';
export const TEXT = 'text';

/** Longer programs are compared by their first tokens: nobody writes so many in an hour. */
export const MOST_TOKENS = 5_000;
/** The part of a source that is read at all. */
export const MOST_CHARS = 32_768;
