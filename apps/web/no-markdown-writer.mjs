/** Stands in for the packages that turn a syntax tree back into Markdown, which the extensions name but never call here. */
const absent = () => {
  throw new Error('The web app does not write Markdown');
};

export const defaultHandlers = {};
export const longestStreak = absent;
export const markdownTable = absent;
