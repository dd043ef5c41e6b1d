import { counted } from './counted';
import { timeOfDay } from './dates';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** How far a clock is off, as people say it. */
function offBy(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes === 0) return counted(seconds, 'second');
  return minutes < 120 ? counted(minutes, 'minute') : counted(Math.round(minutes / 60), 'hour');
}

/** What is recorded during an attempt, in the words of the landing page and of check-in. */
export const recorded = {
  names: {
    REVISIONS: 'Your answers, each time they are saved',
    SUBMISSIONS: 'The code that you run and send',
    EDITS: 'How an answer is written, change by change',
    PASTES: 'That you paste something, and how long it is; not what it is',
    FOCUS: 'When you leave this page and when you return',
    RESIZES: 'When the size of the window changes',
    DEVICES: 'When you continue in another browser or on another device',
  },
  nothingElse:
    'Each with its time. People read it beside your answers; it earns and costs no points. Nothing else is recorded: not your screen, camera or microphone, and no other page.',
};

export const checkIn = {
  title: 'Check your set-up',
  what: (minutes: number) =>
    `Nothing here counts, and the clock is not running. When you are ready, start the ${counted(minutes, 'minute')} at the end of this page.`,
  failed: 'The server did not answer, so saving and running were not checked. You can try again, or start.',
  again: 'Check again',
  checks: 'Checks',
  states: { works: 'Works', attention: 'Needs attention', waiting: 'Waiting', unchecked: 'Not checked' },
  browser: {
    title: 'Browser',
    names: {
      storage: 'storage on this device',
      database: 'a database on this device',
      sockets: 'live connections',
      script: 'functions of a current browser',
    },
    missing: (names: readonly string[]) =>
      `This browser lacks ${list.format(names)}. Use a current Firefox, Chrome, Edge or Safari, outside a private window.`,
    narrow:
      'It has what is needed. In a window of this size, question and code are in tabs; in a wider one, side by side.',
    fits: 'It has what is needed, and the window is large enough.',
  },
  keyboard: {
    title: 'Keyboard',
    type: 'Type:',
    waiting: 'Type the text below, as you would type code. It is not stored.',
    same: 'Every character arrived.',
    otherAlphabet: (found: string) =>
      `“${found}” is of another alphabet. Code needs Latin letters: switch your keyboard to a Latin layout, and delete it.`,
    differs: (expected: string | null, found: string) =>
      expected === null
        ? `“${found}” is one character too many.`
        : `“${found}” arrived where “${expected === ' ' ? 'space' : expected}” is in the text. If you cannot type it, look for it in your keyboard’s layout now.`,
  },
  save: {
    title: 'Saving',
    waiting: 'Saving an empty answer…',
    saved: (instant: string) => `Saved ${timeOfDay(instant)}. Answers are saved like this, without a button.`,
    failed: 'The server did not take the answer. Check your connection and try again.',
    noTrial: 'There is no trial to save now. Answers of the assessment are kept on this device until they are sent.',
    again: 'Save again',
  },
  run: {
    title: 'Running code',
    waiting: 'Running a small program…',
    queued: (place: number) => `Running a small program: ${place} in the queue.`,
    ran: 'A small program ran, and its result arrived.',
    unavailable:
      'Code cannot be run at the moment. That is our failure and costs you nothing: what you write is saved and graded later. You can try again, or start.',
    tooMany: 'You have run many programs. Code runs again in a few minutes.',
    noCode: 'This assessment has no code to run.',
    again: 'Run again',
  },
  clock: {
    title: 'Clock',
    agrees: 'The clock of this device agrees with the server’s, which counts.',
    differs: (ahead: number) =>
      `The clock of this device is ${offBy(Math.abs(ahead))} ${ahead > 0 ? 'fast' : 'slow'}. The server’s counts, and the page shows the time that is left by it.`,
  },
  trial: {
    title: 'Try the questions',
    what: (count: number) =>
      `${counted(count, 'question')} of the kinds in this assessment, on its real pages, about ten seconds each. They are not scored and are deleted after a day.`,
    code: (kind: string, languages: readonly string[]) => `${kind}: ${languages.join(', ')}`,
    tried: 'Tried',
    untried: 'Not tried',
    open: 'Open the trial',
    again: 'Open the trial again',
    none: 'There is no trial now. That is our failure: you can start without it, or come back before the deadline.',
  },
  appearance: {
    title: 'How it looks',
    theme: 'Theme',
    textSize: 'Text size',
    sample: 'The whole page changes at once, and keeps the size during the assessment.',
    percent: (percent: number) => `${percent} %`,
    clock: 'Show the time left',
    clockIs: 'Hidden or not, it is spoken to screen readers at half the time, and at 10, 5 and 1 minutes.',
  },
  recorded: 'What is recorded',
  kept: 'It is kept until you delete it, which you can do at any time: on the page of the invitation and on the receipt.',
  fixes: (minutes: number) =>
    `What the start fixes: the questions are drawn, and the ${counted(minutes, 'minute')} run at once, until they are over or you submit. Closing the page does not stop the clock.`,
  back: 'Back to the invitation',
};
