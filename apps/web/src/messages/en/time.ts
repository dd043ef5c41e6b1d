const format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** `14:02`, in the user's time zone. */
export const timeOfDay = (instant: string): string => format.format(new Date(instant));
