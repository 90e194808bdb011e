/** A place before and now, of words that were surely found. */
interface Landmark {
  readonly before: number;
  readonly now: number;
}

/** Where words are expected, give or take. */
export interface ExpectedPlace {
  readonly at: number;
  readonly reach: number;
}

/** What is changed between a landmark and the words, in letters, for every letter between them. */
const drift = 0.06;

/** However near a landmark is, a few words may have been put in. */
const leastReach = 120;

/** Farther than this from a landmark nothing is expected anywhere. */
const maxReach = 1500;

/** Tells where words should stand by what stands near them and was found: it has moved with them, most likely. */
export class ExpectedPlaces {
  private readonly landmarks: readonly Landmark[];

  /** @param landmarks in any order */
  constructor(landmarks: readonly Landmark[]) {
    this.landmarks = landmarks.toSorted((one, other) => one.before - other.before);
  }

  /** @returns undefined where nothing near was found, or what was found tells different things */
  of(before: number): ExpectedPlace | undefined {
    const index = this.landmarks.findIndex((landmark) => landmark.before > before);
    const next = index < 0 ? undefined : this.landmarks[index];
    const last = this.landmarks.at(index < 0 ? -1 : index - 1);
    const previous = last && last.before <= before ? last : undefined;
    if (previous && next) return between(before, previous, next) ?? beside(before, nearer(before, previous, next));
    const only = previous ?? next;
    return only && beside(before, only);
  }
}

function between(before: number, previous: Landmark, next: Landmark): ExpectedPlace | undefined {
  const [was, is] = [next.before - previous.before, next.now - previous.now];
  const changed = Math.abs(is - was);
  if (is <= 0 || changed > 300 + was * 0.3) return undefined;
  return within(previous.now + (was === 0 ? 0 : ((before - previous.before) * is) / was), leastReach + changed + drift * Math.min(before - previous.before, next.before - before));
}

function beside(before: number, landmark: Landmark): ExpectedPlace | undefined {
  return within(landmark.now + before - landmark.before, leastReach + drift * Math.abs(before - landmark.before));
}

function nearer(before: number, previous: Landmark, next: Landmark): Landmark {
  return before - previous.before <= next.before - before ? previous : next;
}

function within(at: number, reach: number): ExpectedPlace | undefined {
  return reach > maxReach ? undefined : { at, reach };
}
