/** Words for links, in the reader's language. */
export interface ShownLabels {
  readonly backToText: string;
}
