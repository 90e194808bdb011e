/** Which of its concepts a name means, as the user decided: a concept's id by the name, folded (`foldName`). */
export type Senses = ReadonlyMap<string, string>;
