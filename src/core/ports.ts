/** Files that can be read from where the heavy work runs, without the extension host. */
export interface LocalFiles {
  /**
   * @param uri an address whose scheme is `file`
   * @returns undefined where there is no such file
   */
  read(uri: string): Promise<Uint8Array | undefined>;
}

/** Read-only data that ships with Casebook (`dist/data`): styles, locales, the built-in glossary. */
export interface Assets {
  /**
   * @param path relative to the data folder, with `/`: `styles/apa.json`
   * @returns the text, or undefined where there is no such asset
   */
  read(path: string): Promise<string | undefined>;
}
