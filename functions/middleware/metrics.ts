import { Metrics } from '@aws-lambda-powertools/metrics';

/** Figures in the log (EMF). Dimensions are stage and service only: every further value would be a metric that costs. */
export const metrics = new Metrics({ defaultDimensions: { stage: process.env.STAGE ?? 'unknown' } });
