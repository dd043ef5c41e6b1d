import type { GraphQLClient } from '@holdout/testing';
import {
  HIGH,
  type Levels,
  levelsInput,
  LOW,
  nextTask,
  openMarking,
  saveReview,
  send,
  TestReviewing,
} from './test-reviewing';

const t = new TestReviewing();
let ada: GraphQLClient;
let ben: GraphQLClient;
let cleo: GraphQLClient;
let queueId: string;

beforeAll(async () => {
  await t.begin();
  ada = await t.member('reviewer', 'ada');
  ben = await t.member('reviewer', 'ben');
  cleo = await t.member('reviewer', 'cleo');
});
afterAll(() => t.end());
beforeEach(() => t.startAgain());

type Shown = {
  readonly id: string;
  readonly isOwn: boolean;
  readonly marks: readonly { readonly levels: object[]; readonly proposed: object[]; readonly reason: string | null }[];
};

async function disagreementsOf(client: GraphQLClient): Promise<readonly Shown[]> {
  const sent = `query ($queueId: ID!) { reviewDisagreements(queueId: $queueId) { id isOwn answer { __typename }
    marks { levels { criterion level } comments { text } proposed { criterion level } reason } } }`;
  return (await client.ask<{ reviewDisagreements: Shown[] }>(sent, { queueId })).reviewDisagreements;
}

async function disagree(): Promise<{ readonly itemId: string; readonly id: string }> {
  await t.plan({ second_marks: 'all' });
  const { itemId } = await t.answered('Volume first.');
  queueId = await t.findQueue();
  for (const [client, levels] of [
    [ada, HIGH],
    [ben, LOW],
  ] as const) {
    await saveReview(client, queueId, (await nextTask(client, queueId)).id, levels);
  }
  const [open] = await disagreementsOf(cleo);
  return { itemId, id: open?.id ?? '' };
}

const resolve = (client: GraphQLClient, id: string, levels: Levels, reason = 'As we discussed.') =>
  send(
    client,
    'resolveDisagreement',
    { queueId, disagreementId: id, levels: levelsInput(levels), reason },
    '... on ResolveDisagreementSuccess { isDecided }',
  );

describe('a disagreement', () => {
  const decided = { __typename: 'ResolveDisagreementSuccess', isDecided: true };

  test('shows both marks to the two and to a third, and says of none whose it is', async () => {
    await disagree();
    const [own] = await disagreementsOf(ada);
    const [third] = await disagreementsOf(cleo);
    expect([own?.isOwn, third?.isOwn]).toEqual([true, false]);
    expect(own?.marks).toEqual(third?.marks);
    expect(own?.marks.map(({ levels }) => levels)).toEqual(
      expect.arrayContaining([levelsInput(HIGH), levelsInput(LOW)]),
    );
    expect(JSON.stringify(third)).not.toMatch(/ada|ben|acme/);
  });

  test('is decided by a third with a reason, and then counts', async () => {
    const { itemId, id } = await disagree();
    expect(await resolve(cleo, id, { triage: 1, telling: 2 }, ' ')).toMatchObject({
      issues: [{ field: 'reason', code: 'MISSING' }],
    });
    expect(await resolve(cleo, id, { triage: 1 })).toMatchObject({ issues: [{ field: 'levels' }] });
    expect(await resolve(cleo, id, { triage: 1, telling: 2 })).toEqual(decided);
    expect(await t.scoresOf(itemId)).toMatchObject([{ earned: 5, levels: { triage: 1, telling: 2 } }]);
    expect(await disagreementsOf(ada)).toEqual([]);
    expect(await resolve(ada, id, LOW)).toEqual({ __typename: 'DisagreementClosedProblem' });
    expect(await t.audited('review.disagreement_resolved')).toHaveLength(1);
  });

  test('is decided by one of the two who takes over the mark of the other', async () => {
    const { itemId, id } = await disagree();
    expect(await resolve(ada, id, LOW)).toEqual(decided);
    expect(await t.scoresOf(itemId)).toMatchObject([{ earned: 0 }]);
  });

  test('is decided when the other agrees to a proposal, which alone decides nothing', async () => {
    const { itemId, id } = await disagree();
    expect(await resolve(ada, id, { triage: 1, telling: 1 }, 'The order is there.')).toMatchObject({
      isDecided: false,
    });
    expect(await t.scoresOf(itemId)).toEqual([]);
    const [open] = await disagreementsOf(ben);
    expect(open?.marks.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['The order is there.', null]));
    expect(await resolve(ben, id, { triage: 1, telling: 1 })).toEqual(decided);
    expect(await t.scoresOf(itemId)).toMatchObject([{ earned: 4 }]);
  });

  test('is decided once, however many decide at the same time', async () => {
    const { itemId, id } = await disagree();
    const both = await Promise.all([resolve(cleo, id, HIGH), resolve(ada, id, LOW)]);
    expect(both.filter((each) => 'isDecided' in each)).toHaveLength(1);
    expect(await t.scoresOf(itemId)).toHaveLength(1);
  });
});

