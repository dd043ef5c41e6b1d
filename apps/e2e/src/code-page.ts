import type { Locator, Page } from 'playwright-core';

/** Page object for the page of a code or model question. */
export class CodePage {
  readonly output: Locator;

  constructor(private readonly page: Page) {
    this.output = page.getByRole('region', { name: 'Output', exact: true });
  }

  /** Replaces the editor's content by pasting from the clipboard. */
  async paste(language: string, source: string): Promise<void> {
    await this.page.locator('[data-editor="rich"]').waitFor();
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), source);
    await this.page.getByRole('textbox', { name: `Code, ${language}` }).focus();
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.press('Control+V');
  }

  /** Chooses the language of a question that has several. */
  async choose(language: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Language', exact: true }).selectOption({ label: language });
  }

  /** Switches to the plain text field, which every width offers, and types into it. */
  async writePlainly(language: string, source: string): Promise<void> {
    await this.page.getByRole('switch', { name: 'Plain text field' }).check();
    await this.page.locator('[data-editor="rich"]').waitFor({ state: 'detached' });
    await this.page.getByRole('textbox', { name: `Code, ${language}` }).fill(source);
  }

  /** Presses Run and waits until the public cases have run. */
  async run(): Promise<void> {
    await this.page.getByRole('button', { name: 'Run', exact: true }).click();
    const cases = this.output.getByRole('tab', { name: /^Cases \d+\/\d+$/ });
    await cases.waitFor();
  }

  async submit(): Promise<void> {
    await this.page.getByRole('button', { name: 'Submit', exact: true }).click();
  }

  /** Waits until the verdict panel for hidden cases shows the given words, and returns the panel. */
  async verdict(words: string): Promise<Locator> {
    const panel = this.output.getByRole('tabpanel', { name: 'Verdict' });
    await panel.getByText(words, { exact: true }).first().waitFor();
    return panel;
  }
}
