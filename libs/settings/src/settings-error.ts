/** One variable, and why it cannot be used. */
export type SettingIssue = { readonly name: string; readonly found: string; readonly expected: string };

/** Thrown for wrong settings; its message names every wrong variable at once. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  constructor(readonly issues: readonly SettingIssue[]) {
    super(issues.map(({ name, found, expected }) => `${name} is ${found}; expected ${expected}`).join('\n'));
  }
}
