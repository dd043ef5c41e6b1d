import type { SittingSection } from '../../../sitting/sitting-sections';
import { addressOf, planOf, placeOf, positionAddress, runningSection, sectionPlace } from './section-plan';

const aSection = (id: string, some: Partial<SittingSection> = {}): SittingSection => ({
  __typename: 'AttemptSection',
  id,
  title: id,
  minutes: null,
  questionCount: 2,
  enteredAt: null,
  closesAt: null,
  isClosed: false,
  ...some,
});
const timed = (id: string, some: Partial<SittingSection> = {}) => aSection(id, { minutes: 20, ...some });
const entered = { enteredAt: '2026-11-20T10:00:00.000Z', closesAt: '2026-11-20T10:20:00.000Z' };
const anItem = (position: number, isClosed = false) => ({ position, isClosed });

const at = (
  sections: readonly SittingSection[],
  items: readonly { position: number; isClosed: boolean }[],
  asked: string,
  mayGoBack = true,
): string => {
  const plan = planOf({ id: 'z', sections, items }, mayGoBack);
  return addressOf(plan, placeOf(plan, items, asked)).replace('/attempts/z/', '');
};

test('without clocks an item is at its position, and an unknown position is the first', () => {
  const items = [anItem(1), anItem(2)];
  expect(at([aSection('a')], items, '2')).toBe('items/2');
  expect(at([aSection('a')], items, '99')).toBe('items/1');
});

test('without a way back an item that was left leads to the first open one, and to the end if none is', () => {
  const items = [anItem(1, true), anItem(2)];
  expect(at([aSection('a')], items, '1', false)).toBe('items/2');
  expect(at([aSection('a')], [anItem(1, true), anItem(2, true)], '1', false)).toBe('finish');
});

test('an item of a section that was not entered leads to the page of the section', () => {
  const sections = [timed('a'), timed('b')];
  expect(at(sections, [], '1')).toBe('sections/a');
  expect(at(sections, [], '4')).toBe('sections/b');
  expect(at(sections, [], '4', false)).toBe('sections/a');
});

test('without a way back the section after a closed one is next, before later items without a clock', () => {
  const sections = [timed('a', { ...entered, isClosed: true }), timed('b'), aSection('c')];
  const items = [anItem(1, true), anItem(2, true), anItem(5), anItem(6)];
  expect(at(sections, items, '1', false)).toBe('sections/b');
  expect(at(sections, items, '1', true)).toBe('items/1');
});

test('the page of a section that was entered leads to its first item, and one out of order to the one before', () => {
  const plan = planOf({ id: 'z', sections: [timed('a'), timed('b')], items: [] }, false);
  expect(addressOf(plan, sectionPlace(plan, [], 'b'))).toBe('/attempts/z/sections/a');
  const running = planOf({ id: 'z', sections: [timed('a', entered), timed('b')], items: [] }, false);
  expect(addressOf(running, sectionPlace(running, [anItem(1), anItem(2)], 'a'))).toBe('/attempts/z/items/1');
  expect(runningSection(running)?.id).toBe('a');
});

test('next after the last item of a section leads into the next one, and at the end to the page before submitting', () => {
  const next = positionAddress(planOf({ id: 'z', sections: [aSection('a'), timed('b')], items: [] }, true));
  expect([2, 3, 5].map(next)).toEqual(['/attempts/z/items/2', '/attempts/z/sections/b', '/attempts/z/finish']);
});
