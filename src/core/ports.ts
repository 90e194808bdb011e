/** Read-only data that ships with Casebook (`dist/data`): styles, locales, the built-in glossary. */
export interface Assets {
  /**
   * @param path relative to the data folder, with `/`: `styles/apa.json`
   * @returns the text, or undefined where there is no such asset
   */
  read(path: string): Promise<string | undefined>;
}
