/** Slides the window along the padded side and counts where it fits, then counts weight by weight. */
export function answer({ side, channels, kernel, stride, padding, filters }) {
  let places = 0;
  for (let from = -padding; from + kernel <= side + padding; from += stride) places += 1;
  let parameters = 0;
  for (let filter = 0; filter < filters; filter++) {
    for (let channel = 0; channel < channels; channel++) parameters += kernel * kernel;
    parameters += 1;
  }
  return places * places * filters + parameters;
}
