/** What the check of a draft knows about a question: facts without content. */
export type QuestionFacts = {
  /** `bank/kind.slug`. */
  readonly id: string;
  readonly kind: string;
  /** 1 to 5. */
  readonly level: number;
  /** How long a candidate needs, as its author states it. */
  readonly minutes: number;
  readonly skills: readonly string[];
  /** Languages that code may be written in; empty for kinds without code. */
  readonly languages: readonly string[];
  /** Of a public bank: everyone can read the question and its key. */
  readonly isPublic: boolean;
};

/** Why a question that a draft names cannot be used. */
export type UnusableReason = 'gone' | 'practiceOnly';

/** The questions that an organization may use in an assessment, and what it needs to know to check a draft. */
export type BankFacts = {
  readonly questions: readonly QuestionFacts[];
  /** By skill id, the id of its domain. A pool or a goal may name either. */
  readonly domains: Readonly<Record<string, string>>;
  /** Questions of the organization's banks and of public ones that assessments must not use. All others are gone. */
  readonly practiceOnly: readonly string[];
  /** The languages in which this installation runs code. */
  readonly languages: readonly string[];
};

/** Kinds whose answer is the same for everyone: in a public bank it can be looked up. */
export const FIXED_KEY_KINDS: readonly string[] = ['choice', 'plot', 'ordering', 'reading', 'text'];

/** Kinds of which variants are generated before a question can be drawn. */
export const VARIANT_KINDS: readonly string[] = ['numeric'];

/** Kinds that people mark. */
export const MARKED_KINDS: readonly string[] = ['scenario', 'design'];

/** Kinds that are answered with code. */
export const CODE_KINDS: readonly string[] = ['code', 'model'];

/** Kinds that templates and proposals draw from a public bank: no answer to them can be looked up. */
export const SAFE_KINDS: readonly string[] = ['numeric', 'code', 'model', 'scenario', 'design'];

/** Whether the answer to the question is public. */
export function isAnswerPublic({ kind, isPublic }: Pick<QuestionFacts, 'kind' | 'isPublic'>): boolean {
  return isPublic && FIXED_KEY_KINDS.includes(kind);
}

/** How many found pools are kept: an editor changes one pool at a time. */
const MOST_KEPT = 100;

/** The facts of a bank, arranged for the lookups of a check. Make it once for many checks. */
export class BankIndex {
  readonly languages: readonly string[];
  private readonly byId: ReadonlyMap<string, QuestionFacts>;
  private readonly byTopic: ReadonlyMap<string, ReadonlySet<QuestionFacts>>;
  private readonly practiceOnly: ReadonlySet<string>;
  private readonly found = new Map<string, unknown>();

  constructor(readonly facts: BankFacts) {
    this.languages = facts.languages;
    this.byId = new Map(facts.questions.map((question) => [question.id, question]));
    this.byTopic = this.arrange();
    this.practiceOnly = new Set(facts.practiceOnly);
  }

  find(id: string): QuestionFacts | null {
    return this.byId.get(id) ?? null;
  }

  /** Why a question cannot be used; null if it can. */
  reasonAgainst(id: string): UnusableReason | null {
    if (this.byId.has(id)) return null;
    return this.practiceOnly.has(id) ? 'practiceOnly' : 'gone';
  }

  /** Questions with a skill, or with a skill of a domain. */
  ofTopic(id: string): ReadonlySet<QuestionFacts> {
    return this.byTopic.get(id) ?? NONE;
  }

  /** The skills of a question and their domains, each once. */
  topicsOf({ skills }: QuestionFacts): ReadonlySet<string> {
    return new Set(skills.flatMap((skill) => [skill, this.facts.domains[skill] ?? skill]));
  }

  /** The result of a search for this key; of many, the oldest are forgotten. The facts never change, nor does a result. */
  remember<Found>(key: string, search: () => Found): Found {
    const before = this.found.get(key) as Found | undefined;
    if (before !== undefined) return before;
    const result = search();
    this.found.set(key, result);
    const [oldest] = this.found.keys();
    if (this.found.size > MOST_KEPT && oldest !== undefined) this.found.delete(oldest);
    return result;
  }

  private arrange(): ReadonlyMap<string, ReadonlySet<QuestionFacts>> {
    const topics = new Map<string, Set<QuestionFacts>>();
    for (const question of this.facts.questions) {
      for (const topic of this.topicsOf(question)) {
        const known = topics.get(topic);
        if (known) known.add(question);
        else topics.set(topic, new Set([question]));
      }
    }
    return topics;
  }
}

const NONE: ReadonlySet<QuestionFacts> = new Set();
