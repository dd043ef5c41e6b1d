import { type PublicLinkFacts, publicLinkState } from './public-link-state';

const NOW = new Date('2026-11-20T12:00:00Z');
const BEFORE = new Date('2026-11-20T11:59:59Z');
const AFTER = new Date('2026-11-20T12:00:01Z');
const OPEN: PublicLinkFacts = {
  cap: 2,
  taken: 1,
  opensAt: null,
  closesAt: null,
  withdrawnAt: null,
  isArchived: false,
};

test.each<[string, Partial<PublicLinkFacts>, string]>([
  ['with a seat left', {}, 'open'],
  ['whose window has begun and not ended', { opensAt: BEFORE, closesAt: AFTER }, 'open'],
  ['that opens now', { opensAt: NOW }, 'open'],
  ['that opens later', { opensAt: AFTER }, 'notYetOpen'],
  ['that closes now', { closesAt: NOW }, 'closed'],
  ['of an archived assessment', { isArchived: true }, 'closed'],
  ['without a seat left', { taken: 2 }, 'full'],
  ['with more people than seats', { taken: 3 }, 'full'],
  [
    'that was withdrawn, also when it is full and closed',
    { withdrawnAt: BEFORE, taken: 2, closesAt: NOW },
    'withdrawn',
  ],
])('a link %s', (_what, some, state) => {
  expect(publicLinkState({ ...OPEN, ...some }, NOW)).toBe(state);
});
