import { account } from './en/account';
import { catalogue } from './en/catalogue';
import { dates } from './en/dates';
import { errors, notFound, signInFirst } from './en/errors';
import { fields, issues } from './en/issues';
import { organization, today } from './en/organization';
import { design } from './en/kinds/design';
import { ordering } from './en/kinds/ordering';
import { parts } from './en/kinds/parts';
import { plot } from './en/kinds/plot';
import { reading } from './en/kinds/reading';
import { rubric } from './en/kinds/rubric';
import { scenario } from './en/kinds/scenario';
import { text } from './en/kinds/text';
import { names } from './en/names';
import { question } from './en/question';
import { quiz } from './en/quiz';
import { reportQuestion } from './en/report-question';
import { keys, shell } from './en/shell';
import { organizationDoor } from './en/sign-in';
import { sitting } from './en/sitting';
import { ui } from './en/ui';
import { versions } from './en/versions';

/** All texts of the site, in English. */
export const en = {
  account,
  catalogue,
  dates,
  errors,
  fields,
  issues,
  /** The parts of an answer of one kind; rubric and parts are shared by several. */
  kinds: { design, ordering, parts, plot, reading, rubric, scenario, text },
  keys,
  names,
  notFound,
  organization,
  organizationDoor,
  question,
  quiz,
  reportQuestion,
  shell,
  signInFirst,
  sitting,
  today,
  ui,
  versions,
};

export type Messages = typeof en;
