/** How often each api says that it works. */
export const BEAT_SECONDS = 5;
/** A longer silence is an outage. */
export const OUTAGE_AFTER_SECONDS = 15;
/** While no grader works, time is given back in parts that are shorter than the grace, so that no deadline passes before. */
export const GRADERS_STEP_SECONDS = 20;

/** A time in which people could not work because of us. */
export type Outage = { readonly kind: 'api' | 'graders'; readonly since: Date; readonly until: Date };

/** What the apis said last. */
export type Heartbeat = {
  /** Null before the first beat. */
  readonly beatAt: Date | null;
  /** Since when no grader works; null while one does. A grader counts as absent 15 s after its last word. */
  readonly gradersAbsentSince: Date | null;
  /** Up to when their absence was given back; null before the first part. */
  readonly gradersCreditedUntil: Date | null;
};

const MS = 1000;
const secondsBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / MS;

/**
 * A beat of any api: what is stored afterwards, and the outages that it ends or goes on with. A gap of more than 15 s is an
 * outage of the api; while graders were absent too, only the part before the gap is theirs. Time never runs backwards here,
 * whatever the clocks of several machines say.
 */
export function beat(
  before: Heartbeat,
  { now, hasGrader }: Now,
): { readonly after: Heartbeat; readonly outages: readonly Outage[] } {
  const { beatAt } = before;
  const isGap = beatAt !== null && secondsBetween(beatAt, now) > OUTAGE_AFTER_SECONDS;
  const beats = { beatAt: beatAt !== null && beatAt > now ? beatAt : now };
  if (!isGap) {
    const { outages, ...absence } = absenceAfter(before, { now, hasGrader });
    return { after: { ...beats, ...absence }, outages };
  }
  const theirs = absenceAfter(before, { now: beatAt, hasGrader: true }).outages;
  const absence = { gradersAbsentSince: hasGrader ? null : now, gradersCreditedUntil: null };
  return { after: { ...beats, ...absence }, outages: [...theirs, { kind: 'api', since: beatAt, until: now }] };
}

type Absence = Omit<Heartbeat, 'beatAt'> & { readonly outages: readonly Outage[] };

type Now = { readonly now: Date; readonly hasGrader: boolean };

function absenceAfter(before: Heartbeat, { now, hasGrader }: Now): Absence {
  const { gradersAbsentSince: since, gradersCreditedUntil } = before;
  if (since === null) return { gradersAbsentSince: hasGrader ? null : now, gradersCreditedUntil: null, outages: [] };
  const from = gradersCreditedUntil ?? since;
  const outages = partOf(from, { now, hasGrader });
  if (hasGrader) return { gradersAbsentSince: null, gradersCreditedUntil: null, outages };
  return { gradersAbsentSince: since, gradersCreditedUntil: outages[0]?.until ?? gradersCreditedUntil, outages };
}

/** The part of an absence that is given back now: the rest once a grader is back. */
function partOf(from: Date, { now, hasGrader }: Now): readonly Outage[] {
  const isDue = hasGrader ? now > from : secondsBetween(from, now) >= GRADERS_STEP_SECONDS;
  return isDue ? [{ kind: 'graders', since: from, until: now }] : [];
}
