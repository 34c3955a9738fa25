/** Largest photo there is leave to upload. */
export const PHOTO_BYTES = 10 * 1024 * 1024;

/** Kinds of photo taken. In a file of its own: the page uses these without the schemas. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/heic'] as const;
