/** The time zones that the browser knows, with the chosen one. */
export function timeZones(chosen: string): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return [...new Set(['UTC', chosen, ...known])].sort();
}

const EXAMPLE = new Date('2026-03-09T16:05:00Z');

/** An example of a date as it would be shown. */
export const exampleDate = (locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(EXAMPLE);
