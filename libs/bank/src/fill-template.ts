const SLOT = /\{\{\s*(\w+)\s*\}\}/g;

export type TemplateValues = Readonly<Record<string, number | string>>;

/** The Markdown with drawn values in place of `{{name}}`; a name without a value is left unchanged. */
export function fillTemplate(markdown: string, values: TemplateValues): string {
  return markdown.replace(SLOT, (slot, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? slot : written(value);
  });
}

/** The distinct names of the `{{name}}` slots in Markdown. */
export function slotsOf(markdown: string): readonly string[] {
  return [...new Set([...markdown.matchAll(SLOT)].map((match) => match[1] ?? ''))];
}

/** Twelve significant digits, which hide rounding errors such as that of 0.1 + 0.2. */
function written(value: number | string): string {
  return typeof value === 'string' ? value : String(Number(value.toPrecision(12)));
}
