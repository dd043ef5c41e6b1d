import { z } from 'zod';
import { MOST_SCENE_CHARACTERS, MOST_SCENE_ELEMENTS, SCENE_SHAPES } from '../../answer-limits';
import { isStorableText } from '../../storable-text';

const DEEPEST = 8;

const Element = z
  .looseObject({ id: z.string().max(80), type: z.enum(SCENE_SHAPES), link: z.null().optional() })
  .refine((element) => isPlain(element, DEEPEST), 'contains something other than plain data');

/** The stored part of an Excalidraw drawing: its shapes, without the editor's state. */
export const Scene = z.strictObject({ elements: z.array(Element).max(MOST_SCENE_ELEMENTS) });
export type Scene = z.infer<typeof Scene>;

export type ParsedScene =
  { readonly ok: true; readonly scene: Scene } | { readonly ok: false; readonly misfit: 'tooLong' | 'notPlain' };

/** Parses a drawing from the canvas; keeps only its elements that are not deleted. */
export function parseScene(json: string): ParsedScene {
  if (json.length > MOST_SCENE_CHARACTERS) return { ok: false, misfit: 'tooLong' };
  const given = parsed(json);
  if (!Array.isArray(given)) return { ok: false, misfit: 'notPlain' };
  const scene = Scene.safeParse({ elements: given.filter((element) => !isDeleted(element)) });
  return scene.success ? { ok: true, scene: scene.data } : { ok: false, misfit: 'notPlain' };
}

function parsed(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && 'elements' in value ? value.elements : null;
  } catch {
    return null;
  }
}

function isDeleted(element: unknown): boolean {
  return typeof element === 'object' && element !== null && 'isDeleted' in element && element.isDeleted === true;
}

/** Whether a value consists of finite numbers, storable texts, and lists and objects of them up to a depth. */
function isPlain(value: unknown, depth: number): boolean {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return isStorableText(value) && !/^\s*(javascript|data):/i.test(value);
  if (typeof value !== 'object' || depth === 0) return false;
  return Object.entries(value).every(([key, inner]) => isStorableText(key) && isPlain(inner, depth - 1));
}
