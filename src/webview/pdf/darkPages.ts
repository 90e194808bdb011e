/** Shows pages dark: as the colour theme is, or as was chosen. */
export class DarkPages {
  /** Undefined where the theme decides. */
  chosen: boolean | undefined;

  /** @param onChange told whether pages are dark now */
  constructor(private readonly onChange: (dark: boolean) => void) {
    new MutationObserver(() => this.apply()).observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-kind'] });
  }

  toggle(): void {
    this.chosen = !this.isDark;
    this.apply();
  }

  apply(): void {
    const dark = this.isDark;
    document.documentElement.classList.toggle('darkPages', dark);
    this.onChange(dark);
  }

  private get isDark(): boolean {
    return this.chosen ?? ['vscode-dark', 'vscode-high-contrast'].includes(document.body.dataset['vscodeThemeKind'] ?? '');
  }
}
