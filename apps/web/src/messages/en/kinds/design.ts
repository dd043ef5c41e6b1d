export const design = {
  blocks: 'Blocks',
  answer: (title: string) => `Your answer: ${title}`,
  value: (value: string, unit: string) => `The answer is ${value}${unit === '' ? '' : ` ${unit}`}.`,
  tolerance: (low: string, high: string) => `From ${low} to ${high} counts as right.`,
  suggests: (misconception: string) => `Your value suggests: ${misconception}`,
  canvas: 'Canvas',
  canvasHint: 'Drawing helps to think and to explain. The blocks and numbers alone can earn everything.',
  openCanvas: 'Draw on a canvas',
  tooLarge: (kilobytes: number, most: number) =>
    `The drawing has ${kilobytes} kB, and ${most} kB can be kept. Its last smaller state stays saved; remove something.`,
  leftOutOfScene: 'Pictures, links and embedded pages are not kept with the drawing.',
  probes: 'What a reviewer might ask next',
};
