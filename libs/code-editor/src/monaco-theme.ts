import { monaco } from './monaco';

const LONG_HEX = 7;
const BRACKETS = [1, 2, 3, 4, 5, 6];

/** Reads a CSS variable in Monaco's colour format, `#rrggbb`. */
function hexOf(name: string, otherwise: string): string {
  const value = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  if (/^#[\da-f]{6}$/i.test(value)) return value;
  return /^#[\da-f]{3}$/i.test(value) ? `#${value.slice(1).replace(/./g, '$&$&')}` : otherwise;
}

const bare = (hex: string): string => hex.slice(1, LONG_HEX);

function rulesFrom(ink: string, dim: string): monaco.editor.ITokenThemeRule[] {
  const accent = bare(hexOf('--mantine-color-anchor', ink));
  // The same colour as in read-only code. Verdict colours are reserved for verdicts.
  const literal = bare(hexOf('--ho-chart-3', ink));
  return [
    { token: '', foreground: bare(ink) },
    { token: 'comment', foreground: bare(dim) },
    { token: 'keyword', foreground: accent },
    { token: 'operator.sql', foreground: bare(ink) },
    { token: 'predefined.sql', foreground: accent },
    { token: 'string', foreground: literal },
    { token: 'string.sql', foreground: literal },
    { token: 'number', foreground: literal },
    { token: 'constant', foreground: literal },
    { token: 'regexp', foreground: literal },
    { token: 'tag', foreground: accent },
    { token: 'type', foreground: bare(ink) },
    { token: 'variable', foreground: bare(ink) },
  ];
}

/** Defines a Monaco theme from the page's colours in the current colour scheme; returns its name. */
export function defineTheme(isDark: boolean): string {
  if (window.matchMedia('(forced-colors: active)').matches) return isDark ? 'hc-black' : 'hc-light';
  const name = isDark ? 'holdout-dark' : 'holdout-light';
  const base = isDark ? 'vs-dark' : 'vs';
  const page = hexOf('--mantine-color-body', '');
  const ink = hexOf('--mantine-color-text', '');
  const dim = hexOf('--mantine-color-dimmed', ink);
  if (page === '' || ink === '') return base;
  const raised = hexOf('--ho-raised', page);
  monaco.editor.defineTheme(name, {
    base,
    inherit: true,
    rules: rulesFrom(ink, dim),
    colors: {
      'editor.background': page,
      'editor.foreground': ink,
      'editorLineNumber.foreground': dim,
      'editorLineNumber.activeForeground': ink,
      'editor.lineHighlightBackground': hexOf('--ho-surface', page),
      'editorWidget.background': raised,
      'editorCursor.foreground': ink,
      'editorError.foreground': hexOf('--ho-wrong', ink),
      ...Object.fromEntries(BRACKETS.map((place) => [`editorBracketHighlight.foreground${place}`, ink])),
      focusBorder: hexOf('--ho-focus', ink),
    },
  });
  return name;
}
