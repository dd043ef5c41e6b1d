const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const DAY_AND_TIME = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});

/** `14:02`, in the device's zone. */
export const timeOfDay = (instant: string): string => TIME.format(new Date(instant));

/** `14 Nov, 14:02 CET`. */
export const dayAndTime = (instant: string): string => DAY_AND_TIME.format(new Date(instant));
