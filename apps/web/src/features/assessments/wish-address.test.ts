import { goalsIn, minutesIn, wishIn, withWish } from './wish-address';

const at = (address: string) => new URLSearchParams(address);

test('an address without a wish asks for the first role at the middle level, with the skills of the role', () => {
  const wish = wishIn(at(''));
  expect(wish).toEqual({ role: 'ml-engineer', level: 'mid', minutes: '90', skills: null });
  expect(goalsIn(wish)).toContainEqual({ skillId: 'eval', weight: 3 });
});

test('a wish comes back from the address as it was put there', () => {
  const change = {
    role: 'analytics',
    level: 'senior' as const,
    minutes: '45',
    skills: [{ skillId: 'systems.fraud', weight: 3 }],
  };
  const address = withWish(at('from=role'), change);
  expect(address.get('from')).toBe('role');
  expect(wishIn(at(address.toString()))).toEqual(change);
  expect(goalsIn(wishIn(address))).toEqual(change.skills);
});

test('another role keeps the skills that were chosen, and no skills are those of the role again', () => {
  const chosen = withWish(at(''), { skills: [{ skillId: 'stats', weight: 2 }] });
  expect(wishIn(withWish(chosen, { role: 'analytics' })).skills).toEqual([{ skillId: 'stats', weight: 2 }]);
  expect(wishIn(withWish(chosen, { skills: null })).skills).toBeNull();
});

test('an altered address gives values that the form can show', () => {
  expect(wishIn(at('role=x&level=y&skill=eval*999'))).toMatchObject({
    role: 'ml-engineer',
    level: 'mid',
    skills: [{ skillId: 'eval', weight: 1 }],
  });
});

test.each([
  ['10', 10],
  [' 480 ', 480],
  ['9', null],
  ['481', null],
  ['', null],
  ['1e2', null],
  ['45.5', null],
])('minutes typed as "%s" are %s', (minutes, expected) => {
  expect(minutesIn({ ...wishIn(at('')), minutes })).toBe(expected);
});
