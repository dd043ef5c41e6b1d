import { checkIn, recorded } from './check-in';
import { counted } from './counted';
import { timeOfDay } from './dates';

type Contact = { readonly name: string; readonly email: string } | null;

const writeTo = (contact: Contact) =>
  contact === null ? 'Write to the organization that invited you.' : `Write to ${contact.name}, ${contact.email}.`;

const minutes = (count: number) => counted(count, 'minute');
const questions = (count: number) => counted(count, 'question');

const open = {
  title: 'Invitation',
  opening: 'Opening the invitation…',
  unknown:
    'This link does not work. It may be incomplete, or a newer one was sent. Open the link of the latest message, or ask its sender.',
  withdrawn: (contact: Contact) => `This invitation was withdrawn. ${writeTo(contact)}`,
  codeTitle: 'This link was opened in another browser',
  codeWhat: (hint: string) =>
    `To continue here, ask for a code. It is sent to ${hint}, the address that was invited, and is good for ten minutes.`,
  send: 'Send a code',
  sent: (hint: string) => `A code was sent to ${hint}.`,
  sendAgain: 'Send another code',
  code: 'Code',
  continue: 'Continue here',
  wrong: 'This code is not right, or no longer good. Check it, or send another code.',
};

const publicLink = {
  heading: (organization: string) => `${organization} invites you`,
  state: {
    OPEN: () => 'Give your name and your address. A code is sent to it; with the code you have a place.',
    NOT_YET_OPEN: (contact: Contact, opens: string) =>
      `This link opens ${opens}. Come back then. Questions? ${writeTo(contact)}`,
    FULL: (contact: Contact) => `Every place is taken. ${writeTo(contact)}`,
    CLOSED: (contact: Contact) => `This link has closed, and nobody new can start. ${writeTo(contact)}`,
    WITHDRAWN: (contact: Contact) => `This link was withdrawn. ${writeTo(contact)}`,
    NOT_READY: () => 'Some questions are still being prepared. Try again in a few minutes.',
    NO_MAIL: (contact: Contact) =>
      `Your address would have to be verified by mail, and this site sends none. ${writeTo(contact)}`,
  },
  have: 'I have a place already',
  back: 'Give the address of your place. If it has one, a code is sent to it.',
  name: 'Name',
  email: 'E-mail address',
  sees: (organization: string) =>
    `${organization} sees both. A code that is not used is deleted, with both, after a day.`,
  send: 'Send a code',
  codeTitle: 'Type in the code',
  sent: (email: string) =>
    `A code was sent to ${email}, if the address has a place or can get one. It is good for ten minutes.`,
  code: 'Code',
  continue: 'Continue',
  wrong: 'This code is not right, or no longer good. Check it, or send another code.',
  other: 'Another code or address',
};

