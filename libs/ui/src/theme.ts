import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const accent: MantineColorsTuple = [
  '#eef0fd',
  '#dfe3fb',
  '#c3caf7',
  '#a3adf1',
  '#8593ec',
  '#6a79e4',
  '#4a58d6',
  '#3f4bbd',
  '#343e9c',
  '#262d72',
];
const gray: MantineColorsTuple = [
  '#f6f7f9',
  '#eceef2',
  '#e1e4ea',
  '#d5d9e0',
  '#858e9d',
  '#687284',
  '#566070',
  '#3f4856',
  '#2b323d',
  '#1a1f29',
];
const dark: MantineColorsTuple = [
  '#e6e9ef',
  '#c8ced8',
  '#a3adbd',
  '#8b95a6',
  '#363d4a',
  '#252a34',
  '#1b1f27',
  '#14171d',
  '#0f1216',
  '#0b0d11',
];

// The header of a dialog must not be a `banner` landmark.
const NOT_A_BANNER = { header: { role: 'presentation' } };

/** The only theme: colours adjusted for contrast, sizes, spacing and radii. No other file uses literal values. */
export const theme = createTheme({
  colors: { accent, gray, dark },
  primaryColor: 'accent',
  primaryShade: 6,
  black: '#1a1f29',
  defaultRadius: 6,
  respectReducedMotion: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  fontWeights: { regular: '400', medium: '600', bold: '600' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '2.25rem' },
      h2: { fontSize: '1.375rem', lineHeight: '1.875rem' },
      h3: { fontSize: '1.125rem', lineHeight: '1.625rem' },
      h4: { fontSize: '1rem', lineHeight: '1.5rem' },
    },
  },
  fontSizes: { xs: '.8125rem', sm: '.875rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  lineHeights: { xs: '1.385', sm: '1.4286', md: '1.625', lg: '1.4444', xl: '1.3636' },
  spacing: { xs: '4px', sm: '8px', md: '16px', lg: '24px', xl: '40px' },
  components: {
    Table: { defaultProps: { fz: 'sm', tabularNums: true, stickyHeader: true, verticalSpacing: 'sm' } },
    Button: { defaultProps: { size: 'sm' } },
    Tabs: { defaultProps: { activateTabWithKeyboard: false } },
    Modal: { defaultProps: { attributes: NOT_A_BANNER, transitionProps: { duration: 120, transition: 'fade' } } },
    Drawer: { defaultProps: { attributes: NOT_A_BANNER, transitionProps: { duration: 120, transition: 'fade' } } },
    Menu: { defaultProps: { transitionProps: { duration: 120, transition: 'fade' } } },
    Tooltip: { defaultProps: { transitionProps: { duration: 120, transition: 'fade' } } },
  },
});

const WIDTHS = {
  '--ho-page': '75rem',
  '--ho-reading': '45rem',
  '--ho-measure': '68ch',
  '--ho-rail': '13.75rem',
  '--ho-name': '9rem',
  '--ho-keys': '11rem',
  '--ho-form': '26rem',
  '--ho-score': '6rem',
  '--ho-chip-row': '2rem',
};

/** CSS variables without a Mantine name: status colours, surfaces and control borders, per colour scheme. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: WIDTHS,
  light: {
    '--ho-right': '#00705a',
    '--ho-wrong': '#b23a06',
    '--ho-attention': '#ffdf94',
    '--ho-attention-ink': '#1a1f29',
    '--ho-attention-edge': '#8a6100',
    '--ho-control': '#858e9d',
    '--ho-line': '#d5d9e0',
    '--ho-surface': '#f6f7f9',
    '--ho-raised': '#eceef2',
    '--ho-focus': '#4a58d6',
    '--ho-band': '#6a79e4',
    '--ho-chart-1': '#0072b2',
    '--ho-chart-2': '#b87500',
    '--ho-chart-3': '#a8457e',
    '--ho-chart-4': '#566070',
    '--mantine-color-error': '#b23a06',
  },
  dark: {
    '--ho-right': '#3fc9a4',
    '--ho-wrong': '#ff9166',
    '--ho-attention': '#f0b840',
    '--ho-attention-ink': '#14171d',
    '--ho-attention-edge': '#f0b840',
    '--ho-control': '#7a8496',
    '--ho-line': '#363d4a',
    '--ho-surface': '#1b1f27',
    '--ho-raised': '#252a34',
    '--ho-focus': '#8593ec',
    '--ho-band': '#6a79e4',
    '--ho-chart-1': '#56b4e9',
    '--ho-chart-2': '#e69f00',
    '--ho-chart-3': '#cc79a7',
    '--ho-chart-4': '#c8ced8',
    '--mantine-color-error': '#ff9166',
  },
});
