import { suggestSlug } from './suggest-slug';

test.each([
  ['Acme Ltd.', 'acme-ltd'],
  ['  Größe & Straße 24/7 ', 'grosse-strasse-24-7'],
  ["Ben's Ærø", 'bens-aero'],
  ['株式会社', ''],
  ['a'.repeat(59) + ' b', 'a'.repeat(59)],
])('%s is offered as %s', (name, slug) => {
  expect(suggestSlug(name)).toBe(slug);
});
