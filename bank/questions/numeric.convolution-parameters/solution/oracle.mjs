/** Counts weight by weight. */
export function answer({ channels, kernel, filters }) {
  let parameters = 0;
  for (let filter = 0; filter < filters; filter++) {
    for (let channel = 0; channel < channels; channel++) {
      for (let row = 0; row < kernel; row++) parameters += kernel;
    }
    parameters += 1;
  }
  return parameters;
}
