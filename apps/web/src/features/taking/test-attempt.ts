/** An item of the attempt `z`. */
export const anItem = (position: number, some: Record<string, unknown> = {}) => ({
  __typename: 'AttemptItem',
  id: `item-${position}`,
  position,
  sectionId: 's',
  isClosed: false,
  isFlagged: false,
  isAnswered: false,
  kind: 'CHOICE',
  content: {
    __typename: 'ChoiceContent',
    statement: `Statement ${position}`,
    hints: [],
    choose: 'ONE',
    options: [
      { __typename: 'ChoiceOption', id: 'a', text: 'First' },
      { __typename: 'ChoiceOption', id: 'b', text: 'Second' },
    ],
  },
  response: null,
  codeDrafts: [],
  submissions: [],
  feedback: null,
  ...some,
});

/** A section without a clock, of two items. */
export const aSection = (some: Record<string, unknown> = {}) => ({
  __typename: 'AttemptSection',
  id: 's',
  title: 'Metrics',
  minutes: null,
  questionCount: 2,
  enteredAt: null,
  closesAt: null,
  isClosed: false,
  ...some,
});

/** The attempt `z` with two items. */
export const taken = (some: Record<string, unknown> = {}, rules: Record<string, unknown> = {}) => ({
  attempt: {
    __typename: 'Attempt',
    id: 'z',
    startedAt: '2026-11-20T10:00:00.000Z',
    closesAt: null,
    endedAt: null,
    recorded: [] as string[],
    isTrial: false,
    preview: null as object | null,
    assessment: {
      __typename: 'TakenAssessment',
      title: 'ML engineer II',
      organizationName: 'Acme',
      mayGoBack: true,
      page: 'ITEM',
      hasCalculator: false,
      documentation: [],
      ...rules,
    },
    sections: [aSection()],
    timeGiven: [],
    items: [anItem(1), anItem(2)],
    ...some,
  },
});

/** What a heartbeat is answered. */
export const beat = (some: Record<string, unknown> = {}, attempt: Record<string, unknown> = {}) => ({
  attemptHeartbeat: {
    __typename: 'AttemptHeartbeatSuccess',
    isLive: true,
    liveSince: '2026-11-20T10:00:00.000Z',
    isLiveInThisBrowser: true,
    attempt: {
      __typename: 'Attempt',
      id: 'z',
      serverTime: '2026-11-20T10:01:00.000Z',
      closesAt: null,
      endedAt: null,
      unreadMessages: [],
      sections: [aSection()],
      timeGiven: [],
      ...attempt,
    },
    ...some,
  },
});

export const presented = {
  presentItem: { __typename: 'PresentItemSuccess', item: { __typename: 'AttemptItem', id: 'item-1' } },
};
