/** The server prefixes a code span that contains a formula with this character and removes it from authors' text. */
export const FORMULA_MARK = '\uE000';
