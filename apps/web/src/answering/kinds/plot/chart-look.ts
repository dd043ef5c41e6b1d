const SMALL_PX = 13;
const DOT_AREA = 64;
const PALETTE = ['--ho-chart-1', '--ho-chart-2', '--ho-chart-3', '--ho-chart-4'];

/** The Vega theme from the page's colours, read as CSS variables from the host element. */
export function chartLook(host: HTMLElement) {
  const style = getComputedStyle(host);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const [ink, dim, line] = [style.color, colour('--mantine-color-dimmed'), colour('--ho-line')];
  const text = { labelColor: ink, titleColor: ink, labelFontSize: SMALL_PX, titleFontSize: SMALL_PX };
  const palette = PALETTE.map(colour);
  return {
    background: 'transparent',
    font: style.fontFamily,
    axis: { ...text, titleFontWeight: 600, gridColor: line, domainColor: dim, tickColor: dim },
    legend: { ...text, orient: 'top', titleFontWeight: 600 },
    title: { color: ink, fontSize: SMALL_PX },
    view: { stroke: null },
    range: { category: palette },
    mark: { color: palette[0] ?? ink },
    text: { color: ink, fontSize: SMALL_PX },
    line: { strokeWidth: 2 },
    point: { size: DOT_AREA, filled: true },
  } as const;
}

export type ChartLook = ReturnType<typeof chartLook>;
