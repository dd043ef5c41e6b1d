/** Documentation of the very version: pages that are kept for old releases, by the version's first two numbers. */
const PAGES: Readonly<Record<string, (minor: string, major: string, version: string) => string>> = {
  python: (minor) => `https://docs.python.org/${minor}/`,
  numpy: (minor) => `https://numpy.org/doc/${minor}/`,
  pandas: (_minor, _major, version) => `https://pandas.pydata.org/pandas-docs/version/${version}/`,
  scipy: (_minor, _major, version) => `https://docs.scipy.org/doc/scipy-${version}/`,
  'scikit-learn': (minor) => `https://scikit-learn.org/${minor}/`,
  postgresql: (_minor, major) => `https://www.postgresql.org/docs/${major}/`,
};

/** Where a language or package of this version is documented; null for one that we know no page of. */
export function documentationOf(name: string, version: string): string | null {
  const [major = '', second = ''] = version.split('.');
  return PAGES[name.toLowerCase()]?.(`${major}.${second}`, major, version) ?? null;
}
