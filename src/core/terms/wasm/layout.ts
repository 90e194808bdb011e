// What `words.ts`, which is compiled to WebAssembly, and the code around it both have to know. Only what is a number in both may stand here.

/** What a byte of a text is where words are read; ASCII punctuation has further kinds of its own. */
export const enum Kind {
  /** What may go on with a word, as letters with accents do. */
  Other,
  Letter,
  Digit,
  Space,
  Hyphen,
  NewLine,
  /** Any other byte of ASCII, which ends a word. */
  End,
  FirstMark,
}

/** Where in the module's memory stands what is always as large, in bytes. */
export const enum At {
  /** How the word to be read next hangs together with the one before it (`Link`). */
  Link = 0,
  /** How many words were read. */
  Count = 4,
  /** How many matches were found. */
  Matches = 8,
  /** By byte, its kind. */
  Kinds = 256,
  /** By the kind of punctuation, 32 bits: its number, below 0 where no name has it, 0 if that is not known. */
  Marks = 512,
  /** For how many nodes of a trie there is room, 32 bits each. */
  Rooms = 768,
  /** As many bytes of ones as letters are in a key, then as many of zeros. */
  Mask = 1024,
  /** By place, 0 to 15. */
  Places = 1056,
  /** A piece of the text, a byte for a UTF-16 unit. */
  Text = 2048,
  /** The words read, by number, 32 bits each: where they begin and end in the text, their spellings, those of two taken together, and their links. */
  Starts = 8192,
  Ends = 20480,
  Words = 32768,
  Joined = 45056,
  Links = 57344,
  /** What is as large as there are indexes, words and names. */
  Rest = 69632,
}

/** So many letters are all in a word's key. */
export const lettersOfKey = 16;
/** Units of a text in a piece at most; a key is read beyond it. */
export const pieceRoom = 6000;
/** Words in a list at most. */
export const wordRoom = 3072;

/** Of an index, in bytes: its place in a spelling's record, where its nodes, entries and the ends of names stand, and the bytes of the ends found. */
export const enum IndexAt {
  Facts = 0,
  Nodes = 4,
  Entries = 8,
  Ends = 12,
  Left = 16,
  Size = 20,
}

/** Where names end, in bytes: after which word, the names, and 1 if words stand there in place of others. */
export const enum EndAt {
  To = 0,
  Names = 4,
  Other = 8,
  Size = 12,
}

/** Of a node of a trie, in bytes (`WordTrie`). */
export const enum NodeAt {
  Word = 0,
  Children = 4,
  Names = 8,
  Bits = 12,
  Size = 16,
}

/** Of an entry of names, in bytes. */
export const enum EntryAt {
  Next = 0,
  Capitals = 8,
  Size = 16,
}

/** What remains of a spelling when only its capitals matter, in bytes (`capitalsKey`): of its exact capitals, and of those at a sentence's beginning. */
export const enum CapitalsAt {
  Exact = 0,
  Sentence = 8,
  /** Beside the hash. */
  Power = 4,
  Size = 16,
}

/** What the hash of a name's capitals begins with: exact ones, or those it may have from its sentence. */
export const exactStart = -0x7ee3623b;
export const sentenceStart = 0x050c5d1f;

/** Stands in place of a hash for names that count as proper names only (`isProperName`). */
export const properName = 1;

/** What is asked of a spelling before all else. */
export const enum SpellingFlag {
  /** It is a word of some name. */
  Known = 1,
  /** It stands for something else within names. */
  Classed = 2,
  /** The names that begin with it are not all told by the facts: some begin with what it stands for, or ask where it stands. */
  Special = 4,
  /** Names of some index begin with it. */
  Begins = 8,
}

/** Numbers of a spelling's record, 32 bits each: its key's four, its length with its flags; then what it is in each index. */
export const enum RecordAt {
  LengthAndFlags = 4,
  Facts = 5,
}

/** What a spelling is in an index. */
export const enum FactAt {
  /** The word's id. */
  Id,
  /** Of the trie's node after it as the first word of names: `childrenOf`. */
  Children,
  /** `namesOf`, if the spelling by itself has the capitals of some; else 0. */
  Names,
  /** `bitsOf`. */
  Bits,
  /** The id of the first key that it stands for; 0 for none. */
  Class,
  /** Twice the id of the second one, 0 for none, and 1 for an adjective. */
  ClassRest,
  Count,
}

/** How a word hangs together with the one before it. */
export const enum Link {
  /** A term cannot hold both: punctuation, a paragraph's end, a list's next item. */
  Parted,
  /** Nothing stands between, and a term cannot begin here: `6` in `IL6`. */
  Glued,
  /** Nothing stands between, but a term may begin: ideographs, punctuation that a name contains. */
  Touching,
  /** A hyphen alone, or one at a line's end. */
  Hyphen,
  /** Spaces, a line break within a paragraph, emphasis. */
  Gap,
}
