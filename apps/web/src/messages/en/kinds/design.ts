export const design = {
  blocks: 'Blocks',
  answer: (title: string) => `Your answer: ${title}`,
  value: (value: string, unit: string) => `The answer is ${value}${unit === '' ? '' : ` ${unit}`}.`,
  tolerance: (low: string, high: string) => `From ${low} to ${high} counts as right.`,
  suggests: (misconception: string) => `Your value suggests: ${misconception}`,
  canvas: 'Canvas',
  canvasHint: 'Optional. The blocks and numbers alone can earn all points.',
  picture: 'Drawing',
  noPicture: 'Nothing was drawn.',
  openCanvas: 'Draw on a canvas',
  tooLarge: (kilobytes: number, most: number) =>
    `Not saved: the drawing has ${kilobytes} kB, the limit is ${most} kB. Its last smaller version stays saved. Remove something.`,
  leftOutOfScene: 'Images, links and embedded pages are not saved with the drawing.',
  probes: 'What a reviewer might ask next',
};
