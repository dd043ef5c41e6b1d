import { addManyInvitations } from './many-invitations.mjs';
import { detail, reportRatio } from './report.mjs';
import { rounds } from './rounds.mjs';
import { quantile, spread } from './spread.mjs';

const PEOPLE = rounds(5_000, 300);
const INVITATIONS = rounds(50_000, 2_000);
const PAGES = rounds(40, 1);
const SECONDS = 60;
const PAGE_MS = 100;
const PAGE = 50;
const [CHECKED, INVITED] = [500, 200];
const DAY_MS = 86_400_000;
/** It decides among rows of the same millisecond only. */
const ANY_ID = 'ffffffff-ffff-4fff-bfff-ffffffffffff';

const chunksOf = (all, most) =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, n) => all.slice(n * most, (n + 1) * most));

/** An assessment with one version that needs nothing, so that people can be invited to it. */
async function publishEmpty(tools, { dataSource, organizationId }) {
  const [assessmentId, versionId] = [tools.newId(tools.systemClock), tools.newId(tools.systemClock)];
  await dataSource.query(
    `insert into assessment (id, organization_id, title, created_at, draft, draft_revision, updated_at)
     values ($1, $2, 'Bench', now(), $3, 1, now())`,
    [assessmentId, organizationId, JSON.stringify(tools.EMPTY_DRAFT)],
  );
  await dataSource.query(
    `insert into assessment_version (id, organization_id, assessment_id, number, content, content_hash, draft_revision,
       published_at) values ($1, $2, $3, 1, '{}', 'h', 1, now())`,
    [versionId, organizationId, assessmentId],
  );
  return { assessmentId, versionId };
}

function partsOf(tools, { db, settings }) {
  const { systemClock } = tools;
  const mails = new tools.Mails({ ...settings, localMode: true }, systemClock);
  const links = new tools.CandidateLinks(mails, new tools.LinkTokens(settings), settings);
  const acts = new tools.Acts(db, systemClock);
  return {
    inviting: new tools.Inviting(db, acts, links, systemClock),
    invitations: new tools.CandidateInvitations(db, acts, links, null, systemClock),
  };
}

const aFile = () => {
  const lines = Array.from(
    { length: PEOPLE },
    (_, n) => `"Family${n}, Given";person${n}@invite.example;${n % 7 === 0 ? '25 %' : ''}`,
  );
  return Buffer.from(`name;e-mail;extra time\n${lines.join('\n')}\n`);
};

/** From the bytes of a CSV file to invitations whose mails are queued, in the parts that the web app sends. */
export async function measureInviting(tools, given) {
  const { organizationId } = given;
  const { assessmentId } = await publishEmpty(tools, given);
  const { inviting } = partsOf(tools, given);
  const by = { organizationId, accountId: null };
  const expiresAt = new Date(Date.now() + 14 * DAY_MS);
  const offer = { assessmentId, opensAt: null, expiresAt, source: 'mail', mayRetake: false, undoMs: 600_000 };
  const began = performance.now();
  const people = tools.readPeople(tools.decodeText(aFile())).map((person) => {
    if (tools.checkPerson(person).length > 0) throw new Error('A line is refused.');
    return tools.readInvitee({ ...person, allowance: tools.allowanceOf(person) });
  });
  const read = performance.now();
  for (const part of chunksOf(people, CHECKED)) await inviting.check(organizationId, assessmentId, part);
  const checked = performance.now();
  let invited = 0;
  for (const part of chunksOf(people, INVITED)) invited += (await inviting.invite(by, offer, part)).ids.length;
  const ended = performance.now();
  if (invited !== PEOPLE) throw new Error(`${invited} people were invited.`);
  reportRatio('building-invite-seconds', (ended - began) / 1000 / SECONDS, { most: 1 });
  const seconds = [read - began, checked - read, ended - checked].map((ms) => (ms / 1000).toFixed(2));
  detail(
    `${PEOPLE} people of a CSV file: read in ${seconds[0]} s, checked in ${seconds[1]} s, invited in ${seconds[2]} s, n = 1`,
  );
}

