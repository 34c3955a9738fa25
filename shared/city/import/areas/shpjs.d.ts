/** The package has no types of its own. */
declare module 'shpjs' {
  interface ShpGeometry {
    readonly type: string;
    readonly coordinates: unknown;
  }
  /** With the text of a `.prj`, coordinates come out as longitude and latitude. */
  export const parseShp: (shp: Uint8Array, prj?: string) => readonly (ShpGeometry | null)[];
  export const parseDbf: (dbf: Uint8Array, encoding?: string) => readonly Readonly<Record<string, unknown>>[];
}
