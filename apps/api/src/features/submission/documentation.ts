/** Documentation of the very version: pages that are kept for old releases, by the version's first two numbers. */
const PAGES: Readonly<Record<string, (minor: string, major: string, version: string) => string>> = {
  python: (minor) => `https://docs.python.org/${minor}/`,
  numpy: (minor) => `https://numpy.org/doc/${minor}/`,
  pandas: (_minor, _major, version) => `https://pandas.pydata.org/pandas-docs/version/${version}/`,
  scipy: (_minor, _major, version) => `https://docs.scipy.org/doc/scipy-${version}/`,
  'scikit-learn': (minor) => `https://scikit-learn.org/${minor}/`,
  postgresql: (_minor, major) => `https://www.postgresql.org/docs/${major}/`,
  // R and SQL of SQLite are documented for the newest version alone; of an older SQLite, what came with it is told.
  sqlite: (_minor, _major, version) => `https://www.sqlite.org/releaselog/${version.replaceAll('.', '_')}.html`,
  'node.js': (_minor, _major, version) => `https://nodejs.org/docs/v${version}/api/`,
  // What takes the types out of TypeScript in Node.js.
  'amaro (typescript)': (_minor, _major, version) => `https://github.com/nodejs/amaro/releases/tag/v${version}`,
};

/** Where a language or package of this version is documented; null for one that we know no page of. */
export function documentationOf(name: string, version: string): string | null {
  const [major = '', second = ''] = version.split('.');
  return PAGES[name.toLowerCase()]?.(`${major}.${second}`, major, version) ?? null;
}
