import { KINDS } from '../../platform/kinds';
import fc from 'fast-check';
import { chipsOf, filterOf, withList, withoutChip, withText } from './catalogue-filter';

const address = (text: string) => new URLSearchParams(text);

test('an address names the filter it asks for', () => {
  expect(filterOf(address('skill=ml.metrics&kind=code&kind=model&language=r&level=2&state=new&q=rare'))).toEqual({
    skills: ['ml.metrics'],
    kinds: ['CODE', 'MODEL'],
    languages: ['R'],
    levels: [2],
    states: ['NEW'],
    text: 'rare',
  });
});

test('an empty address asks for everything', () => {
  expect(filterOf(address(''))).toEqual({});
});

test('what an old or mistyped link asks for and is not known is left out', () => {
  expect(filterOf(address('kind=puzzle&language=julia&level=9&state=mastered&q=%20%20'))).toEqual({});
});

test('a search is one chip, before the lists', () => {
  expect(chipsOf(address('level=2&q=rare'))).toEqual([
    { name: 'q', value: 'rare' },
    { name: 'level', value: '2' },
  ]);
});

test('what narrows nothing is no chip', () => {
  expect(chipsOf(address('kind=puzzle&level=senior&level=9&state=mastered&skill=gone'))).toEqual([
    { name: 'skill', value: 'gone' },
  ]);
});

test('removing every chip leaves nothing of the filter', () => {
  const part = fc.constantFrom('skill=a', 'skill=b', 'kind=code', 'kind=choice', 'level=1', 'state=done', 'q=x');
  fc.assert(
    fc.property(fc.uniqueArray(part), (parts) => {
      const search = address(parts.join('&'));
      const bare = chipsOf(search).reduce(withoutChip, search);
      expect(filterOf(bare)).toEqual({});
    }),
  );
});

test('choosing in one list leaves the others and the search alone', () => {
  expect(withList(address('kind=code&q=x&level=1'), 'kind', ['model', 'choice']).toString()).toBe(
    'q=x&level=1&kind=model&kind=choice',
  );
});

test('an emptied search leaves the address', () => {
  expect(withText(address('q=x&level=1'), '  ').toString()).toBe('level=1');
});

test.each(KINDS)('a link to the kind %s filters by it, and it is a removable chip', (kind) => {
  const search = new URLSearchParams({ kind: kind.toLowerCase() });
  expect(filterOf(search)).toEqual({ kinds: [kind] });
  expect(chipsOf(search)).toEqual([{ name: 'kind', value: kind.toLowerCase() }]);
});
