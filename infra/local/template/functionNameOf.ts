/**
 * Name of the function that a template's value means: a name, an ARN (with or without version or alias), or the
 * invocation address API Gateway wraps an ARN in. Undefined when it is none of these.
 */
export const functionNameOf = (value: string): string | undefined => {
  const inArn = /:function:([A-Za-z0-9_-]+)/u.exec(value);
  if (inArn !== null) return inArn[1];
  return /^[A-Za-z0-9_-]{1,64}$/u.test(value) ? value : undefined;
};
