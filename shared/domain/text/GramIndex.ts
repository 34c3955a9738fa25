/** BM25 over runs of one to three characters: Chinese needs no word list to be compared, and a new city no training. */
export interface GramIndex {
  /** Adds each document's score for the text to `scores`, which has one place per document. */
  addScores(text: string, scores: Float64Array): void;
}

const LONGEST_GRAM = 3;
/** By length of the gram: one character alone says little, three say it almost surely. */
const WEIGHTS = [0, 0.12, 1, 1.5] as const;
/** BM25: how soon repeating a gram stops counting, and how much a long document is held back. */
const SATURATION = 0.9;
const LENGTH_SHARE = 0.25;
/** Characters that carry grammar and no matter. Grams with one of them at an end are left out. */
const GRAMMAR = new Set(
  '的了着过吗呢吧啊呀嘛我你您他她它们这那哪个是在就都也还很太又再把被给跟和与及或而但让叫请帮来去到从向对为因所以有么些每各该其'.split(
    '',
  ),
);

/** Distinct grams of a text; spaces separate. */
const gramsOf = (text: string): Set<string> => {
  const grams = new Set<string>();
  for (let start = 0; start < text.length; start++) {
    if (text[start] === ' ' || GRAMMAR.has(text[start] as string)) continue;
    for (let end = start + 1; end <= Math.min(text.length, start + LONGEST_GRAM); end++) {
      const last = text[end - 1] as string;
      if (last === ' ') break;
      if (!GRAMMAR.has(last)) grams.add(text.slice(start, end));
    }
  }
  return grams;
};

interface Posting {
  readonly documents: number[];
  readonly counts: number[];
  readonly scores: number[];
}

/** A document is a list of phrases; a gram counts once per phrase. */
export const buildGramIndex = (documents: readonly (readonly string[])[]): GramIndex => {
  const postings = new Map<string, Posting>();
  const sizes = documents.map((phrases, document) => {
    let size = 0;
    for (const phrase of phrases) {
      for (const gram of gramsOf(phrase)) {
        size++;
        let posting = postings.get(gram);
        if (!posting) postings.set(gram, (posting = { documents: [], counts: [], scores: [] }));
        const last = posting.documents.length - 1;
        if (posting.documents[last] === document) posting.counts[last] = (posting.counts[last] as number) + 1;
        else {
          posting.documents.push(document);
          posting.counts.push(1);
        }
      }
    }
    return size;
  });
  const usual = sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length);
  for (const [gram, posting] of postings) {
    const among = posting.documents.length;
    const rarity = Math.log(1 + (documents.length - among + 0.5) / (among + 0.5));
    for (const [at, document] of posting.documents.entries()) {
      const count = posting.counts[at] as number;
      const held = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * (sizes[document] as number)) / usual);
      posting.scores.push(((WEIGHTS[gram.length] ?? 0) * rarity * count * (SATURATION + 1)) / (count + held));
    }
  }
  return {
    addScores: (text, scores) => {
      for (const gram of gramsOf(text)) {
        const posting = postings.get(gram);
        if (!posting) continue;
        for (let at = 0; at < posting.documents.length; at++) {
          const document = posting.documents[at] as number;
          scores[document] = (scores[document] as number) + (posting.scores[at] as number);
        }
      }
    },
  };
};
