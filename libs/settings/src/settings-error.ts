/** An invalid variable, and why. */
export type SettingIssue = { readonly name: string; readonly found: string; readonly expected: string };

/** Thrown for invalid settings. Its message lists all invalid variables. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  constructor(readonly issues: readonly SettingIssue[]) {
    super(issues.map(({ name, found, expected }) => `${name} is ${found}; expected ${expected}`).join('\n'));
  }
}
