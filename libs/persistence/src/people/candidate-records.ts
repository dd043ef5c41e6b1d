/** The person's records in the organization: those merged into this one, and the one that it was merged into, too. */
export const SAME_PERSON = `select same.id from candidate c
  join candidate same on coalesce(same.merged_into, same.id) = coalesce(c.merged_into, c.id) where c.id = $1`;
