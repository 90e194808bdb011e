/** BibLaTeX's localisation keys, which stand for words in `type`, `pubstate`, `location`, `series` and `version`, in its English. */
const strings: ReadonlyMap<string, string> = new Map(Object.entries({
  mathesis: "Master's thesis", phdthesis: 'PhD thesis', candthesis: 'Candidate thesis', bathesis: "Bachelor's thesis", techreport: 'technical report',
  resreport: 'research report', software: 'computer software', datacd: 'data CD', audiocd: 'audio CD',
  patent: 'patent', patentde: 'German patent', patenteu: 'European patent', patentfr: 'French patent', patentuk: 'British patent', patentus: 'U.S. patent',
  patreq: 'patent request', patreqde: 'German patent request', patreqeu: 'European patent request', patreqfr: 'French patent request',
  patrequk: 'British patent request', patrequs: 'U.S. patent request',
  inpreparation: 'in preparation', submitted: 'submitted', forthcoming: 'forthcoming', inpress: 'in press', prepublished: 'pre-published',
  countryde: 'Germany', countryeu: 'European Union', countryep: 'European Union', countryfr: 'France', countryuk: 'United Kingdom',
  countryus: 'United States of America', newseries: 'new series', oldseries: 'old series',
}));

/** What a text says: a localisation key's words, or the text itself. */
export function localised(text: string): string {
  return strings.get(text) ?? text;
}
