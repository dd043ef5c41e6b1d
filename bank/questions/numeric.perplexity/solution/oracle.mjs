/** Puts words together first: the root of the product of their inverse probabilities, by as many words. */
export function answer(shown) {
  const words = [];
  for (let place = 1; place <= 7; place++) {
    const probability = Number(shown[`p${place}`]);
    if (shown[`w${place}`].startsWith('+')) words.push(words.pop() * probability);
    else words.push(probability);
  }
  return words.reduce((product, probability) => product / probability, 1) ** (1 / words.length);
}
