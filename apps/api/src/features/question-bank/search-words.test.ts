import { searchWordsIn } from './search-words';

test.each([
  ['K-means, k-MEANS and k‑means++', ['k', 'means', 'and']],
  ['Naïve Bayes, naive', ['naive', 'bayes']],
  ['F1 at 0.5', ['f1', 'at', '0', '5']],
  ['Überanpassung', ['uberanpassung']],
  ["it's a 'quoted' \\ | & ! :* word", ['it', 's', 'a', 'quoted', 'word']],
  ['% ≥ _', []],
  ['', []],
])('the words of "%s"', (text, words) => {
  expect(searchWordsIn(text)).toEqual(words);
});

test('long words are cut to the index limit, and a typed prefix still matches', () => {
  const [stored = ''] = searchWordsIn('a'.repeat(5_000));
  expect(stored).toHaveLength(60);
  expect(searchWordsIn('a'.repeat(200))).toEqual([stored]);
});
