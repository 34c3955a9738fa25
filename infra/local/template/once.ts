/** Reads at the first call only: a template does not change. What may (addresses) is resolved when it is looked at. */
export const once = <T>(read: () => T): (() => T) => {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: read() };
    return known.value;
  };
};
