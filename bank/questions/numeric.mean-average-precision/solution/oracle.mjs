/** Adds for each pair of hits at places i ≤ j what i contributes to the precision at j, without a running count. */
export function answer(shown) {
  const one = (letter) => {
    let total = 0;
    for (let j = 1; j <= 5; j++) for (let i = 1; i <= j; i++) total += (shown[letter + i] * shown[letter + j]) / j;
    return total / (shown[letter] < 5 ? shown[letter] : 5);
  };
  return (one('a') + one('b') + one('c')) / 3;
}
