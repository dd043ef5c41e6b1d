/** Slides the window along the padded side and counts where it fits. */
export function answer({ side, kernel, stride, padding, filters }) {
  let places = 0;
  for (let from = -padding; from + kernel <= side + padding; from += stride) places += 1;
  let values = 0;
  for (let filter = 0; filter < filters; filter++) values += places * places;
  return values;
}
