const PROGRAM =
  "import { setSourceMapsSupport } from 'node:module'; setSourceMapsSupport(true, { nodeModules: false });";

/**
 * Options of Node by which stack traces name positions in our sources. `--enable-source-maps` would read the maps of all
 * packages too, at each start.
 */
export const SOURCE_MAPS: readonly string[] = ['--import', `data:text/javascript,${encodeURIComponent(PROGRAM)}`];
