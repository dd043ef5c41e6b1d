import { itemAddress, placeOf, sectionOf } from './attempt-address';

const items = [
  { position: 1, isClosed: true },
  { position: 2, isClosed: false },
  { position: 3, isClosed: false },
];

test('the address after the last item is the page before submitting', () => {
  const addressOf = itemAddress('z', 2);
  expect([1, 2, 3].map(addressOf)).toEqual(['/attempts/z/items/1', '/attempts/z/items/2', '/attempts/z/finish']);
});

test('without a way back an item that was left shows the first open one; with it, the item itself', () => {
  expect(placeOf(items, '1', false)?.position).toBe(2);
  expect(placeOf(items, '3', false)?.position).toBe(3);
  expect(placeOf(items, '1', true)?.position).toBe(1);
  expect(placeOf([{ position: 1, isClosed: true }], '1', false)).toBeNull();
});

test('an unknown position shows the first item', () => {
  expect(placeOf(items, '99', true)?.position).toBe(1);
});

test('a section has its place among all', () => {
  const sections = [
    { id: 'a', title: 'Metrics' },
    { id: 'b', title: 'SQL' },
  ];
  expect(sectionOf(sections, 'b')).toEqual({ position: 2, title: 'SQL' });
  expect(sectionOf(sections, null)).toBeNull();
});
