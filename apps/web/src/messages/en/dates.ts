const dateTimeFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
});
const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

const timeFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Dates and times in the user's time zone. */
export const dates = {
  dateTime: (instant: string) => dateTimeFormat.format(new Date(instant)),
  day: (instant: string) => dayFormat.format(new Date(instant)),
};

/** `14:02`, in the user's time zone. */
export const timeOfDay = (instant: string): string => timeFormat.format(new Date(instant));
