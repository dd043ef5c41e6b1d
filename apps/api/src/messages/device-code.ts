/** The mail with the code that opens an invitation on another device. */
export const DEVICE_CODE_WORDS = {
  subject: 'Your code for another device',
  what: 'Type this code in on the page of your invitation. It is good for ten minutes and for one device.',
  notYou: 'If you did not open your invitation on another device, ignore this message and do not pass the code on.',
} as const;
