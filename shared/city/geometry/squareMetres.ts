/** Semi-major axis and first eccentricity squared of the ellipsoid (CGCS2000; WGS-84 differs in the 11th digit). */
const AXIS = 6_378_137;
const ECCENTRICITY = 0.006_694_380_022_9;

/**
 * Square metres of one square degree at a latitude. The product of both radii of curvature: within 0.02 % for a shape of up to
 * 100 km when asked for its middle.
 */
export const squareMetres = (lat: number): number => {
  const radians = (lat * Math.PI) / 180;
  const flattening = 1 - ECCENTRICITY * Math.sin(radians) ** 2;
  const northward = (AXIS * (1 - ECCENTRICITY)) / flattening ** 1.5;
  const eastward = (AXIS / Math.sqrt(flattening)) * Math.cos(radians);
  return northward * eastward * (Math.PI / 180) ** 2;
};
