interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML: (html: string) => string },
  ): { createHTML(html: string): string };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** The one place where a string may become markup: for frames that run no scripts and send no forms. */
export const asMarkup = (html: string): string => {
  const types = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes;
  policy ??= types?.createPolicy('widget', { createHTML: (text) => text });
  return policy === undefined ? html : policy.createHTML(html);
};
