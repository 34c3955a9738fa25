/** The street of a code below one, by which lists are kept: codes nest (county 6 digits, street 9, community 12, grid 15, cells longer). */
export const streetOf = (code: string): string => code.slice(0, 9);
