/** Shortened words that keep their capitals, beside Roman numbers and whatever has a digit in it. */
const acronyms: ReadonlyMap<string, string> = new Map(
  ('AIDS AML ALL ANCA ARDS ATP BCG BCR ABL BRCA CD CDC CI CLL CML CMV CNS COPD COVID CPR CRP CSF CT CYP DLBCL DNA EBV ECG ECMO EEG EGFR ELISA EMA ' +
    'ERCP ESR EUS FDA FDG FISH GCSF GIST GMCSF GVHD HBV HCC HCV HELLP HER HIV HLA HPV HSV HTLV ICU IgA IgE IgG IgM IL INR IVF JAK KRAS LDH MALT MDS MERS ' +
    'MGUS MRI MRSA NGS NIH NSAID NSAIDS NSCLC PCR PET PD PSA PTSD RNA RT SARS SCLC SLE SPECT STAT TB TNF TP TTP UK UN US USA VEGF WHO').split(' ').map((word) => [word.toUpperCase(), word] as const),
);

/** Names of diseases and places that are met in titles of case reports. */
const names: ReadonlyMap<string, string> = new Map(
  ('Hodgkin Crohn Kaposi Wegener Alzheimer Parkinson Down Turner Cushing Addison Graves Hashimoto Burkitt Ewing Wilms Sweet Still Castleman Kawasaki Guillain ' +
    'Barré Behçet Sjögren Marfan Klebsiella Staphylococcus Streptococcus Escherichia Salmonella Mycobacterium Aspergillus Candida Pneumocystis Clostridium Helicobacter ' +
    'Doppler Bayesian Africa America American Asia Asian Australia Brazil Britain Canada China Chinese Denmark England English Europe European France French German Germany ' +
    'India Indian Iran Israel Italian Italy Japan Japanese Korea Korean London Mexico Netherlands Norway Scotland Spain Sweden Swedish Switzerland Taiwan Thailand Turkey').split(' ').map((name) => [name.toUpperCase(), name] as const),
);

/**
 * A title that is in capitals throughout, with capitals only at its beginning and where they are known to belong.
 * A guess that a person must look over: the words of the abstract tell most of it.
 *
 * @param abstract the work's, whose words show how they are written
 */
export function sentenceCase(title: string, abstract = ''): string {
  const written = writtenWords(abstract.slice(0, 20_000));
  let beginning = true;
  return title.replace(/<[^<>]{1,60}>|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*|[.?!:]\s/gu, (part, at: number) => {
    if (part.startsWith('<')) return part;
    if (/^[.?!:]/.test(part)) {
      beginning = !part.startsWith(':');
      return part;
    }
    // A letter before an apostrophe is French: `D'ABSORPTION`.
    const word = part.length === 1 && /['’]/.test(title[at + 1] ?? '') ? part.toLowerCase() : caseOf(part, written);
    const first = beginning;
    beginning = false;
    return first ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  });
}

function caseOf(word: string, written: ReadonlyMap<string, string>): string {
  const own = written.get(word) ?? acronyms.get(word) ?? names.get(word);
  if (own !== undefined) return own;
  // `CuO` and `mRNA` are written as they are meant; a letter alone is a sign, such as `I` or `O`.
  return /[\d\p{Ll}]/u.test(word) || /^(?:[B-Z]|II|III|IV|VI|VII|VIII|IX|XI|XII)$/.test(word) ? word : word.toLowerCase();
}

/** Words as they stand inside sentences of a text, by their capitals. */
function writtenWords(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [word] of text.matchAll(/(?<=[\p{Ll}\p{N},)]\s)\p{L}[\p{L}\p{N}\p{M}]*/gu)) found.set(word.toUpperCase(), word);
  return found;
}
