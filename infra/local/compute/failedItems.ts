/**
 * Which items of a batch an answer says have failed. As Lambda reads it: no answer, or none failed, is success; an
 * identifier that is empty or was not in the batch fails the whole batch.
 */
export const failedItems = (
  payload: unknown,
  ids: readonly string[],
  mapping: { readonly reportsItemFailures: boolean },
): readonly string[] => {
  if (!mapping.reportsItemFailures) return [];
  const failures = (payload as { readonly batchItemFailures?: unknown } | null)?.batchItemFailures ?? [];
  if (!Array.isArray(failures)) return ids;
  const named = failures.map(
    (each) => (each as { readonly itemIdentifier?: unknown } | null)?.itemIdentifier as string,
  );
  return named.every((id) => ids.includes(id)) ? named : ids;
};
