/** What a glossary file may say; `media/schemas/glossary.schema.json` says the same to the YAML editor. */
export const glossaryKeys = ['terms'] as const;

/** What an entry of `terms` may say. */
export const termKeys = ['name', 'synonyms', 'abbreviations', 'definition', 'type', 'ids', 'broader'] as const;

/** Longer names are not names; the longest of MeSH 2024 has 159 characters. */
export const nameLimit = 200;

/** A definition is a few sentences; this keeps a hover from holding a book. */
export const definitionLimit = 5000;

/** As many as the `yaml` package takes by default; more are an alias bomb. */
export const aliasLimit = 100;

/**
 * `MESH:D007955`, `HGNC:5991`, `Orphanet:90068`: a prefix of letters, digits, `.`, `_`, `-`, a colon, and an id without
 * spaces (W3C CURIE Syntax 1.0, with the prefix required).
 */
export const curiePattern = /^[A-Za-z_][\w.-]{0,39}:[^\s:/][^\s]{0,99}$/;
