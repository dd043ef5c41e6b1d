import type { Plugin } from 'vite';

/** Formats that every supported browser reads woff2 in place of. */
const OLDER = /,url\([^)]*\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)/g;

/** Only woff2 of the fonts for formulas, and text in another font until one is loaded. */
export function katexFonts(): Plugin {
  return {
    name: 'katex-fonts',
    enforce: 'pre',
    transform: {
      filter: { id: /katex\/dist\/katex\.min\.css$/ },
      handler(code) {
        if (!OLDER.test(code) || !code.includes('font-display:block'))
          throw new Error('The style sheet of KaTeX names its fonts in another way: change OLDER.');
        return { code: code.replace(OLDER, '').replaceAll('font-display:block', 'font-display:swap'), map: null };
      },
    },
  };
}
