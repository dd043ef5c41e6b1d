export const assessments = {
  title: 'Assessments',
  list: {
    none: 'No assessment yet',
    search: 'Find an assessment',
    more: (n: number) => `Load ${n} more`,
    columns: {
      title: 'Assessment',
      version: 'Version',
      invited: 'Invited',
      started: 'Started',
      submitted: 'Submitted',
    },
    neverPublished: 'Not published yet',
    unpublishedChanges: 'Unpublished changes',
    version: (n: number, isReady: boolean) => (isReady ? `Version ${n} ready` : `Version ${n} not ready`),
    changed: (when: string, who: string | null) =>
      who === null ? `Changed on ${when}` : `Changed on ${when} by ${who}`,
  },
  layout: {
    navigation: 'Pages of the assessment',
    pages: { build: 'Build', publish: 'Publish', preview: 'Preview', invitations: 'Invitations' },
    archived: 'In the archive',
    rename: 'Rename',
    title: 'Title',
    titleHow: '1 to 200 characters. Candidates see it.',
    save: 'Save',
    cancel: 'Cancel',
    renamed: 'Renamed',
  },
};