const landing = {
  heading: (organization: string) => `${organization} invites you`,
  measures: 'What is measured',
  time: 'Time',
  timeIs: (own: number) => `${minutes(own)}, in one go`,
  extra: (limit: number) => `The assessment has ${minutes(limit)}; your time allowance is included.`,
  breaks: (count: number) => `You can take breaks of ${minutes(count)} in total; they are added to your time.`,
  questions: 'Questions',
  questionsAre: (count: number, kinds: readonly string[]) => `${questions(count)}: ${kinds.join(', ')}`,
  sections: 'Sections',
  section: (title: string, count: number, own: number | null) =>
    own === null ? `${title}: ${questions(count)}` : `${title}: ${questions(count)}, ${minutes(own)} on its own clock`,
  ownClocks:
    'A section with its own clock starts when you enter it. Entering the next one closes it; its time is part of the whole.',
  languages: 'Languages for code',
  anyLanguage: 'Those that each question offers',
  rules: 'Rules',
  mayGoBack: 'You can go back to earlier questions and change your answers until you submit.',
  noWayBack: 'There is no way back: a question is closed when you go on to the next one.',
  calculator: 'You may use a calculator. One is on the page.',
  documentation: 'You may use this documentation',
  deadline: 'Start before',
  deadlineIs: (time: string) => `${time}, the time of your device. Started in time, you have the full minutes.`,
  recorded: 'What is recorded',
  sees: 'Who sees it',
  seesIs: (organization: string) =>
    `People of ${organization} who hire or mark answers. Nobody sees how much time you were allowed, except who manages the assessment.`,
  after: 'Afterwards',
  afterIs: {
    NOTHING: 'You get a receipt. The organization tells you how it goes on.',
    SCORE: 'You get a receipt, and your points once they are released.',
    ANSWERS: 'You get a receipt, and your points with explanations once they are released.',
  },
  checkIn: 'Check your set-up',
  checkInIs: 'Nothing starts yet: the next page checks your browser and lets you try each kind of question.',
  moreTime: 'More time',
  moreTimeIs: (contact: Contact) =>
    `If you need more time or breaks, for example because of a disability, ask before you start. ${writeTo(contact)}`,
  askMore: 'Ask for more time',
  reason: 'Why, and how much would help',
  reasonHint: (organization: string) =>
    `Only people of ${organization} who manage the assessment read it. Say no more than you want to.`,
  sendRequest: 'Send the request',
  changeRequest: 'Change the reason',
  cancel: 'Cancel',
  tooLate: 'Not sent: the request was answered, or the assessment was started. Reload this page.',
  asked: (time: string) =>
    `You asked for more time on ${time}. You get a message with the answer; wait for it before you start.`,
  granted: (own: number) => `Your request was granted: you have ${minutes(own)}.`,
  notGranted: (contact: Contact) => `Your request was not granted. ${writeTo(contact)}`,
  consent: 'I have read what is recorded and who sees it, and I agree.',
  consentMissing: 'Agree to what is recorded to start.',
  start: (own: number) => `Start the ${minutes(own)}`,
  notReady: 'Some questions are still being prepared. Nothing was started; try again in a minute.',
  openElsewhere: (startedAt: string) =>
    `You started this assessment at ${timeOfDay(startedAt)} from another invitation. Open the link in that mail to resume it. This invitation can be started once that attempt has ended.`,
  resume: 'Resume the assessment',
  running: 'You have started it. The clock is running.',
  receipt: 'Open the receipt',
  submitted: 'You have submitted it.',
  decline: 'I will not take it',
  declined: (contact: Contact) => `You said that you will not take it. If that was a mistake: ${writeTo(contact)}`,
  notYetOpen: (time: string, contact: Contact) => `It can be started from ${time} on. Questions? ${writeTo(contact)}`,
  expired: (time: string, contact: Contact) =>
    `It could be started until ${time}. To ask for a new date: ${writeTo(contact)}`,
  withdrawn: (contact: Contact) => `The invitation was withdrawn. ${writeTo(contact)}`,
  data: 'Your data',
  dataIs: (organization: string) =>
    `${organization} stores your address, your name, and what you answer. You can download a copy, and delete it at any time.`,
  download: 'Download my data',
  delete: 'Delete my data',
  deleteAsk:
    'Your name, address, answers and code are deleted and cannot be brought back. An open assessment ends. Points stay, without your name.',
  deleteConfirm: 'Delete all of it',
  keep: 'Keep it',
  deleted: 'Your data were deleted. You can close this page. The link of the invitation no longer works.',
};

const receipt = {
  title: 'Receipt',
  heading: 'Your assessment was received',
  late: (count: number, organization: string) =>
    `${count === 1 ? 'One answer' : `${count} answers`} arrived after the time was up. ${count === 1 ? 'It is kept and does' : 'They are kept and do'} not count; ${organization} can see ${count === 1 ? 'it and admit it' : 'them and admit them'}.`,
  byClock: 'Time ran out and the assessment ended. What was saved before counts.',
  assessment: 'Assessment',
  organization: 'Organization',
  received: 'Received',
  answers: 'Answers received',
  answersAre: (answered: number, of: number) => `${answered} of ${of}`,
  code: 'Code to quote',
  next: 'What happens next',
  nextIs: {
    NOTHING: 'Code is graded, and people mark what needs a person. The organization tells you how it goes on.',
    SCORE: 'Code is graded, and people mark what needs a person. When the points are released you get a message.',
    ANSWERS:
      'Code is graded, and people mark what needs a person. When points and explanations are released you get a message.',
  },
  when: (organization: string) =>
    `There is no fixed date: grading code takes minutes, marking by people days, and ${organization} decides when to release. If you hear nothing, answer the mail of the invitation and quote the code.`,
  permanent: 'This receipt stays: the link of the invitation leads to it.',
  print: 'Print',
  toInvitation: 'To the invitation',
  list: 'Items',
};

/** Texts of a candidate's pages before and after the attempt. */
export const candidate = { open, publicLink, landing, recorded, checkIn, receipt };
