/** What a button of a running question stands for: a word, a service code or a case number, as the question has it. */
export type QuestionChoice =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'end' };

/** The value of a button that means yes. */
export const YES = 'yes';
