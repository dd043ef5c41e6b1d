/** Goes from visitor to visitor and multiplies the ratio of the two probabilities, with the logarithm at the end. */
export function answer(shown) {
  const [a, b] = [Number(shown.a), Number(shown.b)];
  let ratio = 1;
  for (let visitor = 0; visitor < shown.visitors; visitor++) ratio *= visitor < shown.buyers ? a / b : (1 - a) / (1 - b);
  return Math.log(ratio);
}
