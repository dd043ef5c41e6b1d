import type { Locator, Page } from 'playwright-core';

/** What a person finds on the page of a code or model question. */
export class CodePage {
  readonly output: Locator;

  constructor(private readonly page: Page) {
    this.output = page.getByRole('region', { name: 'Output', exact: true });
  }

  /** Replaces what stands in the editor by pasting, as a person does who wrote it elsewhere. */
  async paste(language: string, source: string): Promise<void> {
    await this.page.locator('[data-editor="rich"]').waitFor();
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), source);
    await this.page.getByRole('textbox', { name: `Code, ${language}` }).focus();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.press('Control+V');
  }

  /** Writes into the plain text field, which any width may switch to. */
  async writePlainly(language: string, source: string): Promise<void> {
    await this.page.getByRole('switch', { name: 'Plain text field' }).check();
    await this.page.locator('[data-editor="rich"]').waitFor({ state: 'detached' });
    await this.page.getByRole('textbox', { name: `Code, ${language}` }).fill(source);
  }

  /** Until the public cases have been run. */
  async run(): Promise<void> {
    await this.page.getByRole('button', { name: 'Run', exact: true }).click();
    const cases = this.output.getByRole('tab', { name: /^Cases \d+\/\d+$/ });
    await cases.waitFor();
  }

  async submit(): Promise<void> {
    await this.page.getByRole('button', { name: 'Submit', exact: true }).click();
  }

  /** The panel of the verdict on hidden cases, once it says how the submission came out. */
  async verdict(words: string): Promise<Locator> {
    const panel = this.output.getByRole('tabpanel', { name: 'Verdict' });
    await panel.getByText(words, { exact: true }).first().waitFor();
    return panel;
  }
}
