/** What an answer may be, for those who store it and for those who write it. Constants only, so that a page can load them. */

/** In UTF-8. */
export const MAX_SOURCE_BYTES = 256 * 1024;

/** Of a number as it is typed. */
export const LONGEST_NUMBER = 100;

/** In UTF-16 code units of the drawing's JSON. */
export const MOST_SCENE_CHARACTERS = 512 * 1024;
export const MOST_SCENE_ELEMENTS = 3_000;
/** Shapes and text. Images and embedded pages are excluded, because a reviewer's browser would load them. */
export const SCENE_SHAPES = ['rectangle', 'ellipse', 'diamond', 'arrow', 'line', 'freedraw', 'text', 'frame'] as const;
