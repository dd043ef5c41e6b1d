/** Parses a .graphql file as an empty program; its rules read the text themselves. */
export const graphqlParser = {
  meta: { name: 'holdout-graphql', version: '1' },
  parseForESLint: (text) => {
    const lines = text.split('\n');
    const end = { line: lines.length, column: lines.at(-1).length };
    return {
      ast: {
        type: 'Program',
        sourceType: 'module',
        body: [],
        tokens: [],
        comments: [],
        range: [0, text.length],
        loc: { start: { line: 1, column: 0 }, end },
      },
    };
  },
};
