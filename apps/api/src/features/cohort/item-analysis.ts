import type { ChoiceBundle } from '@holdout/bank';
import {
  type FormStatistics,
  itemFlags,
  itemStatistics,
  MINIMUM_N,
  optionStatistics,
  tooFew,
} from '@holdout/measurement';
import {
  type AssessmentId,
  CohortEntryRepository,
  Database,
  DrawRepository,
  parseId,
  QuestionBankRepository,
} from '@holdout/persistence';
import { Injectable } from '@nestjs/common';
import type {
  AssessmentStatistics,
  FormStatistics as FormShown,
  ItemOptions,
  ItemStatistics,
} from '../../generated/resolvers';
import { kindView } from '../question-bank/kind-names';
import type { CohortSums } from './cohort-sums';
import { CohortStatistics } from './cohort-statistics';
import { figureShown } from './measurement-view';

const STEPS = 20;

/** How the questions of an assessment work. */
@Injectable()
export class ItemAnalysis {
  constructor(
    private readonly db: Database,
    private readonly statistics: CohortStatistics,
  ) {}

  async of(assessmentId: AssessmentId): Promise<AssessmentStatistics> {
    const sums = await this.statistics.of(assessmentId);
    const main = sums.mainForm();
    const form = main === null ? tooFew(0, MINIMUM_N.alpha) : sums.formStatistics(main);
    return {
      attempts: sums.size,
      distribution: distributionOf(main === null ? [] : sums.scoresOf(main)),
      form: { ...formShown(form), items: main === null ? 0 : sums.itemsOf(main).length, forms: sums.formCount },
      items: await this.itemsOf(sums, form.kind === 'form' ? form : null),
    };
  }

  /** Null for a question without options, or that nobody had. */
  async options(assessmentId: AssessmentId, questionVersionId: string): Promise<ItemOptions | null> {
    const sums = await this.statistics.of(assessmentId);
    const places = sums.placesOf(questionVersionId);
    if (parseId(questionVersionId) === null || places.size === 0) return null;
    const [version] = await this.db.repo(DrawRepository).listVersions([questionVersionId]);
    if (version?.kind !== 'choice') return null;
    const { candidate, secret } = { candidate: version.candidatePart, secret: version.secretPart } as ChoiceBundle;
    const picked = await this.db.heavyRead((tx) =>
      tx.repo(CohortEntryRepository).listPicked(assessmentId, questionVersionId),
    );
    const choices = picked.flatMap(({ attemptId, picked: chosen }) => {
      const place = places.get(attemptId);
      return place === undefined ? [] : [{ chosen: chosen ?? [], ...place }];
    });
    const options = optionStatistics(
      secret.options.map(({ id, key }) => ({ optionId: id, isKey: key })),
      choices,
    );
    if (options.kind === 'tooFew') return { n: options.n, needed: options.needed, options: [], flags: [] };
    const texts = new Map(candidate.options.map(({ id, text }) => [id, text]));
    const item = itemStatistics(await sums.ofAllForms()).find((one) => one.questionVersionId === questionVersionId);
    return {
      n: options.n,
      needed: null,
      options: options.options.map(({ optionId, isKey, share, optionRest, byFifth }) => ({
        ...{ id: optionId, text: texts.get(optionId) ?? optionId, isKey },
        share: figureShown(share),
        optionRest: figureShown(optionRest),
        byFifth: byFifth.map((fifth) => fifth.share),
      })),
      flags: item === undefined ? [] : [...new Set(itemFlags(item, options).map(({ code }) => code))],
    };
  }

  private async itemsOf(sums: CohortSums, form: FormStatistics | null): Promise<ItemStatistics[]> {
    const items = itemStatistics(await sums.ofAllForms());
    const ids = items.map(({ questionVersionId }) => questionVersionId);
    const rows = await this.db.repo(QuestionBankRepository).listByVersions(ids);
    const questions = new Map<string, (typeof rows)[number]>(rows.map((row) => [row.versionId, row]));
    const without = new Map(form?.alphaIfDropped.map(({ questionVersionId, alpha }) => [questionVersionId, alpha]));
    return items.map((item) => {
      const question = questions.get(item.questionVersionId);
      return {
        questionVersionId: item.questionVersionId,
        title: question?.title ?? '',
        kind: kindView(question?.kind ?? 'choice'),
        facility: figureShown(item.facility),
        itemRest: figureShown(item.itemRest),
        omitted: figureShown(item.omitted),
        notReached: figureShown(item.notReached),
        alphaWithout: without.get(item.questionVersionId) ?? null,
        flags: [...new Set(itemFlags(item, null).map(({ code }) => code))],
      };
    });
  }
}

function distributionOf(scores: readonly number[]): number[] {
  const steps = Array.from({ length: STEPS }, () => 0);
  for (const score of scores) {
    const step = Math.min(STEPS - 1, Math.floor((score / 100) * STEPS + 1e-9));
    steps[step] = (steps[step] ?? 0) + 1;
  }
  return steps;
}

type Form = ReturnType<CohortSums['formStatistics']>;

function formShown(form: Form): Omit<FormShown, 'items' | 'forms'> {
  if (form.kind !== 'form')
    return {
      n: form.n,
      mean: null,
      standardDeviation: null,
      alpha: figureShown(form),
      isRightOrWrong: false,
      standardError: null,
    };
  const { n, mean, standardDeviation, alpha, kr21, standardError } = form;
  return { n, mean, standardDeviation, alpha: figureShown(alpha), isRightOrWrong: kr21 !== null, standardError };
}
