import { MOST_SCENE_CHARACTERS, MOST_SCENE_ELEMENTS, SCENE_SHAPES } from '@holdout/bank';

const KEPT: ReadonlySet<string> = new Set(SCENE_SHAPES);

type Element = { readonly type: string; readonly isDeleted?: boolean; readonly link?: string | null };

export type PackedScene =
  | { readonly kind: 'packed'; readonly scene: string | null; readonly isAllKept: boolean }
  | { readonly kind: 'tooLarge'; readonly characters: number };

/** Serializes a drawing: shapes and texts without links, images and deleted elements; null when empty. */
export function packScene(elements: readonly Element[]): PackedScene {
  const present = elements.filter(({ isDeleted }) => isDeleted !== true);
  const kept = present.filter(({ type }) => KEPT.has(type));
  if (kept.length === 0) return { kind: 'packed', scene: null, isAllKept: present.length === 0 };
  const plain = kept.map((element) => ({ ...element, link: null }));
  const scene = JSON.stringify({ type: 'excalidraw', version: 2, elements: plain });
  if (scene.length > MOST_SCENE_CHARACTERS || kept.length > MOST_SCENE_ELEMENTS) {
    return { kind: 'tooLarge', characters: scene.length };
  }
  return {
    kind: 'packed',
    scene,
    isAllKept: kept.length === present.length && present.every(({ link }) => !link),
  };
}

/** Parses a saved drawing into its shapes; empty if it cannot be parsed. */
export function unpackScene(scene: string | null): readonly Element[] {
  if (scene === null) return [];
  try {
    const value = JSON.parse(scene) as { readonly elements?: unknown };
    return Array.isArray(value.elements) ? (value.elements as Element[]) : [];
  } catch {
    return [];
  }
}
