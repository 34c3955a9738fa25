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

/** Every gram of a text, in order, again and again where it repeats; spaces separate. */
const eachGram = (text: string, visit: (gram: string) => void): void => {
  for (let start = 0; start < text.length; start++) {
    if (text[start] === ' ' || GRAMMAR.has(text[start] as string)) continue;
    for (let end = start + 1; end <= Math.min(text.length, start + LONGEST_GRAM); end++) {
      const last = text[end - 1] as string;
      if (last === ' ') break;
      if (!GRAMMAR.has(last)) visit(text.slice(start, end));
    }
  }
};

/** Pairs in one list, for speed: a document, then how often it has the gram (while counting) or what that scores (afterwards). */
type Posting = number[];

const countGram = (postings: Map<string, Posting>, gram: string, document: number): void => {
  const posting = postings.get(gram);
  if (!posting) postings.set(gram, [document, 1]);
  else if (posting[posting.length - 2] === document) (posting[posting.length - 1] as number)++;
  else posting.push(document, 1);
};

/** A document is a list of phrases. */
export const buildGramIndex = (documents: readonly (readonly string[])[]): GramIndex => {
  const postings = new Map<string, Posting>();
  const sizes = documents.map((phrases, document) => {
    let size = 0;
    const count = (gram: string) => {
      size++;
      countGram(postings, gram, document);
    };
    for (const phrase of phrases) eachGram(phrase, count);
    return size;
  });
  const usual = sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length);
  const held = sizes.map((size) => SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * size) / usual));
  for (const [gram, posting] of postings) {
    const among = posting.length / 2;
    const rarity = Math.log(1 + (documents.length - among + 0.5) / (among + 0.5));
    const most = (WEIGHTS[gram.length] ?? 0) * rarity * (SATURATION + 1);
    for (let at = 0; at < posting.length; at += 2) {
      const count = posting[at + 1] as number;
      posting[at + 1] = (most * count) / (count + (held[posting[at] as number] as number));
    }
  }
  const addPosting = (posting: Posting, scores: Float64Array) => {
    for (let at = 0; at < posting.length; at += 2) {
      const document = posting[at] as number;
      scores[document] = (scores[document] as number) + (posting[at + 1] as number);
    }
  };
  return {
    addScores: (text, scores) => {
      const counted = new Set<string>();
      eachGram(text, (gram) => {
        const posting = postings.get(gram);
        if (!posting || counted.has(gram)) return;
        counted.add(gram);
        addPosting(posting, scores);
      });
    },
  };
};
