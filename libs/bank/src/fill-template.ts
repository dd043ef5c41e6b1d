const SLOT = /\{\{\s*(\w+)\s*\}\}/g;

export type TemplateValues = Readonly<Record<string, number | string>>;

/** Puts drawn values where Markdown has `{{name}}`; a name without a value stays as it is written. */
export function fillTemplate(markdown: string, values: TemplateValues): string {
  return markdown.replace(SLOT, (slot, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? slot : written(value);
  });
}

/** The names that Markdown wants filled in, each once. */
export function slotsOf(markdown: string): readonly string[] {
  return [...new Set([...markdown.matchAll(SLOT)].map((match) => match[1] ?? ''))];
}

/** Twelve digits are what a reader can use; more would show 0.1 + 0.2 as binary fractions leave it. */
function written(value: number | string): string {
  return typeof value === 'string' ? value : String(Number(value.toPrecision(12)));
}
