import type { DraftKind } from '../draft-kind';

export type DesignAnswer = {
  readonly __typename: 'DesignAnswer';
  readonly scene: string | null;
  readonly blocks: readonly { readonly part: string; readonly text: string }[];
  readonly numbers: readonly { readonly id: string; readonly text: string }[];
};
export type DesignDraft = {
  readonly kind: 'design';
  /** The drawing as Excalidraw JSON text; null if nothing was drawn. */
  readonly scene: string | null;
  readonly blocks: Readonly<Record<string, string>>;
  readonly numbers: Readonly<Record<string, string>>;
};

const isBlank = (texts: Readonly<Record<string, string>>): boolean =>
  Object.values(texts).every((text) => text.trim() === '');

export const designDraft: DraftKind<DesignAnswer, DesignDraft> = {
  draftOf: ({ scene, blocks, numbers }) => ({
    kind: 'design',
    scene,
    blocks: Object.fromEntries(blocks.map(({ part, text }) => [part, text])),
    numbers: Object.fromEntries(numbers.map(({ id, text }) => [id, text])),
  }),
  inputOf: ({ scene, blocks, numbers }) => ({
    design: {
      scene,
      blocks: Object.entries(blocks).map(([part, text]) => ({ part, text })),
      numbers: Object.entries(numbers).map(([id, text]) => ({ id, text })),
    },
  }),
  isEmpty: ({ scene, blocks, numbers }) => scene === null && isBlank(blocks) && isBlank(numbers),
};
