/** How long a quiz may be. */
export const QUIZ_LIMITS = { items: 40, minutes: 180 } as const;
