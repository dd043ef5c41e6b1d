/** Adjusts the p-values from the largest down, as software prints them, and counts those up to 5 %. */
export function answer(shown) {
  let adjusted = 1;
  let discoveries = 0;
  for (let place = 10; place >= 1; place--) {
    adjusted = Math.min(adjusted, (Number(shown[`p${place}`]) * 10) / place);
    if (adjusted <= 0.05) discoveries += 1;
  }
  return discoveries;
}
