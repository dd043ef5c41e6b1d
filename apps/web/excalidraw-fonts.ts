import { createReadStream, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const FONTS = fileURLToPath(new URL('../../node_modules/@excalidraw/excalidraw/dist/prod/', import.meta.url));
/** The canvas looks for its fonts below this path of our own origin. */
const PATH = 'excalidraw/';
/** Where it adds another origin, for fonts that ours does not have. */
const ELSEWHERE = /\w+\.push\(new URL\(\w+,\w+\.ASSETS_FALLBACK_URL\)\),/;
const A_FONT = /^\/fonts\/\w+\/[\w-]+\.woff2$/;

/** Serves the fonts of the canvas from our own origin: no font, and nothing else, comes from another. */
export function excalidrawFonts(): Plugin {
  return {
    name: 'excalidraw-fonts',
    transform: {
      filter: { id: /@excalidraw\/excalidraw\/dist\/prod\/.*\.js$/, code: 'ASSETS_FALLBACK_URL' },
      handler: (code) => {
        if (!ELSEWHERE.test(code))
          throw new Error('The canvas has changed how it finds fonts; look at ELSEWHERE anew.');
        return { code: code.replace(ELSEWHERE, ''), map: null };
      },
    },
    generateBundle() {
      for (const file of globSync('fonts/**/*.woff2', { cwd: FONTS })) {
        this.emitFile({ type: 'asset', fileName: PATH + file, source: readFileSync(join(FONTS, file)) });
      }
    },
    configureServer(server) {
      server.middlewares.use(`/${PATH}`, (request, response, next) => {
        const url = request.url ?? '';
        if (A_FONT.test(url)) createReadStream(join(FONTS, url)).on('error', next).pipe(response);
        else next();
      });
    },
  };
}