const longAgo = () => new Date(Date.now() - Math.random() * (INVITATIONS / 200) * 20 * 60_000);
const ORDERS = {
  'newest first': {
    order: { by: 'created', isDescending: true },
    keyOf: ({ createdAt }) => createdAt,
    elsewhere: longAgo,
  },
  'by address, from the last': {
    order: { by: 'address', isDescending: true },
    keyOf: ({ email }) => email,
    elsewhere: () => `person${Math.floor(Math.random() * INVITATIONS)}`,
  },
  'by deadline': {
    order: { by: 'deadline', isDescending: false },
    keyOf: ({ expiresAt }) => expiresAt,
    elsewhere: () => new Date(longAgo().getTime() + 60 * DAY_MS),
  },
  'by name': {
    order: { by: 'name', isDescending: false },
    keyOf: ({ place }) => place,
    elsewhere: () => `given${Math.floor(Math.random() * INVITATIONS)}`,
  },
  'by status, from the last': {
    order: { by: 'status', isDescending: true },
    keyOf: ({ place }) => place,
    elsewhere: () => String(1 + Math.floor(Math.random() * 9)),
  },
  'by points, from the most': {
    order: { by: 'points', isDescending: true },
    keyOf: ({ place }) => place,
    elsewhere: () => String(Math.random()),
  },
};
const FILTERS = {
  'no filter': {},
  'one status': { statuses: ['submitted'] },
  'a rare status': { statuses: ['declined'] },
  'a status that none has': { statuses: ['notYetOpen'] },
  'several statuses': { statuses: ['invited', 'opened', 'expired'] },
  'a family name': { words: ['family77'] },
  'two words': { words: ['given5', 'family1'] },
  'an address': { words: ['person4999@bench'] },
  'a word that none has': { words: ['nobody'] },
  'undelivered mail': { isUndelivered: true },
  'all at once': { statuses: ['invited', 'expired'], words: ['given'], isUndelivered: true },
};

/** Pages of the table of a large assessment: the first, the following ones, and ones from a random place on. */
export async function measureTable(tools, given) {
  const published = await publishEmpty(tools, given);
  const { organizationId, dataSource } = given;
  await addManyInvitations(dataSource, { organizationId, ...published, count: INVITATIONS });
  const { invitations } = partsOf(tools, given);
  const times = [];
  for (const [name, some] of Object.entries(FILTERS)) {
    const filter = { statuses: [], words: [], isUndelivered: false, ...some };
    for (const [order, how] of Object.entries(ORDERS)) {
      const own = await pagesOf(invitations, published.assessmentId, filter, how);
      times.push(...own);
      detail(`pages with ${name}, ${order}: ${spread(own, 'ms', 1)}`);
    }
  }
  const p95 = quantile(times, 0.95);
  reportRatio('building-table-p95', p95 / PAGE_MS, { most: 1 });
  detail(`95 in 100 pages of ${INVITATIONS} invitations end within ${p95.toFixed(1)} ms, seen from the api`);
}

async function pagesOf(invitations, assessmentId, filter, { order, keyOf, elsewhere }) {
  const times = [];
  let after = null;
  for (let n = 0; n < PAGES; n++) {
    const began = performance.now();
    const { rows, hasNextPage } = await invitations.list(assessmentId, filter, { first: PAGE, order, after });
    times.push(performance.now() - began);
    const last = rows.at(-1);
    // Every second page is somewhere else in the list, as far as it goes.
    after = n % 2 === 0 ? [elsewhere(), ANY_ID] : last && hasNextPage ? [keyOf(last), last.id] : null;
  }
  const began = performance.now();
  await invitations.count(assessmentId);
  return [...times, performance.now() - began];
}
