import fc from 'fast-check';
import type { SavedResponse } from './draft';
import type { UnsentDraft } from './draft-store';
import { mergeDraft } from './merge-draft';

const saved = (revision: number, text: string, savedAt = '2026-11-20T14:00:00Z'): SavedResponse => ({
  revision,
  savedAt,
  answer: { __typename: 'NumericAnswer', text },
});
const unsent = (base: number, text: string, editedAt = '2026-11-20T13:00:00Z'): UnsentDraft => ({
  draft: { kind: 'numeric', text },
  revisionId: 'r',
  editedAt,
  base,
});

test('an unsent draft on top of what the server has is shown and sent, whatever the clocks say', () => {
  const local = unsent(3, 'local');
  expect(mergeDraft(saved(3, 'server'), local)).toEqual({ shown: local.draft, toSend: local, setAside: null });
});

test('another device saved later: its answer is shown and the local one is offered', () => {
  const local = unsent(3, 'local');
  expect(mergeDraft(saved(4, 'server'), local)).toEqual({
    shown: { kind: 'numeric', text: 'server' },
    toSend: null,
    setAside: local,
  });
});

test('another device saved earlier: the local answer is shown and sent, and the other stays a revision', () => {
  const local = unsent(3, 'local', '2026-11-20T15:00:00Z');
  expect(mergeDraft(saved(4, 'server'), local).toSend).toBe(local);
});

test('a draft that arrived although nobody was told is not sent again', () => {
  expect(mergeDraft(saved(4, 'same'), unsent(3, 'same')).toSend).toBeNull();
});

const aTime = fc.constantFrom('2026-11-20T13:00:00Z', '2026-11-20T14:00:00Z', '2026-11-20T15:00:00Z');
const aServer = fc.option(
  fc.tuple(fc.nat(5), fc.string(), aTime).map((some) => saved(...some)),
  { nil: null },
);
const aLocal = fc.tuple(fc.nat(5), fc.string(), aTime).map((some) => unsent(...some));

test('a local draft is shown, sent, or offered: never dropped', () => {
  fc.assert(
    fc.property(aServer, aLocal, (server, local) => {
      const { shown, toSend, setAside } = mergeDraft(server, local);
      const isShown = JSON.stringify(shown) === JSON.stringify(local.draft);
      expect([toSend, setAside].includes(local) || isShown).toBe(true);
    }),
  );
});

test('what is sent is what is shown', () => {
  fc.assert(
    fc.property(aServer, aLocal, (server, local) => {
      const { shown, toSend } = mergeDraft(server, local);
      expect(toSend?.draft ?? shown).toEqual(shown);
    }),
  );
});

test('an item never answered opens empty', () => {
  expect(mergeDraft(null, null)).toEqual({ shown: null, toSend: null, setAside: null });
});
