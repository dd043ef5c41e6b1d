const format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** `14:02`, in the reader's own zone. */
export const timeOfDay = (instant: string): string => format.format(new Date(instant));