describe('calibration', () => {
  const mark = (client: GraphQLClient, answerId: string, levels: Levels) =>
    send<{ __typename: string; agreed?: { criterion: string; level: number }[]; agreement?: object; left?: number }>(
      client,
      'markCalibration',
      { queueId, answerId, levels: levelsInput(levels) },
      '... on MarkCalibrationSuccess { levels { criterion level } agreed { criterion level } reason left agreement { n exact adjacent } }',
    );

  async function openSet(
    client: GraphQLClient,
  ): Promise<{ id: string; number: number; total: number; text: string | null } | null> {
    const sent = `mutation ($input: OpenMarkingInput!) { openMarking(input: $input) {
      ... on OpenCalibrationSuccess { calibration { id number total text answer { __typename } rubric { id } } } } }`;
    const shown = await client.ask<{ openMarking: { calibration?: never } }>(sent, { input: { queueId, number: 1 } });
    return shown.openMarking.calibration ?? null;
  }

  test('comes before the answers: the levels that were agreed on are shown after each mark, with the agreement so far', async () => {
    await t.plan({ calibrates: true });
    await t.answered('Volume first.');
    await t.answered('The feature first.');
    queueId = await t.findQueue();
    for (let number = 1; number <= 3; number += 1) {
      const open = await openSet(ada);
      expect(open).toMatchObject({ number, total: 3 });
      expect(JSON.stringify(open)).not.toMatch(/strong|middling|weak|"level"/i);
      const marked = await mark(ada, open?.id ?? '', HIGH);
      expect(marked).toMatchObject({ left: 3 - number, agreement: { n: number * 2 } });
      const again = await mark(ada, open?.id ?? '', LOW);
      expect(again).toMatchObject({ levels: levelsInput(HIGH) });
    }
    expect(await openSet(ada)).toBeNull();
    expect(await nextTask(ada, queueId)).toMatchObject({ number: 1 });
    expect(await openSet(ben)).toMatchObject({ number: 1 });
  });

  test('is not asked for where a manager switched it off', async () => {
    await t.answered('Volume first.');
    queueId = await t.findQueue();
    expect(await openMarking(ada, queueId, 1)).toMatchObject({ __typename: 'OpenMarkingSuccess' });
  });

  test('refuses an answer that is not in the set, and a mark without all levels', async () => {
    await t.plan({ calibrates: true });
    await t.answered('Volume first.');
    queueId = await t.findQueue();
    expect(await mark(ada, 'strong', HIGH)).toMatchObject({ __typename: 'InvalidInputProblem' });
    expect(await mark(ada, (await openSet(ada))?.id ?? '', { triage: 1 })).toMatchObject({
      __typename: 'InvalidInputProblem',
    });
  });

  test('has the answers that a manager chose, with the levels that count for them and the reason', async () => {
    const manager = await t.member('manager', 'manager');
    await t.answered('Chosen by a manager.');
    await t.answered('Another one.');
    queueId = await t.findQueue();
    const { id: taskId } = await nextTask(ada, queueId);
    const choose = () =>
      send(
        manager,
        'chooseCalibration',
        { queueId, taskId, reason: 'Shows level 1.' },
        '... on ChooseCalibrationSuccess { answers { isInCalibration } }',
      );
    expect(await choose()).toEqual({ __typename: 'NotMarkedProblem' });
    await saveReview(ada, queueId, taskId, { triage: 1, telling: 1 });
    expect(await choose()).toMatchObject({ answers: [{ isInCalibration: true }] });
    expect(await t.audited('review.calibration_chosen')).toHaveLength(1);
    await t.plan({ calibrates: true });
    const texts: (string | null)[] = [];
    for (let open = await openSet(ben); open !== null; open = await openSet(ben)) {
      texts.push(open.text);
      const { agreed } = await mark(ben, open.id, LOW);
      if (open.text === null) expect(agreed).toEqual(levelsInput({ triage: 1, telling: 1 }));
    }
    expect(texts).toHaveLength(4);
    expect(texts.filter((text) => text === null)).toHaveLength(1);
  });
});
