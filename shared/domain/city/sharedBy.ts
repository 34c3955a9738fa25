/**
 * Makes something of a list once, however many versions of a city share that list: a change of the ledger must not index the same
 * areas and places again. Forgotten with the list.
 */
export const sharedBy = <K extends object, V>(make: (key: K) => V): ((key: K) => V) => {
  const made = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const found = made.get(key) ?? { value: make(key) };
    made.set(key, found);
    return found.value;
  };
};
