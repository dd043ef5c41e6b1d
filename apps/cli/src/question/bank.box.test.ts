import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readBank } from '@holdout/bank';
import { readBankFiles, sha256 } from '@holdout/bank-files';
import {
  checkKeyOf,
  checkQuestion,
  isChecked,
  MARGINS,
  nearDuplicates,
  NO_MARGINS,
  readLedger,
} from '@holdout/question-check';
import { withSandbox } from '../open-sandbox';

/** Of those that were checked before: in the public bank, and in that of trials, which has few. */
const SAMPLES: readonly (readonly [string, number])[] = [
  ['bank', 5],
  ['bank-trial', 1],
];

/** Versions that were not checked yet, and a sample of the others, because checked.json may have been edited by hand. */
test.each(SAMPLES)(
  'in %s, questions that changed since their check, and %d others at random, grade fairly',
  async (folder, size) => {
    const bank = readBank(readBankFiles(resolve(folder)), { sha256 });
    expect(bank.issues).toEqual([]);
    expect([...nearDuplicates(bank.questions)]).toEqual([]);
    const ledger = readLedger(readFileSync(resolve(folder, 'checked.json'), 'utf8'));
    const isKnown = (question: (typeof bank.questions)[number]): boolean =>
      isChecked(ledger, question.bundle.id, checkKeyOf(question, sha256));
    const changed = bank.questions.filter((question) => !isKnown(question));
    const sample = bank.questions
      .filter(isKnown)
      .map((question) => ({ question, dice: Math.random() }))
      .sort((a, b) => a.dice - b.dice)
      .slice(0, size)
      .map(({ question }) => question);
    const textOf = (name: string): string => readFileSync(resolve('libs/faults/programs', name), 'utf8');
    const programs = { python: textOf('faults.py'), r: textOf('faults.R') };
    await withSandbox({ workspace: process.cwd() }, async (sandbox) => {
      const options = {
        sandbox,
        signal: new AbortController().signal,
        sha256,
        programs,
        misconceptions: bank.misconceptions,
      };
      for (const question of [...changed, ...sample]) {
        const margins = isKnown(question) ? NO_MARGINS : MARGINS;
        const { id, findings, faults } = await checkQuestion(question, { ...options, margins });
        expect({ id, findings }).toEqual({ id, findings: [] });
        if (isKnown(question)) expect(faults).toEqual(ledger.items[id]?.faults);
      }
    });
  },
  900_000,
);
