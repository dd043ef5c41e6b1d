import { PRACTICE_DATA_SCOPE } from '@holdout/assessment';
import { kindOf } from '@holdout/bank';
import { JobQueue } from '@holdout/job-queue';
import {
  type Clock,
  Database,
  DrawRepository,
  type ItemRow,
  type ItemToInsert,
  type QuestionRow,
  ScoreRepository,
  type VersionToDraw,
} from '@holdout/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '../../platform/app-options';
import { drawItems } from '../attempt/draw';
import { feedbackOf, misconceptionsOf } from '../attempt/feedback';
import { contentOf, SHOWS_ALL } from '../attempt/item-content';
import { wholeItem } from '../attempt/item-parts';

/** Every preview of a version shows the same draw. */
const SEED = '0'.repeat(64);

/** One question as a candidate sees it, with its key. Nothing is stored. */
@Injectable()
export class QuestionPreview {
  constructor(
    private readonly db: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Without content while the variants of the question are being generated. */
  async read(question: QuestionRow) {
    const [version] = await this.db.repo(DrawRepository).listVersions([question.versionId]);
    if (version === undefined) throw new Error(`Version ${question.versionId} is gone.`);
    const [drawn = null] = await drawItems(this.db, this.clock, [version], SEED);
    if (drawn === null) return { content: null, feedback: null };
    const variant = await this.variantOf(drawn);
    const item = { ...itemOf(question, version, drawn), shown: variant?.shown ?? null };
    const namespace = namespaceOf(question);
    const secrets = {
      secretPart: version.secretPart,
      variantSecret: variant?.secret ?? null,
      namespace,
      correctedKey: null,
    };
    const whole = wholeItem(item, { itemId: item.id, ...secrets });
    const publicData = await this.publicDataOf(version);
    const sentenceOf = await this.sentencesOf(misconceptionsOf(whole, null), namespace);
    return {
      content: contentOf(item, SHOWS_ALL, publicData),
      feedback: feedbackOf(item, whole, null, sentenceOf),
    };
  }

  private async variantOf({ variantId }: ItemToInsert) {
    return variantId === null ? null : this.db.repo(DrawRepository).getVariant(variantId);
  }

  private async publicDataOf({ kind, contentHash }: VersionToDraw) {
    if (kindOf(kind).scoredBy !== 'submission') return null;
    return this.db.repo(JobQueue).publicData(contentHash, PRACTICE_DATA_SCOPE);
  }

  private async sentencesOf(names: readonly string[], namespace: string) {
    const sentences = await this.db.repo(ScoreRepository).sentencesOf(names.map((name) => namespace + name));
    return (name: string): string | null => sentences.get(namespace + name) ?? null;
  }
}

/** The prefix of the stored ids of an organization's bank; the address of its questions contains the id of the bank. */
function namespaceOf({ id, slug }: QuestionRow): string {
  return slug.includes(':') ? id.slice(0, id.indexOf('/') + 1) : '';
}

function itemOf(question: QuestionRow, version: VersionToDraw, drawn: ItemToInsert): ItemRow {
  return {
    id: drawn.id,
    attemptId: drawn.id,
    position: 1,
    versionId: version.id,
    questionId: question.id,
    contentHash: version.contentHash,
    kind: version.kind,
    candidatePart: version.candidatePart,
    shown: null,
    variantId: drawn.variantId,
    draw: drawn.draw,
    revealed: [],
    sectionId: null,
    weight: 1,
    isFlagged: false,
    presentedAt: null,
    closesAt: null,
    isWithheld: false,
    fixedAt: null,
    fixedBy: null,
    revision: null,
    answer: null,
    savedAt: null,
  };
}
