/** URLs of documentation pages that are kept for old releases, by minor, major and full version. */
const PAGES: Readonly<Record<string, (minor: string, major: string, version: string) => string>> = {
  python: (minor) => `https://docs.python.org/${minor}/`,
  numpy: (minor) => `https://numpy.org/doc/${minor}/`,
  pandas: (_minor, _major, version) => `https://pandas.pydata.org/pandas-docs/version/${version}/`,
  scipy: (_minor, _major, version) => `https://docs.scipy.org/doc/scipy-${version}/`,
  'scikit-learn': (minor) => `https://scikit-learn.org/${minor}/`,
  postgresql: (_minor, major) => `https://www.postgresql.org/docs/${major}/`,
  // R and SQLite document only their newest version; for SQLite link the release notes of the version.
  sqlite: (_minor, _major, version) => `https://www.sqlite.org/releaselog/${version.replaceAll('.', '_')}.html`,
  'node.js': (_minor, _major, version) => `https://nodejs.org/docs/v${version}/api/`,
  // Amaro strips the types from TypeScript in Node.js.
  'amaro (typescript)': (_minor, _major, version) => `https://github.com/nodejs/amaro/releases/tag/v${version}`,
};

/** The documentation URL of a language or package at this version; null if unknown. */
export function documentationOf(name: string, version: string): string | null {
  const [major = '', second = ''] = version.split('.');
  return PAGES[name.toLowerCase()]?.(`${major}.${second}`, major, version) ?? null;
}
